package org.opennms.plugins.trunkline.rest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.WeekBaseline;

/**
 * JSON of baselines and anomalies; the OpenAPI document says what each field means. What is not
 * known is null, which is left out.
 */
final class BaselineViews {
  private static final int HOURS = 24;

  private BaselineViews() {}

  /** The baselines of one interface. */
  record Interface(String node, String nodeKey, String name, List<Week> baselines) {
    static Interface of(List<WeekBaseline> weeks) {
      WeekBaseline first = weeks.get(0);
      return new Interface(
          first.node(),
          first.key().node().text(),
          first.key().name(),
          weeks.stream().map(Week::of).toList());
    }
  }

  /** One direction and metric. */
  record Week(
      String direction,
      String metric,
      String zone,
      String state,
      double progress,
      double weeks,
      String last,
      List<Slot> slots) {
    static Week of(WeekBaseline week) {
      return new Week(
          InterfaceRow.spelled(week.direction()),
          InterfaceRow.spelled(week.metric()),
          week.zone().getId(),
          week.state(),
          week.progress(),
          week.weeks(),
          week.last().map(Instant::toString).orElse(null),
          IntStream.range(0, week.slots().size())
              .mapToObj(i -> Slot.of(i, week.slots().get(i)))
              .toList());
    }
  }

  /** One hour of the week. */
  record Slot(
      String day,
      int hour,
      Double expected,
      Double lower,
      Double upper,
      Double mean,
      Double deviation,
      Double minimum,
      Double maximum,
      int samples,
      int weeks,
      double confidence,
      String reliability) {
    static Slot of(int index, WeekBaseline.Slot slot) {
      return new Slot(
          DayOfWeek.of(index / HOURS + 1).name().toLowerCase(Locale.ROOT),
          index % HOURS,
          known(slot.expected()),
          known(slot.lower()),
          known(slot.upper()),
          known(slot.mean()),
          known(slot.deviation()),
          known(slot.minimum()),
          known(slot.maximum()),
          slot.samples(),
          slot.weeks(),
          slot.confidence(),
          InterfaceRow.spelled(slot.reliability()));
    }
  }

  /** Anomalies, and how the budget is kept. */
  record Listing(List<Episode> items, int total, Rate rate) {
    static Listing of(List<Anomaly> all, int rows, AnomalyBoard.Rate rate) {
      return new Listing(
          all.stream().limit(rows).map(Episode::of).toList(), all.size(), Rate.of(rate));
    }
  }

  /** Alarms against the budget. */
  record Rate(double budgetPerDay, double alarmedPerDay, long listed, int metrics) {
    static Rate of(AnomalyBoard.Rate rate) {
      return new Rate(rate.budgetPerDay(), rate.alarmedPerDay(), rate.listed(), rate.metrics());
    }
  }

  /** One anomaly. */
  record Episode(
      String node,
      String nodeKey,
      String name,
      String direction,
      String metric,
      boolean rise,
      String severity,
      boolean alarmed,
      String start,
      String peak,
      String end,
      double value,
      double expected,
      double spread,
      double z,
      double confidence,
      List<String> reasons,
      String message) {
    static Episode of(Anomaly anomaly) {
      return new Episode(
          anomaly.node(),
          anomaly.key().node().text(),
          anomaly.key().name(),
          InterfaceRow.spelled(anomaly.direction()),
          InterfaceRow.spelled(anomaly.metric()),
          anomaly.rise(),
          InterfaceRow.spelled(anomaly.severity()),
          anomaly.alarmed(),
          anomaly.start().toString(),
          anomaly.peak().toString(),
          anomaly.end().map(Instant::toString).orElse(null),
          anomaly.value(),
          anomaly.expected(),
          anomaly.spread(),
          anomaly.z(),
          anomaly.confidence(),
          anomaly.reasons(),
          anomaly.message());
    }
  }

  /** What other settings would have found. */
  record Replay(String from, String to, int samples, List<Episode> items) {
    static Replay of(BaselineDesk.Replay replay) {
      return new Replay(
          replay.from().toString(),
          replay.to().toString(),
          replay.samples(),
          replay.anomalies().stream().map(Episode::of).toList());
    }
  }

  private static Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
