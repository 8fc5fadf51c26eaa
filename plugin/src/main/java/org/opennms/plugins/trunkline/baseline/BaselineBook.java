package org.opennms.plugins.trunkline.baseline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.baseline.series.DetectorSettings;
import org.opennms.plugins.trunkline.baseline.series.EpisodeGate;
import org.opennms.plugins.trunkline.baseline.series.SeriesState;
import org.opennms.plugins.trunkline.baseline.series.Verdict;
import org.opennms.plugins.trunkline.baseline.series.WeekCursor;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.operations.Anomaly.Direction;
import org.opennms.plugins.trunkline.operations.Anomaly.Metric;
import org.opennms.plugins.trunkline.traffic.SampleSink;

/**
 * All baselines. Samples come on the traffic part's thread, which judges and learns them;
 * everything else may be asked from any thread.
 */
final class BaselineBook implements SampleSink {
  private static final Set<String> ZONE_KEYS = Set.of("timezone", "time-zone");

  /** So many spreads in the same direction as before a restart are the same episode. */
  private static final double LASTS = 2;

  private final Map<MetricKey, MetricBaseline> baselines = new ConcurrentHashMap<>();
  private final Map<ZoneId, WeekCursor> cursors = new ConcurrentHashMap<>();
  private final WriteQueue writes = new WriteQueue();
  // Told before a restart, and not yet since.
  private final Set<MetricKey> resumed = ConcurrentHashMap.newKeySet();
  // Told, but no longer known, which is not told yet.
  private final Map<MetricKey, Anomaly> forgotten = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<AnomalySink> sinks = new CopyOnWriteArrayList<>();
  private final PeerShapes peers = new PeerShapes(baselines);
  private final AtomicLong badZones = new AtomicLong();
  private final Verdict verdict = new Verdict();
  private final Supplier<BaselineSettings> settings;
  private final EpisodeLog log;
  private final AlarmBudget budget;
  private final IntSupplier metrics;

  BaselineBook(Supplier<BaselineSettings> settings, EpisodeLog log, AlarmBudget budget) {
    this.settings = settings;
    this.log = log;
    this.budget = budget;
    metrics = baselines::size;
  }

  /**
   * One that is not the whole installation's.
   *
   * @param metrics how many the budget is shared by
   */
  BaselineBook(
      Supplier<BaselineSettings> settings,
      EpisodeLog log,
      AlarmBudget budget,
      IntSupplier metrics) {
    this.settings = settings;
    this.log = log;
    this.budget = budget;
    this.metrics = metrics;
  }

  void addSink(AnomalySink sink) {
    sinks.add(sink);
  }

  Map<MetricKey, MetricBaseline> all() {
    return baselines;
  }

  /** What is to be stored. */
  WriteQueue writes() {
    return writes;
  }

  /** What there is to be stored of an interface. */
  KeptInterface kept(InterfaceKey of) {
    return new KeptInterface(
        of,
        MetricKey.all(of).stream()
            .flatMap(key -> Optional.ofNullable(baselines.get(key)).map(b -> kept(key, b)).stream())
            .toList());
  }

  private KeptInterface.Series kept(MetricKey key, MetricBaseline baseline) {
    return new KeptInterface.Series(key, baseline, log.open(key));
  }

  /** Takes over what was stored, unless more was learned since. */
  void restore(KeptInterface.Series stored) {
    MetricKey key = stored.key();
    MetricBaseline taken =
        baselines.merge(
            key, stored.baseline(), (now, before) -> now.knowsMoreThan(before) ? now : before);
    if (taken == stored.baseline()) {
      stored.episode().ifPresent(episode -> resume(key, episode));
    }
  }

  private void resume(MetricKey key, Anomaly episode) {
    log.put(key, episode);
    if (episode.alarmed()) {
      resumed.add(key);
    }
  }

  long badZones() {
    return badZones.get();
  }

  MetricBaseline empty() {
    return new MetricBaseline(DetectorSettings.standard(), settings.get().lookBackWeeks());
  }

  /** Takes what was learned anew; an episode that is under way goes on. */
  void put(MetricKey key, MetricBaseline baseline) {
    if (log.open(key).isPresent()) {
      Optional.ofNullable(baselines.get(key)).ifPresent(baseline::goOnFrom);
    }
    baselines.put(key, baseline);
    // Not urgent: a whole network that has learned would hold up what is.
    writes.changed(key.of(), Instant.EPOCH);
  }

