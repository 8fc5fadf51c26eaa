package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * Places where rows may have been left out of long answers: behind every row whose successor is not
 * the next number, and behind the last one. A column without such places but the last has none,
 * since what was skipped would show. Most gaps are true ones; GETNEXT tells. Immutable.
 */
final class RowGaps {
  private static final int MOST_ASKED = 16;
  private static final int PROOF = 2;

  private final int[] root;
  private final IndexRange range;
  private final List<Gap> gaps;

  /**
   * A place between two rows.
   *
   * @param before index of the row before it
   * @param after index of the row after it; null behind the last row
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Gap(int[] before, int[] after) {}

  private RowGaps(int[] root, IndexRange range, List<Gap> gaps) {
    this.root = root;
    this.range = range;
    this.gaps = gaps;
  }

  /** At most 16 of the longest column, spread over it; none when its rows are without a gap. */
  static RowGaps of(List<Column> columns, IndexRange range) {
    Column longest = columns.stream().reduce((l, r) -> l.rows() >= r.rows() ? l : r).orElseThrow();
    List<Integer> places = new ArrayList<>();
    for (int row = 0; row + 1 < longest.rows(); row++) {
      if (!isNext(longest, row)) {
        places.add(row);
      }
    }
    List<Gap> chosen = new ArrayList<>();
    int step = Math.max(1, (places.size() + MOST_ASKED - 2) / (MOST_ASKED - 1));
    for (int i = 0; i < places.size(); i += step) {
      int row = places.get(i);
      chosen.add(new Gap(longest.index(row), longest.index(row + 1)));
    }
    if (!chosen.isEmpty()) {
      chosen.add(new Gap(longest.index(longest.rows() - 1), null));
    }
    return new RowGaps(longest.root().getValue(), range, chosen);
  }

  private static boolean isNext(Column column, int row) {
    int length = column.indexLength(row);
    if (length == 0 || length != column.indexLength(row + 1)) {
      return false;
    }
    for (int i = 0; i < length - 1; i++) {
      if (column.index(row, i) != column.index(row + 1, i)) {
        return false;
      }
    }
    return column.index(row, length - 1) + 1 == column.index(row + 1, length - 1);
  }

  boolean isEmpty() {
    return gaps.isEmpty();
  }

  /** Asks for what follows the row before each gap. */
  RequestPdu question() {
    return RequestPdu.reading(
        PduType.GET_NEXT,
        gaps.stream().map(gap -> SubIds.join(root, gap.before())).toArray(int[][]::new));
  }

  /**
   * How many gaps turn out to hide rows; 0 when it is but one of several: a row that has come since
   * is no lie.
   */
  int hiding(List<VariableBinding> answer) {
    int hiding = 0;
    for (int i = 0; i < Math.min(answer.size(), gaps.size()); i++) {
      hiding += hides(gaps.get(i), answer.get(i)) ? 1 : 0;
    }
    return hiding >= Math.min(PROOF, gaps.size()) ? hiding : 0;
  }

  private boolean hides(Gap gap, VariableBinding found) {
    int[] name = found.getOid().getValue();
    if (found.isException() || !found.getOid().startsWith(new OID(root))) {
      return false;
    }
    int[] index = Arrays.copyOfRange(name, root.length, name.length);
    return Arrays.compareUnsigned(index, gap.before()) > 0
        && (gap.after() == null || Arrays.compareUnsigned(index, gap.after()) < 0)
        && !range.endsBefore(name, name.length, root.length);
  }
}
