package org.opennms.plugins.trunkline.topology;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was read of one device: column, index, value. Live walks and recordings fill it alike. Not
 * thread-safe; not changed any more once it is handed on.
 */
public final class NeighbourTables {
  private static final TableIndex SCALAR = TableIndex.of(0);

  private final Map<NeighbourColumn, NavigableMap<TableIndex, TableValue>> columns =
      new EnumMap<>(NeighbourColumn.class);

  /** Adds a value; the last of an index counts. */
  public void put(NeighbourColumn column, TableIndex index, TableValue value) {
    columns.computeIfAbsent(column, c -> new TreeMap<>()).put(index, value);
  }

  /** A column's rows in the order of their indexes; empty where there is none. */
  public NavigableMap<TableIndex, TableValue> rows(NeighbourColumn column) {
    NavigableMap<TableIndex, TableValue> rows = columns.get(column);
    return rows == null
        ? Collections.emptyNavigableMap()
        : Collections.unmodifiableNavigableMap(rows);
  }

  /** One value. */
  public Optional<TableValue> value(NeighbourColumn column, TableIndex index) {
    return Optional.ofNullable(rows(column).get(index));
  }

  /** A scalar's value. */
  public Optional<TableValue> scalar(NeighbourColumn column) {
    return value(column, SCALAR);
  }

  /** Whether nothing was read. */
  public boolean isEmpty() {
    return columns.isEmpty();
  }
}
