package org.opennms.plugins.trunkline.shell;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Instants for people: UTC, whole seconds. Files and JSON keep the full precision. */
final class Times {
  private Times() {}

  /** For example {@code 2026-11-20T08:00:00Z}. */
  static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The instant, or what is said where there is none. */
  static String text(Optional<Instant> instant, String none) {
    return instant.map(Times::text).orElse(none);
  }
}
