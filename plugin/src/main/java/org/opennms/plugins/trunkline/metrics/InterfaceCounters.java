package org.opennms.plugins.trunkline.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.traffic.Counter;
import org.opennms.plugins.trunkline.traffic.CounterReading;

/**
 * Counters of interfaces as metrics. They are of no declared type, for Prometheus would want names
 * of counters to end in {@code _total}; {@code rate()} works on them all the same. Stateless.
 */
final class InterfaceCounters {
  private static final List<MetricName> NAMES =
      List.of(
          MetricName.IF_IN_OCTETS,
          MetricName.IF_OUT_OCTETS,
          MetricName.IF_IN_ERRORS,
          MetricName.IF_OUT_ERRORS,
          MetricName.IF_IN_DISCARDS,
          MetricName.IF_OUT_DISCARDS,
          MetricName.IF_IN_UNICAST,
          MetricName.IF_OUT_UNICAST);

  private InterfaceCounters() {}

  static MetricSnapshots of(Map<KnownInterface, CounterReading> readings) {
    Map<MetricName, UnknownSnapshot.Builder> metrics = new EnumMap<>(MetricName.class);
    NAMES.forEach(
        name -> metrics.put(name, UnknownSnapshot.builder().name(name.text()).help(name.help())));
    readings.forEach((of, reading) -> add(metrics, labels(of), reading));
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    metrics.values().forEach(metric -> all.metricSnapshot(metric.build()));
    return all.build();
  }

  private static void add(
      Map<MetricName, UnknownSnapshot.Builder> metrics, Labels labels, CounterReading reading) {
    for (MetricName name : NAMES) {
      counter(name, reading)
          .filter(Counter::isTold)
          .ifPresent(
              told ->
                  metrics
                      .get(name)
                      .dataPoint(
                          UnknownDataPointSnapshot.builder()
                              .labels(labels)
                              .value(unsigned(told.value()))
                              .build()));
    }
  }

  private static Optional<Counter> counter(MetricName name, CounterReading reading) {
    return switch (name) {
      case IF_IN_OCTETS -> Optional.of(reading.in().octets());
      case IF_OUT_OCTETS -> Optional.of(reading.out().octets());
      case IF_IN_ERRORS -> Optional.of(reading.in().errors());
      case IF_OUT_ERRORS -> Optional.of(reading.out().errors());
      case IF_IN_DISCARDS -> Optional.of(reading.in().discards());
      case IF_OUT_DISCARDS -> Optional.of(reading.out().discards());
      case IF_IN_UNICAST -> Optional.of(reading.in().packets());
      case IF_OUT_UNICAST -> Optional.of(reading.out().packets());
      default -> Optional.empty();
    };
  }

  private static Labels labels(KnownInterface of) {
    return Labels.of(
        "device_id", of.key().node().text(),
        "device_name", of.device().label(),
        "interface_id", of.key().toString(),
        "if_index", Integer.toString(of.networkInterface().ifIndex()),
        "if_name", of.key().name(),
        "interface_type", of.classification().role().spelling(),
        "isp_provider", of.classification().provider().orElse(""),
        "is_critical", Boolean.toString(of.classification().critical()));
  }

  private static double unsigned(long value) {
    double signed = value;
    return value >= 0 ? signed : signed + 0x1p64;
  }
}
