package org.opennms.plugins.trunkline.shell;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.opennms.plugins.trunkline.operations.Anomaly;

/** Anomalies and their figures, for people. */
final class AnomalyText {
  private AnomalyText() {}

  /** For example {@code received bit/s}. */
  static String measure(Anomaly.Direction direction, Anomaly.Metric metric) {
    return (direction == Anomaly.Direction.IN ? "received " : "sent ")
        + (metric == Anomaly.Metric.BITS ? "bit/s" : "packets/s");
  }

  /** A value with its unit. */
  static String amount(double value, Anomaly.Metric metric) {
    return figure(value, metric) + (metric == Anomaly.Metric.BITS ? " Mbit/s" : " packets/s");
  }

  /** A value as a table has it: Mbit/s or packets/s. */
  static String figure(double value, Anomaly.Metric metric) {
    return Figures.amount(metric == Anomaly.Metric.BITS ? value / 1e6 : value);
  }

  private static String unit(Anomaly.Metric metric) {
    return metric == Anomaly.Metric.BITS ? " Mbit/s" : " pkt/s";
  }

  /** Episodes, one a line. */
  static Table table(List<Anomaly> anomalies) {
    Table table =
        new Table()
            .column("Start")
            .number("Lasts")
            .flexible("Node")
            .flexible("Interface")
            .column("What")
            .column("Severity")
            .number("Value")
            .number("Expected")
            .number("z")
            .number("Conf.")
            .column("Alarm");
    for (Anomaly anomaly : anomalies) {
      table.row(
          anomaly.start(),
          anomaly
              .end()
              .map(end -> Spans.text(Duration.between(anomaly.start(), end)))
              .orElse("..."),
          anomaly.node(),
          anomaly.key().name(),
          (anomaly.rise() ? "spike " : "drop ") + Values.spelled(anomaly.direction()),
          Values.spelled(anomaly.severity()),
          figure(anomaly.value(), anomaly.metric()) + unit(anomaly.metric()),
          figure(anomaly.expected(), anomaly.metric()),
          String.format(Locale.ROOT, "%+.1f", anomaly.z()),
          String.format(Locale.ROOT, "%.2f", anomaly.confidence()),
          Printable.yesNo(anomaly.alarmed()));
    }
    return table;
  }
}
