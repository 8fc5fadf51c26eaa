package org.opennms.plugins.trunkline.topology;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opennms.plugins.trunkline.model.LinkSource;

/**
 * Everything that one look at one device told.
 *
 * @param device what it is, now
 * @param covered the sources that were read wholly: what they no longer tell is gone. What other
 *     sources told before stays until it expires, so that a walk that failed loses no link
 * @param observations of the sources covered, and of those read in part
 * @param at when it was looked at
 * @param expires when the observations stop to count unless they are seen again
 */
public record DeviceReport(
    TopologyDevice device,
    Set<LinkSource> covered,
    List<Observation> observations,
    Instant at,
    Instant expires) {
  /** Copies the collections and rejects missing parts. */
  public DeviceReport {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(expires, "expires");
    covered = Set.copyOf(covered);
    observations = List.copyOf(observations);
  }
}
