package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snmp4j.smi.OID;

/**
 * How the rows of a device's large tables lay at the last walk, so that the next can be split into
 * parts of equal size. Thread-safe.
 */
final class TableShapes {
  private static final int LARGE = 2_000;
  private static final int QUANTILES = 64;
  private static final int TABLES = 32;

  /** Indexes that cut the rows into {@value #QUANTILES} parts of equal size. */
  private final Map<OID, List<int[]>> cuts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OID, List<int[]>> eldest) {
          return size() > TABLES;
        }
      };

  /** Learns from a column that was read wholly. */
  synchronized void learn(OID table, Column column) {
    if (column.rows() <= LARGE) {
      cuts.remove(table);
      return;
    }
    List<int[]> learned = new ArrayList<>(QUANTILES - 1);
    for (int i = 1; i < QUANTILES; i++) {
      learned.add(column.index((int) ((long) column.rows() * i / QUANTILES)));
    }
    cuts.put(table, learned);
  }

  /** Whether the table is known to be large. */
  synchronized boolean isLarge(OID table) {
    return cuts.containsKey(table);
  }

  /**
   * Parts that together are the whole table, whatever rows came or went since: each begins where
   * the one before it ends.
   */
  synchronized List<IndexRange> parts(OID table, int count) {
    List<int[]> known = cuts.getOrDefault(table, List.of());
    List<IndexRange> parts = new ArrayList<>();
    int[] from = {};
    for (int i = 1; i < Math.min(count, known.size() + 1); i++) {
      int[] cut = known.get(known.size() * i / count);
      if (Arrays.compareUnsigned(from, cut) < 0) {
        parts.add(new IndexRange(from, cut));
        from = cut;
      }
    }
    parts.add(new IndexRange(from, new int[0]));
    return parts;
  }
}
