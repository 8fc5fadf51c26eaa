package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject;

/**
 * What a rule says of a reading.
 *
 * @param rule which rule
 * @param subject about what
 * @param place the subject in words
 * @param verdict what it says
 * @param severity how bad it would be
 * @param from since when it is so
 * @param at when it was seen
 * @param text in words, after the place
 * @param facts parameters of the host's event
 * @param reasons why, in words
 */
record Finding(
    AlertRule rule,
    AlertSubject subject,
    AlertPlace place,
    Verdict verdict,
    AlertSeverity severity,
    Instant from,
    Instant at,
    String text,
    Map<String, String> facts,
    List<String> reasons) {
  /** What a rule can say. */
  enum Verdict {
    /** The problem is there. */
    BREACHED,
    /** Neither: between the threshold and the level at which it is over. */
    HELD,
    /** The problem is not there. */
    GOOD
  }

  /** The same subject and time without the problem. */
  Finding good(String why) {
    return new Finding(rule, subject, place, Verdict.GOOD, severity, from, at, why, facts, reasons);
  }

  Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(verdict, "verdict");
    facts = Map.copyOf(facts);
    reasons = List.copyOf(reasons);
  }
}
