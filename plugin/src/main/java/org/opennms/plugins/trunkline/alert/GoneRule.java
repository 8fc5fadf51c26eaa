package org.opennms.plugins.trunkline.alert;

import java.util.Optional;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.alert.rule.Selection;
import org.opennms.plugins.trunkline.alert.rule.Severities;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSeverity;

/** Stands for a rule that is gone while its alert is still open. Stateless. */
final class GoneRule {
  private GoneRule() {}

  static AlertRule rule(Alert alert) {
    return new AlertRule(
        alert.rule(),
        alert.kind(),
        Selection.ALL,
        Severities.always(alert.severity()),
        AlertRule.Levels.NONE,
        AlertRule.Lasting.AT_ONCE,
        AlertSeverity.LOW,
        Optional.empty());
  }
}
