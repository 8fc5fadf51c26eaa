package org.opennms.plugins.trunkline.traffic;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import org.opennms.plugins.trunkline.model.Device;
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
     * It answered.
     *
     * @param readings by ifIndex, of those interfaces that it has
     * @param strangers interfaces whose ifIndex belongs to another one now
     */
    record Told(Map<Integer, CounterReading> readings, int strangers) implements Answer {
      /** Copies the map. */
      public Told {
        readings = Map.copyOf(readings);
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
