package org.opennms.plugins.trunkline.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.TrafficSample;

/**
 * What was measured before: the host's archive, and where it has nothing, the own ring of the last
 * day. Calls block on the host; never to be called from the host's threads. Thread-safe.
 */
public interface TrafficHistory {
  /**
   * One interface.
   *
   * @param from inclusive
   * @param to exclusive; not before {@code from}
   */
  Reading read(KnownInterface of, Instant from, Instant to);

  /**
   * Many interfaces, several asked for at once. Returns when all were handed over, or soon after
   * the receiver no longer wants more.
   *
   * @param receiver called by the caller's thread, once per interface, in any order
   */
  void readAll(List<KnownInterface> of, Instant from, Instant to, Receiver receiver);

  /** What is known of one interface. */
  sealed interface Reading {
    /**
     * There is an archive.
     *
     * @param samples in the order of time; may be empty; intervals of which nothing is known are
     *     left out; older ones are often {@link TrafficSample#consolidated()}
     */
    record Samples(List<TrafficSample> samples) implements Reading {
      /** Copies the list. */
      public Samples {
        samples = List.copyOf(samples);
      }
    }

    /**
     * There is none, or it cannot be read now.
     *
     * @param why in words for an operator
     */
    record Absent(String why) implements Reading {
      /** Rejects a missing reason. */
      public Absent {
        Objects.requireNonNull(why, "why");
      }
    }
  }

  /** Takes the history of many interfaces. */
  interface Receiver {
    /** One interface, done. */
    void history(KnownInterface of, Reading reading);

    /** Whether to go on. */
    default boolean wantsMore() {
      return true;
    }
  }
}
