package org.opennms.plugins.trunkline.lab;

import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;

/**
 * A judgement beside the row that it is about.
 *
 * @param recording the row's device
 * @param row with its label, if it has one
 * @param judgement the classifier's
 */
record Answer(String recording, LabelledInterface row, Judgement judgement) {
  InterfaceRole role() {
    return judgement.classification().role();
  }

  double confidence() {
    return judgement.classification().confidence();
  }

  /** Right, tolerated answers included. */
  boolean isRight() {
    return row.isRight(role());
  }

  /** The role that the answer counts as: a tolerated answer counts as the label. */
  InterfaceRole counted() {
    return isRight() ? row.label().orElseThrow() : role();
  }
}
