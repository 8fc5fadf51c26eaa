package org.opennms.plugins.trunkline.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What passed an interface between two instants, whichever source it comes from.
 *
 * @param start when the interval begins; before {@code end}
 * @param end when it ends: the time of the sample
 * @param in received
 * @param out sent
 * @param adminStatus ifAdminStatus at the end; {@link AdminStatus#UNKNOWN} in history
 * @param operStatus ifOperStatus at the end; {@link OperStatus#UNTOLD} in history
 * @param quality how far the rates can be believed
 * @param consolidated whether it is a mean of several measured values, as the hourly means of an
 *     archive are: good for level and shape, never for spread or jumps
 */
public record TrafficSample(
    Instant start,
    Instant end,
    TrafficRates in,
    TrafficRates out,
    AdminStatus adminStatus,
    OperStatus operStatus,
    TrafficQuality quality,
    boolean consolidated) {
  /** Rejects missing parts and empty intervals. */
  public TrafficSample {
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(adminStatus, "adminStatus");
    Objects.requireNonNull(operStatus, "operStatus");
    Objects.requireNonNull(quality, "quality");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("The interval from " + start + " to " + end + " is empty");
    }
  }

  /** The interval's length, the step of a series of samples. */
  public Duration step() {
    return Duration.between(start, end);
  }

  /** Whether at least one direction's bit rate is known. */
  public boolean hasRates() {
    return in.isKnown() || out.isKnown();
  }
}
