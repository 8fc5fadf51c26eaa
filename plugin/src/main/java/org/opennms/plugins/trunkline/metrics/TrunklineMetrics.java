package org.opennms.plugins.trunkline.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.MetricsDesk;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;
import org.opennms.plugins.trunkline.snmp.Discard;
import org.opennms.plugins.trunkline.snmp.SnmpMetrics;
import org.opennms.plugins.trunkline.traffic.CounterReading;
import org.opennms.plugins.trunkline.traffic.TrafficMeters;

/** Turns what the parts count into Prometheus' text, at each question anew. Thread-safe. */
public final class TrunklineMetrics implements MetricsDesk {
  private final Sources sources;

  /**
   * Where the figures come from.
   *
   * @param directory known interfaces
   * @param board states of the parts
   * @param snmp counters of the engine in force
   * @param traffic what the traffic part counts
   * @param anomalies how the false-alarm budget is kept
   * @param counters last counters of the interfaces that are polled directly
   * @param export how the signed export is; asked only after all parts were made
   */
  public record Sources(
      InterfaceDirectory directory,
      Supplier<StatusBoard.Status> board,
      Supplier<SnmpMetrics> snmp,
      TrafficMeters traffic,
      Supplier<AnomalyBoard.Rate> anomalies,
      Supplier<Map<KnownInterface, CounterReading>> counters,
      Supplier<TelemetryDesk.Status> export) {}

  /** Over these. */
  public TrunklineMetrics(Sources sources) {
    this.sources = sources;
  }

  @Override
  public String interfaceMetrics() {
    return text(InterfaceCounters.of(sources.counters().get()));
  }

  @Override
  public String ownMetrics() {
    InterfaceDirectory.Summary known = sources.directory().summary();
    SnmpMetrics snmp = sources.snmp().get();
    AnomalyBoard.Rate anomalies = sources.anomalies().get();
    List<MetricSnapshot> all =
        new ArrayList<>(
            List.of(
                gauge(MetricName.INTERFACES, known.interfaces()),
                gauge(MetricName.INTERFACES_MONITORED, known.monitored()),
                parts(),
                trafficEvents(),
                trafficSamples(),
                gauge(MetricName.BASELINES, anomalies.metrics()),
                gauge(MetricName.ANOMALY_BUDGET, anomalies.budgetPerDay()),
                gauge(MetricName.ANOMALY_RATE, anomalies.alarmedPerDay()),
                counter(MetricName.ANOMALIES_LISTED, anomalies.listed()),
                counter(MetricName.SNMP_REQUESTS, snmp.requests()),
                counter(MetricName.SNMP_RETRIES, snmp.retries()),
                counter(MetricName.SNMP_TIMEOUTS, snmp.timeouts()),
                counter(MetricName.SNMP_SHRINKS, snmp.shrinks()),
                discarded(snmp),
                counter(MetricName.SNMP_VARBINDS, snmp.varbinds())));
    all.addAll(ExportMetrics.of(sources.export().get()));
    return text(new MetricSnapshots(all));
  }

  private static MetricSnapshot discarded(SnmpMetrics snmp) {
    CounterSnapshot.Builder discarded = counter(MetricName.SNMP_DISCARDED);
    for (Discard reason : Discard.values()) {
      discarded.dataPoint(point("reason", reason, snmp.discarded(reason)));
    }
    return discarded.build();
  }

  private MetricSnapshot parts() {
    GaugeSnapshot.Builder states = gauge(MetricName.PART_STATE);
    for (StatusBoard.Part part : sources.board().get().parts()) {
      Labels labels = Labels.of("part", part.name(), "state", spelled(part.state()));
      states.dataPoint(GaugeDataPointSnapshot.builder().labels(labels).value(1).build());
    }
    return states.build();
  }

  private MetricSnapshot trafficEvents() {
    CounterSnapshot.Builder events = counter(MetricName.TRAFFIC_EVENTS);
    for (TrafficMeters.Event event : TrafficMeters.Event.values()) {
      events.dataPoint(point("event", event, sources.traffic().of(event)));
    }
    return events.build();
  }

  private MetricSnapshot trafficSamples() {
    CounterSnapshot.Builder samples = counter(MetricName.TRAFFIC_SAMPLES);
    for (TrafficQuality quality : TrafficQuality.values()) {
      samples.dataPoint(point("quality", quality, sources.traffic().samples(quality)));
    }
    return samples.build();
  }

  private static CounterDataPointSnapshot point(String label, Enum<?> of, long value) {
    return CounterDataPointSnapshot.builder()
        .labels(Labels.of(label, spelled(of)))
        .value((double) value)
        .build();
  }

  private static MetricSnapshot counter(MetricName name, long value) {
    return counter(name)
        .dataPoint(CounterDataPointSnapshot.builder().value((double) value).build())
        .build();
  }

  private static MetricSnapshot gauge(MetricName name, double value) {
    return gauge(name).dataPoint(GaugeDataPointSnapshot.builder().value(value).build()).build();
  }

  private static CounterSnapshot.Builder counter(MetricName name) {
    return CounterSnapshot.builder().name(name.text()).help(name.help());
  }

  private static GaugeSnapshot.Builder gauge(MetricName name) {
    return GaugeSnapshot.builder().name(name.text()).help(name.help());
  }

  private static String spelled(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String text(MetricSnapshots metrics) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, metrics);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
