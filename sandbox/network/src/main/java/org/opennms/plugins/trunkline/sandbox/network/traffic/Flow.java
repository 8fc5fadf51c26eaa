package org.opennms.plugins.trunkline.sandbox.network.traffic;

import java.time.Instant;

/**
 * One direction of a link. Both ends share it: what leaves one enters the other. Times are
 * milliseconds since the epoch.
 *
 * <p>Thread-safe: faults are set by any thread and read by the agents' loop.
 */
public sealed interface Flow permits RhythmicFlow, BundledFlow {

  /** A Monday; amounts are counted from here. */
  long ORIGIN = Instant.parse("2024-12-30T00:00:00Z").toEpochMilli();

  /** Octets that have passed since {@link #ORIGIN}; never less at a later time. */
  long octets(long now);

  /** Mean size of a packet. */
  int octetsPerPacket();

  /** Until an instant the rate is the usual one times a factor (0 stops it, 1 ends any fault). */
  void scale(double factor, long now, long until);

  /** Until an instant the rate is constant. */
  void hold(double bitsPerSecond, long now, long until);

  /** The mean rate between two instants in bit/s. */
  default double bitsPerSecond(long from, long to) {
    return (octets(to) - octets(from)) * 8_000.0 / (to - from);
  }
}
