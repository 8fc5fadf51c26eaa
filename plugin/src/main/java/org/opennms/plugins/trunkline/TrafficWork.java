package org.opennms.plugins.trunkline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.LiveSettings;
import org.opennms.plugins.trunkline.config.PartSwitch;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.host.HostMeasurements;
import org.opennms.plugins.trunkline.metrics.TrunklineMetrics;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.MetricsDesk;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;
import org.opennms.plugins.trunkline.operations.TrafficDesk;
import org.opennms.plugins.trunkline.schedule.Scheduler;
import org.opennms.plugins.trunkline.snmp.IfCounterReader;
import org.opennms.plugins.trunkline.traffic.CounterReading;
import org.opennms.plugins.trunkline.traffic.TrafficPart;

/** The traffic part among the others. */
final class TrafficWork implements LaterPart {
  private static final int MOST_INTERVALS = 3;
  private static final Duration LEAST_AGE = Duration.ofMinutes(5);
  private static final Duration SUMMARY = Duration.ofMinutes(15);
  private static final Duration FIRST_SUMMARY = Duration.ofMinutes(1);

  private final LiveSettings settings;
  private final Clock clock;
  private final HostMeasurements archive;
  private final TrafficPart traffic;
  private final MetricsDesk metrics;

  TrafficWork(
      InterfaceDirectory directory,
      SnmpAccess snmp,
      SecretVault vault,
      LiveSettings settings,
      Clock clock,
      Executor jobs,
      Supplier<StatusBoard.Status> board,
      Supplier<TelemetryDesk.Status> export,
      Supplier<AnomalyBoard.Rate> anomalies,
      Consumer<Device> lookAgain) {
    this.settings = settings;
    this.clock = clock;
    archive = new HostMeasurements(() -> settings.get().host(), vault, clock);
    traffic =
        new TrafficPart(
            new TrafficPart.Needs(
                directory,
                new IfCounterReader(snmp::engine, snmp.targets(), clock, jobs),
                archive,
                lookAgain),
            () -> settings.get().traffic(),
            clock,
            new NamedThreads("traffic"),
            new NamedThreads("archive"));
    metrics =
        new TrunklineMetrics(
            new TrunklineMetrics.Sources(
                directory,
                board,
                () -> snmp.engine().metrics(),
                traffic.meters(),
                anomalies,
                this::freshCounters,
                export));
  }

  /** For the parts that build on samples. */
  TrafficPart traffic() {
    return traffic;
  }

  /** What is counted, as Prometheus' text. */
  MetricsDesk metrics() {
    return metrics;
  }

  @Override
  public PartSwitch part() {
    return PartSwitch.TRAFFIC;
  }

  @Override
  public StatusBoard.Part status() {
    TrafficPart.Status status = traffic.status();
    return new StatusBoard.Part(
        part().spelling(),
        status.degraded() ? StatusBoard.State.DEGRADED : StatusBoard.State.OK,
        status.words());
  }

  @Override
  public void schedule(Scheduler scheduler) {
    scheduler.everyTick("traffic-tick", this::tick);
    scheduler.add("traffic-summary", this::summaries, FIRST_SUMMARY, traffic::summarize);
  }

  @Override
  public void settingsChanged() {
    // Settings are read at each use.
  }

  @Override
  public Map<Class<?>, Object> operations() {
    return Map.of(TrafficDesk.class, traffic.desk(), MetricsDesk.class, metrics);
  }

  @Override
  public void close() {
    archive.close();
    traffic.close();
  }

  private void tick() {
    if (settings.get().isOn(part())) {
      traffic.tick();
    } else {
      traffic.idle();
    }
  }

  // A device that no longer answers has no counters: its last ones would look like no traffic.
  private Map<KnownInterface, CounterReading> freshCounters() {
    Duration interval = settings.get().traffic().interval();
    Duration most = interval.multipliedBy(MOST_INTERVALS);
    Instant oldest = clock.instant().minus(most.compareTo(LEAST_AGE) > 0 ? most : LEAST_AGE);
    Map<KnownInterface, CounterReading> fresh = new LinkedHashMap<>(traffic.lastCounters());
    fresh.values().removeIf(reading -> reading.at().isBefore(oldest));
    return fresh;
  }

  private Optional<Duration> summaries() {
    return settings.get().isOn(part()) ? Optional.of(SUMMARY) : Optional.empty();
  }
}
