package org.opennms.plugins.trunkline.receiver.bus;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.receiver.store.LogListener;
import org.opennms.plugins.trunkline.wire.proto.UniversalAck.Status;

/** The receiver's own metrics, all named {@code trunkline_receiver_...}. */
final class BusMetrics implements LogListener {
  private static final String PREFIX = "trunkline_receiver_";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter answers =
      counter("answers_total", "Envelopes answered, by status; duplicate is OK again", "status");
  private final Counter stored = counter("stored_total", "Envelopes stored, by agent", "agent");
  private final Gauge lastStored =
      Gauge.builder()
          .name(PREFIX + "last_stored_timestamp_seconds")
          .help("When an agent's last envelope was stored")
          .labelNames("agent")
          .register(registry);
  private final Counter bytes = counter("stored_bytes_total", "Bytes of envelopes stored");
  private final Counter failures =
      counter("store_failures_total", "Envelopes that could not be stored and were told to retry");
  private final Counter refusedClients =
      counter("refused_clients_total", "Connections refused before a call, by reason", "reason");
  private final Histogram commitSeconds =
      Histogram.builder()
          .name(PREFIX + "commit_seconds")
          .help("Time to write a batch and force it to the disk")
          .classicUpperBounds(.0001, .001, .005, .01, .05, .1, .5, 1, 5)
          .register(registry);
  private final Histogram commitEnvelopes =
      Histogram.builder()
          .name(PREFIX + "commit_envelopes")
          .help("Envelopes that became durable together")
          .classicUpperBounds(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
          .register(registry);

  BusMetrics() {
    for (Refusal reason : Refusal.values()) {
      refusedClients.initLabelValues(reason.spelling());
    }
  }

  PrometheusRegistry registry() {
    return registry;
  }

  void answered(Status status, String reason) {
    boolean again = status == Status.OK && !reason.isEmpty();
    answers.labelValues(again ? "duplicate" : status.name()).inc();
  }

  void refusedClient(Refusal reason) {
    refusedClients.labelValues(reason.spelling()).inc();
  }

  void stored(String agent, long nowMs) {
    stored.labelValues(agent).inc();
    lastStored.labelValues(agent).set(nowMs / 1e3);
  }

  @Override
  public void committed(int envelopes, long size, Duration took) {
    bytes.inc(size);
    commitEnvelopes.observe(envelopes);
    commitSeconds.observe(took.toNanos() / 1e9);
  }

  @Override
  public void failed(int envelopes, String why) {
    failures.inc(envelopes);
  }

  /** A value that is read when somebody asks. */
  void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(PREFIX + name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  /** Values by agent that are read when somebody asks. */
  void gauge(String name, String help, Supplier<Map<String, Long>> values) {
    GaugeWithCallback.builder()
        .name(PREFIX + name)
        .help(help)
        .labelNames("agent")
        .callback(callback -> values.get().forEach((agent, n) -> callback.call(n, agent)))
        .register(registry);
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder().name(PREFIX + name).help(help).labelNames(labels).register(registry);
  }
}
