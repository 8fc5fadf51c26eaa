package org.opennms.plugins.trunkline.snmp;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opennms.plugins.trunkline.snmp.TableResult.Defect;

/** Joins the parts of a table that was read in several ranges. Stateless. */
final class TableParts {
  private TableParts() {}

  /**
   * The whole table, from parts in the order of their ranges. That it is whole and that no row
   * comes twice is checked, not believed: rows must increase from part to part, or the column gets
   * a defect.
   */
  static TableResult join(List<TableResult> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    List<Defect> defects = new ArrayList<>();
    parts.forEach(part -> defects.addAll(part.defects()));
    int columns = parts.get(0).columns().size();
    List<ColumnBuilder> joined =
        IntStream.range(0, columns)
            .mapToObj(i -> join(parts.stream().map(p -> p.columns().get(i)).toList(), defects))
            .toList();
    Instant readAt = parts.stream().map(p -> p.block().readAt()).max(naturalOrder()).orElseThrow();
    // A part that stopped leaves a gap; an answer that never came says more than a limit.
    Optional<SnmpFailure> failure =
        parts.stream()
            .flatMap(part -> part.failure().stream())
            .min(Comparator.comparing(why -> why instanceof SnmpFailure.TooMany));
    int varbinds = parts.stream().mapToInt(TableResult::varbinds).sum();
    return new TableResult(ResultBlock.of(readAt, joined), defects, failure, varbinds);
  }

  private static ColumnBuilder join(List<Column> parts, List<Defect> defects) {
    ColumnBuilder all = new ColumnBuilder(parts.get(0).root().getValue());
    Column last = null;
    for (Column part : parts) {
      if (part.rows() == 0) {
        continue;
      }
      if (last != null && !increases(last, part)) {
        defects.add(new Defect(part.root(), "the parts of the table overlap"));
      }
      all.addAll(part);
      last = part;
    }
    return all;
  }

  private static boolean increases(Column left, Column right) {
    int[] before = left.index(left.rows() - 1);
    int[] after = right.index(0);
    return SubIds.compare(before, before.length, after, after.length) < 0;
  }
}
