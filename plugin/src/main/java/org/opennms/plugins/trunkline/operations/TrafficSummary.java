package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;

/**
 * What passed a monitored interface in the last 24 hours.
 *
 * @param of the interface
 * @param source {@code host} or {@code direct}
 * @param from begin of the 24 hours
 * @param to their end
 * @param coverage 0..1, the share of the time that was measured
 * @param in received
 * @param out sent
 * @param status as last asked; empty before the first time
 */
public record TrafficSummary(
    KnownInterface of,
    String source,
    Instant from,
    Instant to,
    double coverage,
    TrafficTotals in,
    TrafficTotals out,
    Optional<LinkStatus> status) {
  /** Rejects missing parts. */
  public TrafficSummary {
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(status, "status");
  }

  /** The busier direction's mean, 0 where nothing is known: what the busiest are sorted by. */
  public double busyMbps() {
    return Math.max(zeroIfUnknown(in.averageMbps()), zeroIfUnknown(out.averageMbps()));
  }

  private static double zeroIfUnknown(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
