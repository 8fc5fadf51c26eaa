package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceKey;

/**
 * An episode in which an interface's traffic was not what is usual there at that hour.
 *
 * @param node label of the interface's node
 * @param key which interface
 * @param direction received or sent
 * @param metric what deviates
 * @param rise whether there is more than expected
 * @param severity at its worst
 * @param alarmed whether it is told to the host; the mild and the unsure are only listed
 * @param start when it began
 * @param peak when it was worst
 * @param end empty while it lasts
 * @param value at the peak, in the metric's unit
 * @param expected likewise
 * @param spread likewise: the usual distance from expected
 * @param z distance from expected in spreads, positive for a rise
 * @param confidence 0..1, in the baseline
 * @param reasons what was noticed, in words
 * @param message for people, in one line
 */
public record Anomaly(
    String node,
    InterfaceKey key,
    Direction direction,
    Metric metric,
    boolean rise,
    Severity severity,
    boolean alarmed,
    Instant start,
    Instant peak,
    Optional<Instant> end,
    double value,
    double expected,
    double spread,
    double z,
    double confidence,
    List<String> reasons,
    String message) {
  /** Copies the list and rejects missing parts. */
  public Anomaly {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    reasons = List.copyOf(reasons);
  }

  /** Which way traffic goes. */
  public enum Direction {
    /** Received by the interface. */
    IN,
    /** Sent by the interface. */
    OUT
  }

  /** What is baselined. */
  public enum Metric {
    /** bit/s. */
    BITS,
    /** Unicast packets per second. */
    PACKETS
  }

  /** By distance from expected, as operators know it. */
  public enum Severity {
    /** 3 to 4 spreads. */
    LOW,
    /** 4 to 5 spreads. */
    MEDIUM,
    /** 5 to 6 spreads. */
    HIGH,
    /** 6 spreads and over. */
    CRITICAL
  }
}