  /** Forgets an interface; whether there was anything. */
  boolean forget(InterfaceKey of) {
    boolean known = false;
    for (MetricKey key : MetricKey.all(of)) {
      known |= baselines.remove(key) != null;
      log.forget(key).filter(Anomaly::alarmed).ifPresent(a -> forgotten.put(key, a));
      peers.forget(key);
    }
    writes.urgent(of);
    return known;
  }

  /** Ends the episodes of interfaces that are measured no longer: no sample will. */
  void endUnless(Predicate<InterfaceKey> measured, Instant now) {
    for (MetricKey key : log.underWay()) {
      if (!measured.test(key.of())) {
        Optional.ofNullable(baselines.get(key)).ifPresent(MetricBaseline::endEpisode);
        log.end(key, now).filter(Anomaly::alarmed).ifPresent(a -> forgotten.put(key, a));
        writes.urgent(key.of());
      }
    }
  }

  @Override
  public void status(KnownInterface of, LinkStatus status) {
    // An interface that is down is the alerts' business; its traffic is judged like any other.
  }

  @Override
  public void sample(KnownInterface of, TrafficSample sample) {
    WeekCursor at = cursor(of.device()).moveTo(sample.end().getEpochSecond());
    Optional<PlannedTime.Kind> plan = planned(of.device(), sample.end());
    each(of.key(), sample, (key, value) -> take(of, key, at, value, sample.quality(), plan));
    writes.changed(of.key(), sample.end());
  }

  /** What the calendar says of a node at this time. */
  Optional<PlannedTime.Kind> planned(Device device, Instant at) {
    PlannedCalendar calendar = settings.get().calendar();
    return calendar.times().isEmpty()
        ? Optional.empty()
        : calendar.at(at, zone(device), device.label());
  }

  /** Hands over the values that a sample tells. */
  static void each(InterfaceKey of, TrafficSample sample, ValueReceiver receiver) {
    each(of, Direction.IN, sample.in(), receiver);
    each(of, Direction.OUT, sample.out(), receiver);
  }

  private static void each(
      InterfaceKey of, Direction direction, TrafficRates rates, ValueReceiver receiver) {
    receiver.value(new MetricKey(of, direction, Metric.BITS), rates.bitsPerSecond());
    receiver.value(new MetricKey(of, direction, Metric.PACKETS), rates.packetsPerSecond());
  }

  private void take(
      KnownInterface of,
      MetricKey key,
      WeekCursor at,
      double value,
      TrafficQuality quality,
      Optional<PlannedTime.Kind> plan) {
    Anomaly told = forgotten.remove(key);
    if (told != null) {
      Instant time = Instant.ofEpochSecond(at.time());
      ended(of, time, Anomalies.ended(told, time));
    }
    if (!isTold(quality) || !Double.isFinite(value)) {
      MetricBaseline known = baselines.get(key);
      if (known != null) {
        known.interrupt(
            quality == TrafficQuality.GAP ? SeriesState.STALE : SeriesState.DISCONTINUITY);
      }
      return;
    }
    MetricBaseline baseline = baseline(of, key, at);
    if (!baseline.isLater(at)) {
      return;
    }
    double alarms =
        budget.threshold(
            settings.get().alarmsPerDay(), metrics.getAsInt(), of.classification().role());
    baseline.announce(plan.filter(p -> p == PlannedTime.Kind.HOLIDAY).isPresent());
    Duration calm = settings.get().calm();
    boolean excluded = plan.filter(p -> p == PlannedTime.Kind.EXCLUSION).isPresent();
    EpisodeGate.Change change =
        excluded
            ? baseline.mask(at, value, verdict, alarms, calm)
            : baseline.take(at, value, verdict, alarms, calm);
    follow(of, key, baseline, change, value, at);
  }

  /** Whether samples of a quality are judged and learned. */
  static boolean isTold(TrafficQuality quality) {
    // Counters that stand still say that nothing flows, which is for the baseline to judge.
    return quality.isTrusted() || quality == TrafficQuality.STUCK;
  }

