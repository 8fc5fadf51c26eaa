package org.opennms.plugins.trunkline.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something about a device is another than before: reachability, topology, classification, a
 * restart, its identity.
 *
 * @param component what changed, for example {@code device}, {@code link} or an interface's name
 * @param kind for example {@code reachability} or {@code classification}
 * @param status one of ONLINE, OFFLINE, DEGRADED, MAINTENANCE
 * @param previous likewise; empty where it is not known
 * @param at when
 * @param tags more of it, {@code key=value}
 */
public record StatusChange(
    String component, String kind, String status, String previous, Instant at, List<String> tags) {
  /** Copies the list and rejects missing parts. */
  public StatusChange {
    Objects.requireNonNull(component, "component");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(at, "at");
    tags = List.copyOf(tags);
  }
}
