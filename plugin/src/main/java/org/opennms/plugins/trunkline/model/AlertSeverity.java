package org.opennms.plugins.trunkline.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad an alert is, mildest first. The host calls them WARNING, MINOR, MAJOR and CRITICAL. */
public enum AlertSeverity {
  /** Worth knowing; the host's WARNING. */
  LOW,
  /** To be looked at today; the host's MINOR. */
  MEDIUM,
  /** To be looked at now; the host's MAJOR. */
  HIGH,
  /** An incident; the host's CRITICAL. */
  CRITICAL;

  /** For example {@code high}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity that is spelled so, in any case. */
  public static Optional<AlertSeverity> parse(String text) {
    return Arrays.stream(values()).filter(s -> s.name().equalsIgnoreCase(text.trim())).findFirst();
  }

  /** The worse of two. */
  public AlertSeverity orWorse(AlertSeverity other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The milder of two. */
  public AlertSeverity atMost(AlertSeverity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** One step milder; the mildest stays. */
  public AlertSeverity milder() {
    return switch (this) {
      case LOW, MEDIUM -> LOW;
      case HIGH -> MEDIUM;
      case CRITICAL -> HIGH;
    };
  }
}
