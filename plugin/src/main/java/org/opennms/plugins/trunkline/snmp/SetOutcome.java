package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import org.snmp4j.smi.VariableBinding;

/** What came of a change. */
public sealed interface SetOutcome {
  /**
   * The device confirmed it.
   *
   * @param values as the device answered them
   */
  record Done(List<VariableBinding> values) implements SetOutcome {
    /** Copies the list. */
    public Done {
      values = List.copyOf(values);
    }
  }

  /**
   * Nothing was sent.
   *
   * @param why and what to do, for an operator
   */
  record Refused(String why) implements SetOutcome {}

  /**
   * It was sent, but not confirmed. The device changed nothing when it answered with an error; when
   * it did not answer, nobody knows.
   *
   * @param why the reason
   */
  record Failed(SnmpFailure why) implements SetOutcome {}
}
