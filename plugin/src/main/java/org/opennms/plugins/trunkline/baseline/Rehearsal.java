package org.opennms.plugins.trunkline.baseline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.opennms.plugins.trunkline.baseline.series.DetectorSettings;
import org.opennms.plugins.trunkline.baseline.series.EpisodeGate;
import org.opennms.plugins.trunkline.baseline.series.Verdict;
import org.opennms.plugins.trunkline.baseline.series.WeekCursor;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.operations.Anomaly.Metric;
import org.opennms.plugins.trunkline.operations.BaselineDesk;

/**
 * Runs stored samples of one interface through fresh detectors, under the limits and the calendar
 * that are in force. For one thread, once.
 */
final class Rehearsal {
  private static final double STANDARD = 5;
  private static final double SAMPLES_A_DAY = 288;

  private final KnownInterface of;
  private final ZoneId zone;
  private final BaselineSettings settings;
  private final Function<Instant, Optional<PlannedTime.Kind>> planned;
  private final Map<MetricKey, MetricBaseline> baselines = new HashMap<>();
  private final Map<MetricKey, Anomaly> open = new HashMap<>();
  private final List<Anomaly> found = new ArrayList<>();
  private final Verdict verdict = new Verdict();

  /**
   * For one interface.
   *
   * @param zone civil time of its node
   * @param settings in force
   * @param planned what the calendar says of its node
   */
  Rehearsal(
      KnownInterface of,
      ZoneId zone,
      BaselineSettings settings,
      Function<Instant, Optional<PlannedTime.Kind>> planned) {
    this.of = of;
    this.zone = zone;
    this.settings = settings;
    this.planned = planned;
  }

  /**
   * Judges what is not older than {@code from}; what is older is only learned.
   *
   * @param budget false alarms a day and metric
   */
  BaselineDesk.Replay run(List<TrafficSample> samples, Instant from, OptionalDouble budget) {
    double alarms =
        budget.isPresent()
            ? Math.log10(SAMPLES_A_DAY / Math.max(1e-6, budget.getAsDouble()))
            : STANDARD;
    WeekCursor at = new WeekCursor(zone);
    int judged = 0;
    for (TrafficSample sample : samples) {
      at.moveTo(sample.end().getEpochSecond());
      boolean counts = !sample.consolidated() && !sample.end().isBefore(from);
      judged += counts ? 1 : 0;
      double threshold = counts ? alarms : Double.POSITIVE_INFINITY;
      BaselineBook.each(of.key(), sample, (key, value) -> take(key, at, value, sample, threshold));
    }
    found.addAll(open.values());
    found.sort(Comparator.comparing(Anomaly::start));
    Instant last = samples.get(samples.size() - 1).end();
    return new BaselineDesk.Replay(from, last, judged, found);
  }

  private void take(
      MetricKey key, WeekCursor at, double value, TrafficSample sample, double alarms) {
    if (!Double.isFinite(value)) {
      return;
    }
    MetricBaseline baseline =
        baselines.computeIfAbsent(
            key, k -> new MetricBaseline(DetectorSettings.standard(), settings.lookBackWeeks()));
    if (sample.consolidated()) {
      baseline.takeHourMean(at, value);
      return;
    }
    Optional<PlannedTime.Kind> plan = planned.apply(sample.end());
    baseline.announce(plan.filter(p -> p == PlannedTime.Kind.HOLIDAY).isPresent());
    EpisodeGate.Change change =
        plan.filter(p -> p == PlannedTime.Kind.EXCLUSION).isPresent()
            ? baseline.mask(at, value, verdict, alarms, settings.calm())
            : baseline.take(at, value, verdict, alarms, settings.calm());
    follow(key, baseline, change, value, sample.end());
  }

  private void follow(
      MetricKey key,
      MetricBaseline baseline,
      EpisodeGate.Change change,
      double value,
      Instant time) {
    if (change == EpisodeGate.Change.ENDED) {
      Anomaly over = open.remove(key);
      if (over != null) {
        found.add(Anomalies.ended(over, time));
      }
    } else if (change != EpisodeGate.Change.NONE && baseline.isOpen()) {
      Instant start = Instant.ofEpochSecond(baseline.start());
      Anomaly before = open.get(key);
      boolean told = before != null && before.alarmed();
      boolean alarmed = told || (baseline.isAlarmed() && isWorthAnAlarm(key, value));
      open.put(key, Anomalies.of(of, key, value, verdict, alarmed, start, time, zone));
    }
  }

  private boolean isWorthAnAlarm(MetricKey key, double value) {
    Anomaly.Severity severity = Anomalies.severity(verdict, of.classification().critical());
    RoleLimits.Limit limit = settings.limits().of(of.classification().role());
    return severity.compareTo(Anomaly.Severity.HIGH) >= 0
        && limit.allows(key.metric() == Metric.BITS, value, verdict.expected());
  }
}
