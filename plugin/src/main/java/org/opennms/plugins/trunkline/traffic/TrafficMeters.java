package org.opennms.plugins.trunkline.traffic;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.opennms.plugins.trunkline.model.TrafficQuality;

/** Counts what the part does. Thread-safe. */
public final class TrafficMeters {
  /** What is counted. */
  public enum Event {
    /** A device was asked for counters or status. */
    POLL,
    /** It did not answer, or cannot be asked. */
    SILENT,
    /** A round was left out: the device's last one is still under way. */
    OVERRUN,
    /** A round was left out: too many devices are being asked. */
    OVERLOAD,
    /** A round was left out: our clock jumped, or the machine stood still. */
    MISSED,
    /** What came was thrown away: consumers are too slow. */
    DROPPED,
    /** An interface was not measured: its ifIndex belongs to another one now. */
    STRANGER,
    /** A question to the host's archive. */
    ARCHIVE_READ,
    /** The host did not answer it. */
    ARCHIVE_FAILED,
    /** A consumer threw. */
    SINK_FAILED
  }

  private final Map<Event, LongAdder> events = new EnumMap<>(Event.class);
  private final Map<TrafficQuality, LongAdder> samples = new EnumMap<>(TrafficQuality.class);

  /** All zero. */
  public TrafficMeters() {
    for (Event event : Event.values()) {
      events.put(event, new LongAdder());
    }
    for (TrafficQuality quality : TrafficQuality.values()) {
      samples.put(quality, new LongAdder());
    }
  }

  void count(Event event) {
    count(event, 1);
  }

  void count(Event event, long times) {
    events.get(event).add(times);
  }

  void sampled(TrafficQuality quality) {
    samples.get(quality).increment();
  }

  /** How often something happened since the start. */
  public long of(Event event) {
    return events.get(event).sum();
  }

  /** How many samples of a quality were taken since the start. */
  public long samples(TrafficQuality quality) {
    return samples.get(quality).sum();
  }
}