  private MetricBaseline baseline(KnownInterface of, MetricKey key, WeekCursor at) {
    InterfaceRole role = of.classification().role();
    MetricBaseline known = baselines.get(key);
    if (known == null) {
      MetricBaseline fresh = empty();
      peers.lend(key, role, at.time(), fresh);
      known = Objects.requireNonNullElse(baselines.putIfAbsent(key, fresh), fresh);
    }
    peers.member(key, role);
    return known;
  }

  private void follow(
      KnownInterface of,
      MetricKey key,
      MetricBaseline baseline,
      EpisodeGate.Change change,
      double value,
      WeekCursor at) {
    Instant time = Instant.ofEpochSecond(at.time());
    if (change == EpisodeGate.Change.ENDED) {
      // Also one that was only listed: before a restart it may have been told.
      resumed.remove(key);
      log.end(key, time).ifPresent(a -> ended(of, time, a));
    } else if (baseline.isOpen() && change != EpisodeGate.Change.NONE) {
      worse(of, key, baseline, value, time, at.zone());
    }
    tellAnew(of, key, time);
    if (verdict.isLevelShift()) {
      shifted(of, key, time);
    }
  }

  // Once it is seen to last: it may have ended meanwhile, and traffic that comes back is loud, too.
  private void tellAnew(KnownInterface of, MetricKey key, Instant time) {
    Anomaly before = resumed.contains(key) ? log.open(key).orElse(null) : null;
    if (before != null && (before.rise() ? verdict.z() : -verdict.z()) >= LASTS) {
      resumed.remove(key);
      tell(s -> s.event(new AnomalyEvent.Deviates(of, time, before)));
    }
  }

  private void ended(KnownInterface of, Instant time, Anomaly anomaly) {
    if (anomaly.alarmed()) {
      writes.urgent(of.key());
    }
    tell(s -> s.event(new AnomalyEvent.Ended(of, time, anomaly)));
  }

  private void worse(
      KnownInterface of,
      MetricKey key,
      MetricBaseline baseline,
      double value,
      Instant time,
      ZoneId zone) {
    Instant start = Instant.ofEpochSecond(baseline.start());
    Anomaly before = log.open(key).orElse(null);
    boolean told = before != null && before.alarmed();
    boolean bad =
        Anomalies.severity(verdict, of.classification().critical()).compareTo(Anomaly.Severity.HIGH)
            >= 0;
    boolean alarmed = told || (bad && baseline.isAlarmed() && isLarge(of, key, value));
    Anomaly now = Anomalies.of(of, key, value, verdict, alarmed, start, time, zone);
    log.put(key, now);
    if (!alarmed) {
      if (before == null) {
        budget.listed();
      }
      return;
    }
    if (!told) {
      budget.alarmed(time);
    }
    if (!told || now.severity().compareTo(before.severity()) > 0) {
      // A killed process, too, must know after its restart what was told.
      writes.urgent(of.key());
      tell(s -> s.event(new AnomalyEvent.Deviates(of, time, now)));
    }
  }

  private boolean isLarge(KnownInterface of, MetricKey key, double value) {
    RoleLimits.Limit limit = settings.get().limits().of(of.classification().role());
    return limit.allows(key.metric() == Metric.BITS, value, verdict.expected());
  }

  private void shifted(KnownInterface of, MetricKey key, Instant time) {
    AnomalyEvent event =
        new AnomalyEvent.LevelShift(
            of,
            time,
            key.direction(),
            key.metric(),
            verdict.levelBefore(),
            verdict.levelNow(),
            verdict.confidence());
    tell(s -> s.event(event));
  }

  private void tell(Consumer<AnomalySink> message) {
    sinks.forEach(message);
  }

  /** For the traffic part's thread only. */
  private WeekCursor cursor(Device device) {
    return cursors.computeIfAbsent(zone(device), WeekCursor::new);
  }

  /** The node's civil time: its metadata {@code timezone} in any context, else the settings'. */
  ZoneId zone(Device device) {
    for (Map.Entry<String, String> entry : device.metadata().entrySet()) {
      String name = entry.getKey().substring(entry.getKey().indexOf(':') + 1);
      if (ZONE_KEYS.contains(name)) {
        try {
          return ZoneId.of(entry.getValue());
        } catch (DateTimeException e) {
          badZones.incrementAndGet();
        }
      }
    }
    return settings.get().zone();
  }

  /** Takes one value of a sample. */
  interface ValueReceiver {
    void value(MetricKey key, double value);
  }
}
