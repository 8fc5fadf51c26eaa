package org.opennms.plugins.trunkline.traffic;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/** Asks devices for counters and status. Thread-safe; no call blocks. */
public interface CounterReader {
  /** What is asked for. */
  enum Wanted {
    /** Octets, packets, errors, discards, speed and status. */
    COUNTERS,
    /** ifAdminStatus and ifOperStatus alone; the counters are absent. */
    STATUS
  }

  /**
   * Asks for some interfaces of one device, and for nothing else.
   *
   * @param of of this device; their ifIndex says where to look, their ifName whether it is them
   * @return completes normally always, on a thread that must not be held up
   */
  CompletionStage<Answer> read(Device device, List<NetworkInterface> of, Wanted wanted);

  /** What a device answered. */
  sealed interface Answer {
    /**
     * It answered. Of an interface that is nowhere in this, nothing is known: its request was lost.
     *
     * @param readings by ifIndex
     * @param absent ifIndex of those that it does not have
     * @param strangers ifIndex of those in whose place it has another one now
     */
    record Told(Map<Integer, CounterReading> readings, Set<Integer> absent, Set<Integer> strangers)
        implements Answer {
      /** Copies what it is given. */
      public Told {
        readings = Map.copyOf(readings);
        absent = Set.copyOf(absent);
        strangers = Set.copyOf(strangers);
      }

      /** How an interface is, as far as was told; the device answered in any case. */
      public LinkStatus status(int ifIndex, Instant at) {
        CounterReading reading = readings.get(ifIndex);
        return reading == null ? LinkStatus.untold(at) : reading.status();
      }

      /** Whether it numbers its interfaces otherwise, or has others, than was asked for. */
      public boolean isOther() {
        return !absent.isEmpty() || !strangers.isEmpty();
      }
    }

    /**
     * It did not answer, or cannot be asked.
     *
     * @param why in words for an operator
     */
    record Silent(String why) implements Answer {
      /** Rejects a missing reason. */
      public Silent {
        Objects.requireNonNull(why, "why");
      }
    }
  }
}
