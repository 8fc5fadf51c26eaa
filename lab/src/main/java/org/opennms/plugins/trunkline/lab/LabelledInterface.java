package org.opennms.plugins.trunkline.lab;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/**
 * One row of a table.
 *
 * @param evidence what the row knows of the interface
 * @param label what it truly is; empty where nobody said
 * @param tolerated other answers that are not wrong
 */
record LabelledInterface(
    InterfaceEvidence evidence, Optional<InterfaceRole> label, Set<InterfaceRole> tolerated) {
  LabelledInterface {
    EnumSet<InterfaceRole> copy = EnumSet.noneOf(InterfaceRole.class);
    copy.addAll(tolerated);
    tolerated = Set.copyOf(copy);
  }

  /** Whether an answer is right, tolerated ones included; false without a label. */
  boolean isRight(InterfaceRole answer) {
    return label.isPresent() && (label.get() == answer || tolerated.contains(answer));
  }
}
