package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.model.NeighbourSighting.Mapping;
import org.opennms.plugins.trunkline.model.Reason;
import org.opennms.plugins.trunkline.topology.Port;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;

/**
 * One direction of a link as one device sees it.
 *
 * @param sighting the evidence
 * @param port the own port; empty where it is no interface
 */
record NeighbourRow(NeighbourSighting sighting, Optional<Port> port) {
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "protocol",
              "local_device",
              "local_ifIndex",
              "local_port",
              "remote_device",
              "remote_port",
              "resolved",
              "confidence",
              "reasons")
          .setRecordSeparator('\n')
          .get();

  /** In the order of devices, ports and protocols. */
  static List<NeighbourRow> of(TopologySnapshot topology) {
    Map<InterfaceKey, Port> ports = new HashMap<>();
    topology.nodes().forEach(node -> node.ports().forEach(p -> ports.put(p.key(), p)));
    return topology.sightings().stream()
        .map(s -> new NeighbourRow(s, s.local().interfaceKey().map(ports::get)))
        .toList();
  }

  /** The rows as a table with a header. */
  static String csv(List<NeighbourRow> rows) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSV)) {
      for (NeighbourRow row : rows) {
        printer.printRecord(
            row.protocol(),
            row.sighting.local().device(),
            row.sighting.local().ifIndex() == 0 ? "" : row.sighting.local().ifIndex(),
            row.localPort(),
            row.remoteDevice(),
            row.remotePort(),
            row.isResolved() ? "yes" : "no",
            String.format(Locale.ROOT, "%.4f", row.sighting.confidence()),
            row.reasons());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString();
  }

  String protocol() {
    return sighting.source().spelling();
  }

  boolean isResolved() {
    return sighting.mapping() == Mapping.NODE || sighting.mapping() == Mapping.BY_OTHER_END;
  }

  /** What the device calls the port. */
  String localPort() {
    String ifName = port.map(Port::ifName).orElse("");
    return ifName.isEmpty() ? sighting.local().port() : ifName;
  }

  /** A node's name; a stranger as it calls itself. */
  String remoteDevice() {
    String said = sighting.announced().name();
    return isResolved() || said.isEmpty() ? sighting.remote().device() : said;
  }

  String remotePort() {
    return sighting.remote().port();
  }

  private String reasons() {
    return sighting.reasons().stream().map(NeighbourRow::text).collect(Collectors.joining("; "));
  }

  private static String text(Reason reason) {
    return reason.weight() == 0
        ? reason.evidence() + ": " + reason.says()
        : String.format(
            Locale.ROOT, "%s: %s %+.1f", reason.evidence(), reason.says(), reason.weight());
  }
}
