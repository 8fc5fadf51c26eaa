package org.opennms.plugins.trunkline.alert;

import java.util.Objects;
import org.opennms.plugins.trunkline.model.AlertSeverity;

/**
 * An alarm of the host, as far as alerts need it.
 *
 * @param id the host's
 * @param uei of the problem
 * @param rule ours: the rule; empty for an alarm that is not ours
 * @param subject ours: the subject's key; empty likewise
 * @param state how it is
 * @param severity how bad; {@link AlertSeverity#LOW} for what is less than a warning
 * @param nodeId its node; 0 for none
 * @param ifIndex the interface that it is about; 0 for none, or where the key does not tell
 */
public record HostAlarm(
    int id,
    String uei,
    String rule,
    String subject,
    State state,
    AlertSeverity severity,
    int nodeId,
    int ifIndex) {
  /** How an alarm is. */
  public enum State {
    /** A problem. */
    OPEN,
    /** Cleared by a resolution event. */
    RESOLVED,
    /** Cleared by an operator. */
    CLEARED_BY_HAND,
    /** No longer in the list. */
    DELETED
  }

  /** Rejects missing parts. */
  public HostAlarm {
    Objects.requireNonNull(uei, "uei");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(severity, "severity");
  }

  /** Whether a rule of ours raised it. */
  public boolean isOurs() {
    return !rule.isEmpty() && !subject.isEmpty();
  }
}
