package org.opennms.plugins.trunkline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.InterfaceLoad;
import org.opennms.plugins.trunkline.telemetry.InterfaceMeters;
import org.opennms.plugins.trunkline.telemetry.Metric;
import org.opennms.plugins.trunkline.traffic.Counter;
import org.opennms.plugins.trunkline.traffic.CounterReading;
import org.opennms.plugins.trunkline.traffic.SampleSink;

/**
 * What traffic measured last, for the export and for the host's map: counters where we poll, rates
 * from either source. Thread-safe.
 */
final class MeasuredInterfaces implements InterfaceMeters, InterfaceLoad, SampleSink {
  private static final int SWEEP_AT = 1_000;
  private static final Duration OLD = Duration.ofHours(1);

  private final Function<InterfaceKey, Optional<CounterReading>> counters;
  private final Map<InterfaceKey, TrafficSample> samples = new ConcurrentHashMap<>();

  /**
   * Knows nothing yet.
   *
   * @param counters the last ones of an interface that is polled directly
   */
  MeasuredInterfaces(Function<InterfaceKey, Optional<CounterReading>> counters) {
    this.counters = counters;
  }

  @Override
  public void sample(KnownInterface of, TrafficSample sample) {
    samples.put(of.key(), sample);
    if (samples.size() % SWEEP_AT == 0) {
      samples.values().removeIf(s -> s.end().isBefore(sample.end().minus(OLD)));
    }
  }

  @Override
  public void status(KnownInterface of, LinkStatus status) {
    // The counters' own reading has the status.
  }

  @Override
  public OptionalDouble utilization(InterfaceKey key) {
    TrafficSample sample = samples.get(key);
    if (sample == null) {
      return OptionalDouble.empty();
    }
    double busier =
        Math.max(known(sample.in().utilization()), known(sample.out().utilization())) * 100;
    return busier < 0 ? OptionalDouble.empty() : OptionalDouble.of(busier);
  }

  private static double known(double share) {
    return Double.isFinite(share) ? share : -1;
  }

  @Override
  public List<Metric> latest(InterfaceKey key) {
    List<Metric> metrics = new ArrayList<>();
    counters.apply(key).ifPresent(reading -> counters(metrics, reading));
    TrafficSample sample = samples.get(key);
    if (sample != null) {
      rates(metrics, "In", sample.in(), sample.end());
      rates(metrics, "Out", sample.out(), sample.end());
    }
    return metrics;
  }

  private static void counters(List<Metric> all, CounterReading reading) {
    List<Metric> metrics = new ArrayList<>();
    direction(metrics, "In", reading.in());
    direction(metrics, "Out", reading.out());
    metrics.add(Metric.text("ifAdminStatus", reading.adminStatus().name()));
    metrics.add(Metric.text("ifOperStatus", reading.operStatus().name()));
    if (reading.speed() > 0) {
      metrics.add(Metric.gauge("ifSpeed", (double) reading.speed(), "bit/s"));
    }
    metrics.forEach(m -> all.add(m.measuredAt(reading.at())));
  }

  private static void direction(List<Metric> metrics, String way, CounterReading.Direction told) {
    counter(metrics, "ifHC" + way + "Octets", told.octets(), "octets");
    counter(metrics, "ifHC" + way + "UcastPkts", told.packets(), "packets");
    counter(metrics, "if" + way + "Errors", told.errors(), "packets");
    counter(metrics, "if" + way + "Discards", told.discards(), "packets");
  }

  private static void counter(List<Metric> metrics, String name, Counter told, String unit) {
    if (told.isTold()) {
      metrics.add(Metric.counter(name, unsigned(told.value()), unit));
    }
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : (value >>> 1) * 2.0 + (value & 1);
  }

  private static void rates(List<Metric> metrics, String way, TrafficRates rates, Instant at) {
    gauge(metrics, "bitsPerSecond" + way, rates.bitsPerSecond(), "bit/s", at);
    gauge(metrics, "errorRatio" + way, rates.errorRatio(), "1", at);
    gauge(metrics, "discardRatio" + way, rates.discardRatio(), "1", at);
    gauge(metrics, "utilization" + way, rates.utilization(), "1", at);
  }

  private static void gauge(
      List<Metric> metrics, String name, double value, String unit, Instant at) {
    if (Double.isFinite(value)) {
      metrics.add(Metric.gauge(name, value, unit).measuredAt(at));
    }
  }
}
