package org.opennms.plugins.trunkline.topology;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is known of one device now: enough to begin again after a restart.
 *
 * @param device what it is
 * @param seen what it sees, in the order of {@link Observation#key()}
 */
public record DeviceState(TopologyDevice device, List<Seen> seen) {
  /**
   * An observation in time.
   *
   * @param observation what
   * @param firstSeen when it began
   * @param lastSeen when it was told last
   * @param expires when it stops to count unless it is told again
   */
  public record Seen(
      Observation observation, Instant firstSeen, Instant lastSeen, Instant expires) {
    /** Rejects missing parts. */
    public Seen {
      Objects.requireNonNull(observation, "observation");
      Objects.requireNonNull(firstSeen, "firstSeen");
      Objects.requireNonNull(lastSeen, "lastSeen");
      Objects.requireNonNull(expires, "expires");
    }
  }

  /** Copies the list and rejects a missing device. */
  public DeviceState {
    Objects.requireNonNull(device, "device");
    seen = List.copyOf(seen);
  }
}
