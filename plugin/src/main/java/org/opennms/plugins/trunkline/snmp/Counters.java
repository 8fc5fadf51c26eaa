package org.opennms.plugins.trunkline.snmp;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counters that one thread writes and any thread reads. */
final class Counters {
  /** What is counted apart from discards. */
  enum Event {
    REQUEST,
    VARBIND,
    RETRY,
    TIMEOUT,
    SHRINK
  }

  private final Map<Event, AtomicLong> events = new EnumMap<>(Event.class);
  private final Map<Discard, AtomicLong> discards = new EnumMap<>(Discard.class);

  Counters() {
    for (Event event : Event.values()) {
      events.put(event, new AtomicLong());
    }
    for (Discard reason : Discard.values()) {
      discards.put(reason, new AtomicLong());
    }
  }

  void add(Event event, long amount) {
    bump(events.get(event), amount);
  }

  void add(Discard reason, long amount) {
    bump(discards.get(reason), amount);
  }

  SnmpMetrics snapshot() {
    Map<Discard, Long> discarded = new EnumMap<>(Discard.class);
    discards.forEach(
        (reason, count) -> {
          if (count.get() > 0) {
            discarded.put(reason, count.get());
          }
        });
    return new SnmpMetrics(
        events.get(Event.REQUEST).get(),
        events.get(Event.VARBIND).get(),
        events.get(Event.RETRY).get(),
        events.get(Event.TIMEOUT).get(),
        events.get(Event.SHRINK).get(),
        discarded);
  }

  private static void bump(AtomicLong counter, long amount) {
    // A single writer needs no atomic addition.
    counter.setRelease(counter.getPlain() + amount);
  }
}
