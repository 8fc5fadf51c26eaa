package org.opennms.plugins.trunkline.alert;

import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSubject;

/** What there is at most one problem of. */
record ProblemKey(String rule, AlertSubject subject) {
  static ProblemKey of(Alert alert) {
    return new ProblemKey(alert.rule(), alert.subject());
  }
}
