package org.opennms.plugins.trunkline.telemetry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One measured value.
 *
 * @param name for example {@code ifHCInOctets} or a MIB name of an extra object
 * @param kind how values follow each other
 * @param number the value; NaN where it is a text
 * @param text the value as text; empty where it is a number
 * @param unit for example {@code bit/s}; may be empty
 * @param measured when it was read of the device; empty for the time of the collection
 */
public record Metric(
    String name, Kind kind, double number, String text, String unit, Optional<Instant> measured) {
  /** How values follow each other. */
  public enum Kind {
    /** Up and down. */
    GAUGE,
    /** Up only, but for restarts. */
    COUNTER
  }

  /** Rejects missing parts. */
  public Metric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(measured, "measured");
  }

  /** A level. */
  public static Metric gauge(String name, double number, String unit) {
    return new Metric(name, Kind.GAUGE, number, "", unit, Optional.empty());
  }

  /** A count. */
  public static Metric counter(String name, double number, String unit) {
    return new Metric(name, Kind.COUNTER, number, "", unit, Optional.empty());
  }

  /** A text. */
  public static Metric text(String name, String text) {
    return new Metric(name, Kind.GAUGE, Double.NaN, text, "", Optional.empty());
  }

  /** The same, read of the device at this time. */
  public Metric measuredAt(Instant at) {
    return new Metric(name, kind, number, text, unit, Optional.of(at));
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return !Double.isNaN(number);
  }
}
