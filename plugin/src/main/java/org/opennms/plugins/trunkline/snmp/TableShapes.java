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
  /** Tables of more rows are split, smaller ones only when that is asked for. */
  static final int LARGE = 2_000;

  private static final int QUANTILES = 64;
  private static final int TABLES = 32;

  private final Map<OID, Shape> shapes =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OID, Shape> eldest) {
          return size() > TABLES;
        }
      };

  /** Indexes that cut so many rows into {@value #QUANTILES} parts of equal size. */
  private record Shape(int rows, List<int[]> cuts) {
    int rowsOf(int quantiles) {
      return (int) Math.ceil((double) rows * quantiles / QUANTILES);
    }
  }

  /**
   * A walked part of a table.
   *
   * @param rows it had
   * @param points indexes of every so many rows, the first included; none without rows
   */
  record Sample(int rows, List<int[]> points) {
    /** Of a part's longest column. */
    static Sample of(List<Column> columns) {
      Column longest =
          columns.stream().reduce((l, r) -> l.rows() >= r.rows() ? l : r).orElseThrow();
      int rows = longest.rows();
      int count = Math.min(rows, QUANTILES);
      List<int[]> points = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        points.add(longest.index((int) ((long) rows * i / count)));
      }
      return new Sample(rows, points);
    }
  }

  /**
   * A part to be walked.
   *
   * @param range of its rows
   * @param rows that it probably has; 0 if unknown
   */
  record Part(IndexRange range, int rows) {}

  /**
   * Learns from a table that was read wholly, in parts in the order of their rows.
   *
   * @param wanted whether a small table is to be remembered too
   */
  synchronized void learn(OID table, List<Sample> parts, boolean wanted) {
    int rows = parts.stream().mapToInt(Sample::rows).sum();
    if (rows == 0 || (rows <= LARGE && !wanted && !shapes.containsKey(table))) {
      shapes.remove(table);
      return;
    }
    List<int[]> cuts = new ArrayList<>(QUANTILES - 1);
    double before = 0;
    for (Sample part : parts) {
      for (int[] point : part.points()) {
        if (before >= (cuts.size() + 1.0) * rows / QUANTILES && cuts.size() < QUANTILES - 1) {
          cuts.add(point);
        }
        before += (double) part.rows() / part.points().size();
      }
    }
    shapes.put(table, new Shape(rows, cuts));
  }

  /** How many rows a table had whose rows are known; 0 for others. */
  synchronized int rows(OID table) {
    Shape known = shapes.get(table);
    return known == null ? 0 : known.rows();
  }

  /**
   * Parts that together are the whole range, whatever rows came or went since: each begins where
   * the one before it ends.
   */
  synchronized List<Part> parts(OID table, IndexRange whole, int count) {
    Shape known = shapes.getOrDefault(table, new Shape(0, List.of()));
    List<int[]> inside =
        known.cuts().stream()
            .filter(cut -> Arrays.compareUnsigned(whole.from(), cut) < 0)
            .filter(cut -> whole.isOpen() || Arrays.compareUnsigned(cut, whole.before()) < 0)
            .toList();
    List<Part> parts = new ArrayList<>();
    int[] from = whole.from();
    int last = -1;
    for (int i = 1; i < Math.min(count, inside.size() + 1); i++) {
      int at = (int) ((inside.size() + 1L) * i / count) - 1;
      if (at > last) {
        parts.add(new Part(new IndexRange(from, inside.get(at)), known.rowsOf(at - last)));
        from = inside.get(at);
        last = at;
      }
    }
    int rest = whole.isAll() ? known.rowsOf(inside.size() - last) : 0;
    parts.add(new Part(new IndexRange(from, whole.before()), parts.isEmpty() ? 0 : rest));
    return parts;
  }
}
