package org.opennms.plugins.trunkline.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.Orphan;

/** The topology as tables. The same topology gives the same bytes. Stateless. */
public final class TopologyTable {
  private static final List<String> LINKS =
      List.of(
          "id",
          "device_a",
          "port_a",
          "device_b",
          "port_b",
          "state",
          "confidence",
          "sources",
          "mismatches",
          "first_seen",
          "last_seen");
  private static final List<String> ORPHANS =
      List.of(
          "id",
          "name",
          "chassis_id",
          "address",
          "platform",
          "seen_from",
          "first_seen",
          "last_seen");
  private static final List<String> REQUISITION =
      List.of("nodelabel", "ip_management", "foreign_id", "asset_description");
  private static final String FORMULA = "=+-@\t\r";

  private TopologyTable() {}

  /** A line per link, with a header. */
  public static String links(TopologySnapshot topology) {
    return csv(LINKS, topology.links().stream().map(TopologyTable::row).toList());
  }

  /** A line per orphan, with a header. */
  public static String orphans(TopologySnapshot topology) {
    return csv(ORPHANS, topology.orphans().stream().map(TopologyTable::row).toList());
  }

  /** A line per orphan that has an address: what it takes to add it to a requisition. */
  public static String requisition(TopologySnapshot topology) {
    return csv(
        REQUISITION,
        topology.orphans().stream()
            .filter(o -> !o.announced().addresses().isEmpty())
            .map(
                o ->
                    List.of(
                        o.label(),
                        o.announced().addresses().get(0),
                        o.id().replaceAll("[^A-Za-z0-9._-]", "-"),
                        o.announced().platform()))
            .toList());
  }

  private static List<String> row(Link link) {
    String sources =
        link.sources().stream().map(s -> s.spelling()).collect(Collectors.joining(" "));
    String mismatches =
        link.mismatches().stream()
            .map(m -> m.kind().spelling() + " " + m.a() + " / " + m.b())
            .collect(Collectors.joining("; "));
    return List.of(
        link.key().id(),
        link.a().device(),
        link.a().port(),
        link.b().device(),
        link.b().port(),
        link.state().spelling(),
        String.format(Locale.ROOT, "%.4f", link.confidence()),
        sources,
        mismatches,
        link.firstSeen().toString(),
        link.lastSeen().toString());
  }

  private static List<String> row(Orphan orphan) {
    return List.of(
        orphan.id(),
        orphan.label(),
        orphan.announced().chassisId(),
        String.join(" ", orphan.announced().addresses()),
        orphan.announced().platform(),
        orphan.seenFrom().stream()
            .map(s -> s.local().device() + " " + s.local().port())
            .distinct()
            .collect(Collectors.joining("; ")),
        orphan.firstSeen().toString(),
        orphan.lastSeen().toString());
  }

  private static String csv(List<String> header, List<List<String>> rows) {
    CsvMapper mapper = Formats.csv();
    mapper.enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING);
    ObjectWriter writer = mapper.writer(CsvSchema.emptySchema().withLineSeparator("\n"));
    List<List<String>> lines = new ArrayList<>(rows.size() + 1);
    lines.add(header);
    rows.forEach(row -> lines.add(row.stream().map(TopologyTable::harmless).toList()));
    StringBuilder text = new StringBuilder();
    try {
      for (List<String> line : lines) {
        text.append(writer.writeValueAsString(line));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("lists of text can always be written", e);
    }
    return text.toString();
  }

  /** A spreadsheet would run what a neighbour calls itself, if it began like a formula. */
  private static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
