package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snmp4j.smi.OID;

/**
 * What a walk brought. What was read before a failure is kept.
 *
 * @param block what was read: a column for each requested one, in that order
 * @param defects what was wrong with the agent's answers, but bearable
 * @param failure why the walk ended early; empty when it reached the end of every column
 * @param varbinds received, discarded ones included
 */
public record TableResult(
    ResultBlock block, List<Defect> defects, Optional<SnmpFailure> failure, int varbinds) {
  /** Copies the list. */
  public TableResult {
    Objects.requireNonNull(block, "block");
    defects = List.copyOf(defects);
  }

  /** A view of each requested column, in that order; without rows where there are none. */
  public List<Column> columns() {
    return block.columns();
  }

  /** The rows of the longest column. */
  public int rows() {
    return block.rows();
  }

  /**
   * Why a column may be incomplete.
   *
   * @param column object
   * @param what in words for an operator
   */
  public record Defect(OID column, String what) {}
}
