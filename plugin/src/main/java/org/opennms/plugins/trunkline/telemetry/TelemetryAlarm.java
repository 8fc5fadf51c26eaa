package org.opennms.plugins.trunkline.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An alert as receivers are told of it.
 *
 * @param id the same from its opening to its clearing
 * @param name what is wrong, for example {@code utilization-high}
 * @param kind {@code THRESHOLD} or {@code ANOMALY}
 * @param severity one of LOW, MEDIUM, HIGH, CRITICAL
 * @param description one sentence for people
 * @param threshold what was crossed; NaN where nothing was
 * @param current the value that crossed it; NaN where there is none
 * @param opened when it began
 * @param cleared when it ended; empty while it lasts
 * @param tags more of it, {@code key=value}
 */
public record TelemetryAlarm(
    String id,
    String name,
    String kind,
    String severity,
    String description,
    double threshold,
    double current,
    Instant opened,
    Optional<Instant> cleared,
    List<String> tags) {
  /** Copies the list and rejects missing parts. */
  public TelemetryAlarm {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(opened, "opened");
    Objects.requireNonNull(cleared, "cleared");
    tags = List.copyOf(tags);
  }
}
