package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Wakes exchanges at their next event. Cancelling costs nothing: an exchange that is done is
 * dropped when its slot comes round. Loop only; nanoseconds of a monotonic clock.
 */
final class TimerWheel {
  static final long TICK = 5_000_000L;
  private static final int SLOTS = 1024;

  private final List<List<Exchange>> slots = new ArrayList<>(SLOTS);
  private long tick;
  private int size;

  TimerWheel(long now) {
    tick = now / TICK;
    for (int i = 0; i < SLOTS; i++) {
      slots.add(new ArrayList<>());
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(Exchange exchange) {
    long due = Math.max(tick + 1, exchange.nextEvent() / TICK + 1);
    // What is due after a whole turn waits in the farthest slot and is put back from there.
    slots.get((int) (Math.min(due, tick + SLOTS - 1) % SLOTS)).add(exchange);
    size++;
  }

  /** Hands every exchange that is due to the consumer, which adds it again if need be. */
  void advance(long now, BiConsumer<Exchange, Long> due) {
    long target = now / TICK;
    long steps = Math.min(SLOTS, target - tick);
    for (long i = 0; i < steps; i++) {
      tick = target - steps + i + 1;
      turn(now, due);
    }
  }

  private void turn(long now, BiConsumer<Exchange, Long> due) {
    int index = (int) (tick % SLOTS);
    List<Exchange> slot = slots.get(index);
    if (slot.isEmpty()) {
      return;
    }
    slots.set(index, new ArrayList<>());
    size -= slot.size();
    for (Exchange exchange : slot) {
      if (exchange.done()) {
        continue;
      }
      if (exchange.nextEvent() - now > 0) {
        add(exchange);
      } else {
        due.accept(exchange, now);
      }
    }
  }
}
