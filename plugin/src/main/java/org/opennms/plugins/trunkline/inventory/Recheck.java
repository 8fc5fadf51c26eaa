package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Has devices looked at again that lost monitored interfaces: modules that start slowly, or were
 * changed, are back a little later, and are not measured until they are found. Thread-safe.
 */
final class Recheck {
  static final Duration EVERY = Duration.ofMinutes(5);
  static final int TIMES = 6;

  private final Map<Integer, Wait> waits = new HashMap<>();

  private record Wait(Instant due, int left) {}

  /** A device lost interfaces at this time. */
  synchronized void lost(int nodeId, Instant at) {
    waits.put(nodeId, new Wait(at.plus(EVERY), TIMES));
  }

  /**
   * Time has passed.
   *
   * @param announce is given the nodes whose turn it is; must not wait
   */
  synchronized void tick(Instant now, IntConsumer announce) {
    waits.entrySet().removeIf(e -> e.getValue().left() == 0);
    waits.replaceAll(
        (nodeId, wait) -> {
          // A clock that was set back must not keep them waiting.
          boolean due = !now.isBefore(wait.due()) || now.plus(EVERY).isBefore(wait.due());
          if (!due) {
            return wait;
          }
          announce.accept(nodeId);
          return new Wait(now.plus(EVERY), wait.left() - 1);
        });
  }
}
