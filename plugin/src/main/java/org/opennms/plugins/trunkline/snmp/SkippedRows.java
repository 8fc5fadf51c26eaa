package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.snmp4j.smi.OID;

/**
 * Finds cells that may have been left out: some agents skip rows when they are asked for many at
 * once. A cell is suspect when its row is there in another column of the same table. Most such
 * holes are true ones; only asking for the cells themselves tells. Stateless.
 */
final class SkippedRows {
  private static final int MOST_ASKED = 32;

  private SkippedRows() {}

  /** Suspect cells, at most 32, spread over the table. */
  static List<OID> suspects(TableResult table) {
    Map<OID, List<Column>> tables = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      if (column.rows() > 0) {
        OID entry = column.root();
        entry.removeLast();
        tables.computeIfAbsent(entry, e -> new ArrayList<>()).add(column);
      }
    }
    List<OID> holes = new ArrayList<>();
    tables.values().stream().filter(columns -> columns.size() > 1).forEach(c -> holes(c, holes));
    int step = Math.max(1, (holes.size() + MOST_ASKED - 1) / MOST_ASKED);
    List<OID> suspects = new ArrayList<>();
    for (int i = 0; i < holes.size(); i += step) {
      suspects.add(holes.get(i));
    }
    return suspects;
  }

  private static void holes(List<Column> columns, List<OID> holes) {
    int rows = columns.get(0).rows();
    if (columns.stream().allMatch(c -> c.rows() == rows && sameIndexes(c, columns.get(0)))) {
      return;
    }
    TreeSet<int[]> all = new TreeSet<>(Arrays::compareUnsigned);
    columns.forEach(column -> all.addAll(indexes(column)));
    for (Column column : columns) {
      TreeSet<int[]> missing = new TreeSet<>(all);
      missing.removeAll(indexes(column));
      missing.forEach(index -> holes.add(new OID(column.root().getValue(), index)));
    }
  }

  private static boolean sameIndexes(Column left, Column right) {
    for (int row = 0; row < left.rows(); row++) {
      int length = left.indexLength(row);
      if (length != right.indexLength(row)) {
        return false;
      }
      for (int i = length - 1; i >= 0; i--) {
        if (left.index(row, i) != right.index(row, i)) {
          return false;
        }
      }
    }
    return true;
  }

  private static TreeSet<int[]> indexes(Column column) {
    TreeSet<int[]> indexes = new TreeSet<>(Arrays::compareUnsigned);
    for (int row = 0; row < column.rows(); row++) {
      indexes.add(column.index(row));
    }
    return indexes;
  }
}
