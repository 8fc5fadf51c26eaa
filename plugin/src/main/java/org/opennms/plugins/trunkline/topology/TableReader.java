package org.opennms.plugins.trunkline.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tables without minding what is missing or of the wrong type. */
final class TableReader {
  private final NeighbourTables tables;

  TableReader(NeighbourTables tables) {
    this.tables = tables;
  }

  Map<TableIndex, TableValue> rows(NeighbourColumn column) {
    return tables.rows(column);
  }

  /** The indexes of one sub-identifier, for example ifIndexes, ascending. */
  List<Integer> indexes(NeighbourColumn column) {
    return tables.rows(column).keySet().stream()
        .filter(index -> index.length() == 1 && index.at(0) >= 0)
        .map(index -> index.at(0))
        .toList();
  }

  Optional<TableValue> value(NeighbourColumn column, TableIndex index) {
    return tables.value(column, index);
  }

  /** Text; an integer in digits; empty where there is none. */
  String text(NeighbourColumn column, TableIndex index) {
    return tables
        .value(column, index)
        .map(v -> v.isNumber() ? Long.toString(v.number().orElse(0)) : OctetText.of(v.octets()))
        .orElse("");
  }

  String text(NeighbourColumn column, int index) {
    return text(column, TableIndex.of(index));
  }

  /** A number; 0 where there is none. */
  long number(NeighbourColumn column, TableIndex index) {
    return tables.value(column, index).map(v -> v.number().orElse(0)).orElse(0L);
  }

  long number(NeighbourColumn column, int index) {
    return number(column, TableIndex.of(index));
  }

  /** A MAC address in canonical form; empty where there is none. */
  String mac(NeighbourColumn column, int index) {
    return tables
        .value(column, TableIndex.of(index))
        .map(TableValue::octets)
        .flatMap(o -> MacText.of(o).or(() -> MacText.parse(OctetText.of(o), true)))
        .orElse("");
  }
}
