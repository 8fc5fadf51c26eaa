package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.opennms.plugins.trunkline.topology.Port;

/**
 * A table of links that should be found, in groups that are networks of their own: by column {@code
 * network} a directory, by column {@code recording} a file, both beside the table.
 */
final class ExpectedLinks {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final Pattern WITH_CHASSIS = Pattern.compile("(.*) \\(([0-9a-f]*)\\)");

  /** One line of the table. */
  private record Expected(
      String device,
      String protocol,
      List<String> localPort,
      String remoteDevice,
      String remotePort) {}

  private final Map<Path, List<Expected>> groups = new LinkedHashMap<>();

  private ExpectedLinks() {}

  static ExpectedLinks read(Path file) {
    ExpectedLinks links = new ExpectedLinks();
    Path directory = file.toAbsolutePath().getParent();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.builder().setReader(reader).setFormat(CSV).get()) {
      for (CSVRecord row : parser) {
        boolean isNetwork = row.isMapped("network");
        Path group = directory.resolve(row.get(isNetwork ? "network" : "recording"));
        links.groups.computeIfAbsent(group, g -> new ArrayList<>()).add(expected(row, isNetwork));
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new LabException("cannot read " + file + ": " + e.getMessage(), e);
    }
    return links;
  }

  private static Expected expected(CSVRecord row, boolean isNetwork) {
    String protocol = row.get("protocol").toLowerCase(Locale.ROOT);
    return isNetwork
        ? new Expected(
            row.get("device"),
            protocol,
            List.of(row.get("local_port")),
            row.get("remote_device"),
            row.get("remote_port"))
        : new Expected(
            "",
            protocol,
            List.of(row.get("local_ifName"), row.get("local_ifDescr")),
            row.get("remote_hostname"),
            row.get("remote_port"));
  }

  /** Scores the groups that lie in or below a directory. */
  List<Score> scores(Path walks) {
    Path below = walks.toAbsolutePath().normalize();
    List<Score> scores = new ArrayList<>();
    groups.forEach(
        (path, expected) -> {
          if (path.normalize().startsWith(below) && Files.exists(path)) {
            scores.add(score(path, expected));
          }
        });
    return scores;
  }

  private static Score score(Path path, List<Expected> expected) {
    Walks walks = new Walks(false);
    String name = path.getFileName().toString();
    List<NeighbourRow> rows =
        NeighbourRow.of(
            TopologyCommand.resolve(
                Files.isDirectory(path)
                    ? walks.below(path)
                    : List.of(walks.report(name, Optional.empty(), List.of(path)))));
    List<String> missing =
        expected.stream()
            .filter(e -> rows.stream().noneMatch(row -> isSame(e, row)))
            .map(Expected::toString)
            .toList();
    long wrong = rows.stream().filter(row -> isWrongNode(row, expected)).count();
    return new Score(
        name,
        expected.size() - missing.size(),
        rows.size(),
        expected.size(),
        (int) wrong,
        missing,
        List.of());
  }

  private static boolean isWrongNode(NeighbourRow row, List<Expected> expected) {
    List<Expected> same = expected.stream().filter(e -> isSameSource(e, row)).toList();
    return row.isResolved()
        && !same.isEmpty()
        && same.stream()
            .noneMatch(e -> Spellings.isSameDevice(e.remoteDevice(), row.remoteDevice()));
  }

  private static boolean isSame(Expected expected, NeighbourRow row) {
    boolean isSameDevice =
        Spellings.isSameDevice(expected.remoteDevice(), row.remoteDevice())
            || Spellings.isSameDevice(expected.remoteDevice(), row.sighting().announced().name());
    return isSameSource(expected, row) && isSameDevice && isSameRemotePort(expected, row);
  }

  private static boolean isSameSource(Expected expected, NeighbourRow row) {
    String stem = row.sighting().local().node().orElseThrow().text();
    boolean isSameDevice =
        expected.device().isEmpty()
            || Spellings.isSameDevice(expected.device(), stem.replace(".snmprec", ""));
    return isSameDevice
        && expected.protocol().equals(row.protocol())
        && expected.localPort().stream().anyMatch(p -> localNames(row).anyMatch(n -> isPort(p, n)));
  }

  private static Stream<String> localNames(NeighbourRow row) {
    return Stream.concat(
        Stream.of(row.localPort(), row.sighting().local().port()),
        row.port().stream().map(Port::ifDescr));
  }

  private static boolean isSameRemotePort(Expected expected, NeighbourRow row) {
    Matcher withChassis = WITH_CHASSIS.matcher(expected.remotePort());
    String port = withChassis.matches() ? withChassis.group(1) : expected.remotePort();
    return Stream.of(row.remotePort(), row.sighting().announced().portId())
        .anyMatch(p -> isPort(port, p));
  }

  private static boolean isPort(String one, String other) {
    return Spellings.port(one).equals(Spellings.port(other));
  }
}
