package org.opennms.plugins.trunkline.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * The metrics that the host has collected and stored. Calls block on the host; thread-safe. Never
 * called from the host's own threads.
 */
public interface MetricArchive {
  /** Whether it is to be asked at all: a matter of configuration. */
  boolean isConfigured();

  /**
   * What is stored of some interfaces of one device, as finely as the host has kept it. Whoever
   * asks for more than the last week asks in two pieces: a round-robin archive answers a question
   * that reaches beyond a week with hourly means throughout.
   *
   * @param from inclusive
   * @param to exclusive
   */
  Answer read(Device device, List<NetworkInterface> of, Instant from, Instant to);

  /** What the host answered. */
  sealed interface Answer {
    /**
     * It answered.
     *
     * @param series of those interfaces that it collects
     */
    record Stored(Map<InterfaceKey, Series> series) implements Answer {
      /** Copies the map. */
      public Stored {
        series = Map.copyOf(series);
      }
    }

    /**
     * It cannot be asked now.
     *
     * @param why in words for an operator, with what to do
     */
    record Unavailable(String why) implements Answer {
      /** Rejects a missing reason. */
      public Unavailable {
        Objects.requireNonNull(why, "why");
      }
    }
  }

  /** The metrics, per second as the host stores counters. */
  enum Metric {
    /** Octets received. */
    IN_OCTETS,
    /** Octets sent. */
    OUT_OCTETS,
    /** Unicast packets received. */
    IN_PACKETS,
    /** Unicast packets sent. */
    OUT_PACKETS,
    /** Packets received with errors. */
    IN_ERRORS,
    /** Packets that could not be sent. */
    OUT_ERRORS,
    /** Packets received and discarded. */
    IN_DISCARDS,
    /** Packets to be sent and discarded. */
    OUT_DISCARDS
  }

  /**
   * What is stored of one interface. Not to be changed by whoever gets it.
   *
   * @param ends milliseconds since the epoch, ascending; each value is the mean of one step up to
   *     this time
   * @param stepMillis the step
   * @param values by metric, each as long as {@code ends}, NaN where there is no value; metrics
   *     that are not stored are absent
   */
  @SuppressWarnings("ArrayRecordComponent") // read in place, millions of them, and never compared
  record Series(long[] ends, long stepMillis, Map<Metric, double[]> values) {
    /** Rejects arrays that do not fit together. */
    public Series {
      if (stepMillis <= 0) {
        throw new IllegalArgumentException("step " + stepMillis);
      }
      values.forEach(
          (metric, column) -> {
            if (column.length != ends.length) {
              throw new IllegalArgumentException(metric + " has " + column.length + " values");
            }
          });
    }
  }
}
