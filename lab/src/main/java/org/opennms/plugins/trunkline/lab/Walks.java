package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.DeviceDecoder.Subject;
import org.opennms.plugins.trunkline.topology.DeviceReport;
import org.opennms.plugins.trunkline.topology.NeighbourColumn;
import org.opennms.plugins.trunkline.topology.NeighbourTables;
import org.opennms.plugins.trunkline.topology.TableDecoder;
import org.opennms.plugins.trunkline.topology.TableIndex;

/** Recordings as devices that were all walked at the same moment. */
final class Walks {
  private static final String SUFFIX = ".snmprec";

  private final TableDecoder decoder;

  /**
   * How to read.
   *
   * @param infers whether links are also concluded from what is no announcement
   */
  Walks(boolean infers) {
    decoder = new TableDecoder(infers);
  }

  /** Every recording below a directory, by path; called by sysName, else by the file's name. */
  List<DeviceReport> below(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      List<DeviceReport> reports =
          files
              .filter(file -> file.toString().endsWith(SUFFIX))
              .sorted()
              .map(
                  file ->
                      report(
                          directory.relativize(file).toString(), Optional.empty(), List.of(file)))
              .toList();
      if (reports.isEmpty()) {
        throw new LabException(
            directory + " holds no " + SUFFIX + " files. Give another directory.");
      }
      return reports;
    } catch (IOException e) {
      throw new LabException("cannot read " + directory + ": " + e.getMessage(), e);
    }
  }

  /**
   * One device.
   *
   * @param key unique among the devices
   * @param label what the device is called; by default its sysName, else the first file's name
   * @param files its recordings, each of some of its tables; without any nothing is known of it
   */
  DeviceReport report(String key, Optional<String> label, List<Path> files) {
    NeighbourTables tables = new NeighbourTables();
    files.forEach(file -> SnmprecFile.read(file, tables));
    String called = label.or(() -> sysName(tables)).or(() -> stem(files)).orElse(key);
    Subject subject = new Subject(new NodeKey(key), called, Set.of(), Optional.empty());
    return decoder.decode(
        subject, tables, EnumSet.allOf(LinkSource.class), Instant.EPOCH, Instant.MAX);
  }

  private static Optional<String> stem(List<Path> files) {
    return files.stream()
        .findFirst()
        .map(file -> file.getFileName().toString())
        .map(
            name ->
                name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name);
  }

  private static Optional<String> sysName(NeighbourTables tables) {
    return tables
        .value(NeighbourColumn.SYS_NAME, TableIndex.of(0))
        .or(() -> tables.value(NeighbourColumn.LLDP_LOC_NAME, TableIndex.of(0)))
        .map(v -> new String(v.octets(), StandardCharsets.UTF_8).strip())
        // Names are taken out of published recordings, which leaves "<private>" in all of them.
        .filter(text -> !text.isEmpty() && !(text.startsWith("<") && text.endsWith(">")));
  }
}
