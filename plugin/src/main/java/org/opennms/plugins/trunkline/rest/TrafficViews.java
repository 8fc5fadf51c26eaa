package org.opennms.plugins.trunkline.rest;

import java.util.List;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.TrafficDesk;
import org.opennms.plugins.trunkline.operations.TrafficSummary;
import org.opennms.plugins.trunkline.operations.TrafficTotals;

/**
 * JSON of what passes interfaces; the OpenAPI document says what each field means. What is not
 * known is null, which is left out.
 */
final class TrafficViews {
  private TrafficViews() {}

  /** The head of the busiest. */
  record Listing(List<Row> items, int total) {
    static Listing of(List<TrafficSummary> all, int rows) {
      return new Listing(all.stream().limit(rows).map(Row::of).toList(), all.size());
    }
  }

  /** One interface in 24 hours. */
  record Row(
      String node,
      String nodeKey,
      String name,
      String role,
      boolean critical,
      long speed,
      String source,
      String from,
      String to,
      double coverage,
      Totals in,
      Totals out,
      Status status) {
    static Row of(TrafficSummary summary) {
      return new Row(
          summary.of().device().label(),
          summary.of().key().node().text(),
          summary.of().key().name(),
          summary.of().classification().role().spelling(),
          summary.of().classification().critical(),
          summary.of().networkInterface().speed(),
          summary.source(),
          summary.from().toString(),
          summary.to().toString(),
          summary.coverage(),
          Totals.of(summary.in()),
          Totals.of(summary.out()),
          summary.status().map(Status::of).orElse(null));
    }
  }

  /** One direction. */
  record Totals(
      Double averageMbps,
      Double maximumMbps,
      Double gigabytes,
      Double averageErrorRatio,
      Double maximumErrorRatio,
      Double averageUtilization,
      Double maximumUtilization) {
    static Totals of(TrafficTotals totals) {
      return new Totals(
          known(totals.averageMbps()),
          known(totals.maximumMbps()),
          known(totals.gigabytes()),
          known(totals.averageErrorRatio()),
          known(totals.maximumErrorRatio()),
          known(totals.averageUtilization()),
          known(totals.maximumUtilization()));
    }
  }

  /** As last asked. */
  record Status(String at, boolean answered, String adminStatus, String operStatus) {
    static Status of(LinkStatus status) {
      return new Status(
          status.at().toString(),
          status.answered(),
          InterfaceRow.spelled(status.adminStatus()),
          InterfaceRow.spelled(status.operStatus()));
    }
  }

  /** One interface with its samples. */
  record Day(Row summary, List<Sample> samples) {
    static Day of(TrafficDesk.Day day) {
      return new Day(Row.of(day.summary()), day.samples().stream().map(Sample::of).toList());
    }
  }

  /** What passed in one interval. */
  record Sample(String start, String end, String quality, Rates in, Rates out) {
    static Sample of(TrafficSample sample) {
      return new Sample(
          sample.start().toString(),
          sample.end().toString(),
          InterfaceRow.spelled(sample.quality()),
          Rates.of(sample.in()),
          Rates.of(sample.out()));
    }
  }

  /** One direction of it. */
  record Rates(
      Double bitsPerSecond,
      Double packetsPerSecond,
      Double errorRatio,
      Double discardRatio,
      Double utilization) {
    static Rates of(TrafficRates rates) {
      return new Rates(
          known(rates.bitsPerSecond()),
          known(rates.packetsPerSecond()),
          known(rates.errorRatio()),
          known(rates.discardRatio()),
          known(rates.utilization()));
    }
  }

  private static Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
