package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.AlertSeverity;

/**
 * How far an interface's traffic is from its baseline.
 *
 * @param direction {@code in} or {@code out}
 * @param rise whether there is more than expected
 * @param severity the baseline's own
 * @param since when it began
 * @param value bit/s
 * @param expected bit/s
 * @param spread bit/s, the usual distance from expected
 * @param z distance in spreads
 * @param confidence 0..1, in the baseline
 * @param reasons in words
 */
public record Deviation(
    String direction,
    boolean rise,
    AlertSeverity severity,
    Instant since,
    double value,
    double expected,
    double spread,
    double z,
    double confidence,
    List<String> reasons) {
  /** Copies the list and rejects missing parts. */
  public Deviation {
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(since, "since");
    reasons = List.copyOf(reasons);
  }
}
