package org.opennms.plugins.trunkline.alert.rule;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;

/**
 * What is a problem, where, when and how bad.
 *
 * @param name unique; letters, digits and hyphens, since it is part of the host's reduction keys
 * @param kind what is looked at
 * @param where on which interfaces or nodes
 * @param severities how bad it is there
 * @param levels the threshold and the level at which it is over
 * @param lasting how long it must last
 * @param atLeast the mildest finding of a baseline that counts; {@link AlertSeverity#LOW} for other
 *     kinds
 * @param when the only time at which it is raised; empty is always
 */
public record AlertRule(
    String name,
    AlertKind kind,
    Selection where,
    Severities severities,
    Levels levels,
    Lasting lasting,
    AlertSeverity atLeast,
    Optional<Window> when) {
  /** Rejects missing parts. */
  public AlertRule {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(severities, "severities");
    Objects.requireNonNull(levels, "levels");
    Objects.requireNonNull(lasting, "lasting");
    Objects.requireNonNull(atLeast, "atLeast");
    Objects.requireNonNull(when, "when");
  }

  /**
   * Levels of a share, 0..1 (or a little more, for utilization).
   *
   * @param above a value above this is a problem
   * @param clear a value at or below this is none; between the two, it stays as it was
   * @param packets fewer than this in the interval say nothing
   */
  public record Levels(double above, double clear, long packets) {
    /** For rules that look at no share. */
    public static final Levels NONE = new Levels(0, 0, 0);
  }

  /**
   * How long or how often it must be so.
   *
   * @param raise without interruption
   * @param times at least so many
   * @param of of the last so many readings
   * @param flaps opened more often than this in {@code flapSpan} is flapping; 0 is never
   * @param flapSpan see there; also how long flapping must be calm to be over
   */
  public record Lasting(Duration raise, int times, int of, int flaps, Duration flapSpan) {
    /** At once, and flapping after five times in half an hour. */
    public static final Lasting AT_ONCE =
        new Lasting(Duration.ZERO, 1, 1, 5, Duration.ofMinutes(30));

    /** Rejects impossible counts. */
    public Lasting {
      Objects.requireNonNull(raise, "raise");
      Objects.requireNonNull(flapSpan, "flapSpan");
      if (times < 1 || of < times || of > 60) {
        throw new IllegalArgumentException(times + " of " + of + " cannot be");
      }
    }
  }
}
