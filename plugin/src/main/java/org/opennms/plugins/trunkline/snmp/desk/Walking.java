package org.opennms.plugins.trunkline.snmp.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Ending;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Row;
import org.opennms.plugins.trunkline.snmp.Column;
import org.opennms.plugins.trunkline.snmp.IndexRange;
import org.opennms.plugins.trunkline.snmp.SnmpFailure;
import org.opennms.plugins.trunkline.snmp.TableRequest;
import org.opennms.plugins.trunkline.snmp.TableResult;
import org.opennms.plugins.trunkline.snmp.mib.MibTree;
import org.opennms.plugins.trunkline.snmp.mib.Oid;

/** One walk, page by page, so that its rows never lie in memory together. For one thread. */
final class Walking {
  private static final int PAGE = 500;

  private final Question question;
  private final MibTree tree;
  private final int limit;
  private final Consumer<Row> sink;
  private final List<String> remarks = new ArrayList<>();
  private int rows;

  Walking(Question question, MibTree tree, int limit, Consumer<Row> sink) {
    this.question = question;
    this.tree = tree;
    this.limit = limit;
    this.sink = sink;
  }

  Ending below(Oid root) {
    IndexRange rest = IndexRange.ALL;
    while (true) {
      // One row beyond the limit tells whether there are more.
      int page = Math.min(PAGE, limit - rows + 1);
      TableResult result =
          question.table(
              TableRequest.of(List.of(Wire.oid(root))).atMost(page).within(rest).inParts(1));
      Column column = result.columns().get(0);
      boolean leftOver = handOn(column);
      result.defects().forEach(defect -> remarks.add(defect.what()));
      if (leftOver) {
        return new Ending(rows, true, remarks, Optional.empty());
      }
      boolean full = result.failure().filter(f -> f instanceof SnmpFailure.TooMany).isPresent();
      if (!full || column.rows() == 0) {
        return new Ending(rows, false, remarks, result.failure().map(question::failure));
      }
      rest = behind(column.index(column.rows() - 1));
    }
  }

  /** Whether the limit leaves rows out. */
  private boolean handOn(Column column) {
    for (int row = 0; row < column.rows(); row++) {
      if (rows == limit) {
        return true;
      }
      sink.accept(Wire.row(tree, column, row));
      rows++;
    }
    return false;
  }

  /** The first name behind an index is this index with a zero. */
  private static IndexRange behind(int[] index) {
    return new IndexRange(Arrays.copyOf(index, index.length + 1), new int[0]);
  }
}
