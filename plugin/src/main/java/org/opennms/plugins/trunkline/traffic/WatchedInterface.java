package org.opennms.plugins.trunkline.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.TrafficChoice;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Traffic;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;

/**
 * A monitored interface with what was measured of it. The ring and the readable fields are
 * thread-safe; they are written by the part's one sample thread.
 */
final class WatchedInterface {
  private static final int FRESH_INTERVALS = 3;

  private final CounterTrack track = new CounterTrack();
  private final SampleRing ring = new SampleRing();
  private volatile KnownInterface known;
  private volatile Optional<LinkStatus> status = Optional.empty();
  private volatile Optional<CounterReading> reading = Optional.empty();
  private volatile Instant archivedUpTo = Instant.EPOCH;
  private volatile Instant asked = Instant.EPOCH;
  private Instant delivered = Instant.EPOCH;

  WatchedInterface(KnownInterface known) {
    this.known = known;
  }

  KnownInterface known() {
    return known;
  }

  void known(KnownInterface now) {
    known = now;
  }

  CounterTrack track() {
    return track;
  }

  SampleRing ring() {
    return ring;
  }

  Optional<LinkStatus> status() {
    return status;
  }

  void status(LinkStatus now) {
    status = Optional.of(now);
  }

  /** The last counters that were polled directly. */
  Optional<CounterReading> reading() {
    return reading;
  }

  void reading(CounterReading now) {
    reading = Optional.of(now);
  }

  /** End of the last sample that was handed on; for the sample thread. */
  Instant delivered() {
    return delivered;
  }

  void delivered(Instant end) {
    delivered = end;
  }

  /** End of the last value that the host has stored, as far as was asked. */
  Instant archivedUpTo() {
    return archivedUpTo;
  }

  void archivedUpTo(Instant end) {
    archivedUpTo = end;
  }

  /** When the host was last asked. */
  Instant asked() {
    return asked;
  }

  void asked(Instant at) {
    asked = at;
  }

  /** bit/s that utilization relates to where a contract says so; 0 for the interface's speed. */
  long contract() {
    return known.classification().contractBandwidth().orElse(0);
  }

  /** How often it is polled. */
  Duration interval(Traffic settings) {
    return known.classification().critical() ? settings.criticalInterval() : settings.interval();
  }

  /** Whether the host is asked for its traffic at all. */
  boolean wantsArchive(Traffic settings) {
    boolean faster =
        known.classification().critical()
            && settings.criticalInterval().compareTo(settings.interval()) < 0;
    return settings.choice() == TrafficChoice.HOST
        || (settings.choice() == TrafficChoice.AUTO && !faster);
  }

  /** Whether the host's last value is young enough to rely on the host. */
  boolean isArchived(Traffic settings, Instant now) {
    Instant oldest = now.minus(settings.interval().multipliedBy(FRESH_INTERVALS));
    return archivedUpTo.isAfter(oldest);
  }

  /** Where its traffic comes from. */
  TrafficSource source(Traffic settings, boolean archive, Instant now) {
    boolean host =
        archive
            && wantsArchive(settings)
            && (settings.choice() == TrafficChoice.HOST || isArchived(settings, now));
    return host ? TrafficSource.HOST : TrafficSource.DIRECT;
  }
}
