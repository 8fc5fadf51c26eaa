package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import java.util.Optional;
import org.snmp4j.smi.OID;

/**
 * What a walk brought. What was read before a failure is kept.
 *
 * @param columns one per requested column, in that order; without rows where there are none
 * @param defects what was wrong with the agent's answers, but bearable
 * @param failure why the walk ended early; empty when it reached the end of every column
 * @param varbinds received, discarded ones included
 */
public record TableResult(
    List<Column> columns, List<Defect> defects, Optional<SnmpFailure> failure, int varbinds) {
  /** Copies the lists. */
  public TableResult {
    columns = List.copyOf(columns);
    defects = List.copyOf(defects);
  }

  /** The rows of the longest column. */
  public int rows() {
    return columns.stream().mapToInt(Column::rows).max().orElse(0);
  }

  /**
   * Why a column may be incomplete.
   *
   * @param column object
   * @param what in words for an operator
   */
  public record Defect(OID column, String what) {}
}
