package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Reads a CSV table of interfaces into recordings. Octets that are no UTF-8 become U+FFFD. */
final class Table {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
  private static final SortedSet<String> NONE = new TreeSet<>();

  private final TableFormat format;
  private final Set<String> withheld;
  private final Set<String> strengths;

  /**
   * How to read.
   *
   * @param format what the columns mean
   * @param withheld columns that the classifier must not see
   * @param strengths of {@code evidence_strength} that make a label; empty takes every label
   */
  Table(TableFormat format, Set<String> withheld, Set<String> strengths) {
    this.format = format;
    this.withheld = Set.copyOf(withheld);
    this.strengths = Set.copyOf(strengths);
  }

  /** The recordings of a file, in the order in which they first occur. */
  List<Recording> read(Path file) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        CSVParser parser = CSVParser.builder().setReader(reader).setFormat(CSV).get()) {
      for (CSVRecord values : parser) {
        Row row = new Row(values, withheld);
        rows.computeIfAbsent(format.recording(row), r -> new ArrayList<>()).add(row);
      }
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw new LabException("cannot read " + file + ": " + e.getMessage(), e);
    }
    if (rows.isEmpty()) {
      throw new LabException(file + " holds no rows. Give a CSV with a header and rows.");
    }
    return rows.entrySet().stream().map(e -> recording(e.getKey(), e.getValue())).toList();
  }

  private Recording recording(String name, List<Row> rows) {
    NodeKey key = new NodeKey("lab:" + (name.isBlank() ? "-" : name));
    Row first = rows.get(0);
    List<LabelledInterface> interfaces = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      interfaces.add(
          new LabelledInterface(format.evidence(row, key, i + 1), label(row), tolerated(row)));
    }
    String label =
        first.text("sysName", "hostname").isEmpty() ? name : first.text("sysName", "hostname");
    Device device =
        new Device(key, 0, label, "Default", "", Optional.empty(), true, NONE, Map.of());
    return new Recording(name, device, facts(first), interfaces);
  }

  private static DeviceFacts facts(Row row) {
    return new DeviceFacts(
        row.text("sysName", "hostname"),
        row.text("sysDescr", "platform"),
        row.text("sysObjectID"),
        "",
        "",
        DeviceType.UNKNOWN,
        "",
        "",
        "",
        "");
  }

  private Optional<InterfaceRole> label(Row row) {
    boolean counts =
        strengths.isEmpty() || strengths.contains(row.text("evidence_strength").strip());
    return counts ? InterfaceRole.parse(row.text("label", "evidence_label")) : Optional.empty();
  }

  private static Set<InterfaceRole> tolerated(Row row) {
    Set<InterfaceRole> roles = EnumSet.noneOf(InterfaceRole.class);
    row.parts("also_ok").forEach(part -> InterfaceRole.parse(part).ifPresent(roles::add));
    return roles;
  }
}
