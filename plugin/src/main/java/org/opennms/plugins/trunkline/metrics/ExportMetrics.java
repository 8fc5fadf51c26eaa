package org.opennms.plugins.trunkline.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;

/** What the signed export counts; without values while it is off. Stateless. */
final class ExportMetrics {
  private ExportMetrics() {}

  static List<MetricSnapshot> of(TelemetryDesk.Status status) {
    GaugeSnapshot.Builder bytes = gauge(MetricName.EXPORT_BYTES);
    GaugeSnapshot.Builder dead = gauge(MetricName.EXPORT_DEAD);
    CounterSnapshot.Builder accepted = counter(MetricName.EXPORT_ACCEPTED);
    CounterSnapshot.Builder lost = counter(MetricName.EXPORT_LOST);
    status
        .outbox()
        .ifPresent(
            o -> {
              bytes.dataPoint(level(Labels.EMPTY, o.fileBytes()));
              dead.dataPoint(level(Labels.EMPTY, o.deadLetters()));
              accepted.dataPoint(count(Labels.EMPTY, o.accepted()));
              for (Map.Entry<String, Long> each : new TreeMap<>(o.lost()).entrySet()) {
                lost.dataPoint(count(Labels.of("reason", each.getKey()), each.getValue()));
              }
            });
    GaugeSnapshot.Builder waiting = gauge(MetricName.EXPORT_WAITING);
    CounterSnapshot.Builder delivered = counter(MetricName.EXPORT_DELIVERED);
    CounterSnapshot.Builder retried = counter(MetricName.EXPORT_RETRIED);
    for (TelemetryDesk.Transport each : status.transports()) {
      Labels labels = Labels.of("transport", each.name());
      waiting.dataPoint(level(labels, each.waiting()));
      delivered.dataPoint(count(labels, each.delivered()));
      retried.dataPoint(count(labels, each.retried()));
    }
    return List.of(
        bytes.build(),
        dead.build(),
        accepted.build(),
        lost.build(),
        waiting.build(),
        delivered.build(),
        retried.build());
  }

  private static GaugeDataPointSnapshot level(Labels labels, long value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value((double) value).build();
  }

  private static CounterDataPointSnapshot count(Labels labels, long value) {
    return CounterDataPointSnapshot.builder().labels(labels).value((double) value).build();
  }

  private static GaugeSnapshot.Builder gauge(MetricName name) {
    return GaugeSnapshot.builder().name(name.text()).help(name.help());
  }

  private static CounterSnapshot.Builder counter(MetricName name) {
    return CounterSnapshot.builder().name(name.text()).help(name.help());
  }
}
