package org.opennms.plugins.trunkline.topology;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.topology.Port.LldpPort;

/** lldpLocPortTable in its three MIB modules. Stateless. */
final class LldpLocalRows {
  private record Columns(
      NeighbourColumn subtype, NeighbourColumn id, NeighbourColumn description) {}

  private static final List<Columns> MODULES =
      List.of(
          new Columns(
              NeighbourColumn.LLDP_LOC_PORT_SUBTYPE,
              NeighbourColumn.LLDP_LOC_PORT,
              NeighbourColumn.LLDP_LOC_PORT_DESCR),
          new Columns(
              NeighbourColumn.LLDP2_LOC_PORT_SUBTYPE,
              NeighbourColumn.LLDP2_LOC_PORT,
              NeighbourColumn.LLDP2_LOC_PORT_DESCR),
          new Columns(
              NeighbourColumn.TMNX_LOC_PORT_SUBTYPE,
              NeighbourColumn.TMNX_LOC_PORT,
              NeighbourColumn.TMNX_LOC_PORT_DESCR));

  private LldpLocalRows() {}

  /** By number, each once; the standard's module before the others. */
  static List<LldpPort> read(TableReader tables) {
    SortedMap<Integer, LldpPort> rows = new TreeMap<>();
    for (Columns module : MODULES) {
      tables.rows(module.id()).keySet().forEach(index -> read(tables, module, index, rows));
      tables
          .rows(module.description())
          .keySet()
          .forEach(index -> read(tables, module, index, rows));
    }
    return List.copyOf(rows.values());
  }

  private static void read(
      TableReader tables, Columns module, TableIndex index, SortedMap<Integer, LldpPort> rows) {
    if (index.length() < 1 || index.length() > 2) {
      return;
    }
    long subtype = tables.number(module.subtype(), index);
    Identifier id =
        tables
            .value(module.id(), index)
            .map(value -> Identifiers.port(subtype, value))
            .orElse(Identifier.NONE);
    String description = tables.text(module.description(), index);
    if (id.isPresent() || !description.isEmpty()) {
      rows.putIfAbsent(index.at(0), new LldpPort(index.at(0), id, description));
    }
  }
}
