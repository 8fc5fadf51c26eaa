package org.opennms.plugins.trunkline.snmp;

import java.util.Map;

/**
 * Counters since the start of the engine, of one device or of all.
 *
 * @param requests answered or given up, retries not counted
 * @param varbinds received in usable answers
 * @param retries attempts after a request's first
 * @param timeouts requests given up without a usable answer
 * @param shrinks times that the number of repetitions was lowered
 * @param discarded what was thrown away, by reason; reasons that never happened are absent
 */
public record SnmpMetrics(
    long requests,
    long varbinds,
    long retries,
    long timeouts,
    long shrinks,
    Map<Discard, Long> discarded) {
  /** Copies the map. */
  public SnmpMetrics {
    discarded = Map.copyOf(discarded);
  }

  /** How often something was discarded for a reason. */
  public long discarded(Discard reason) {
    return discarded.getOrDefault(reason, 0L);
  }
}
