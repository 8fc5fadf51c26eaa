package org.opennms.plugins.trunkline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.alert.AlertRehearsal;
import org.opennms.plugins.trunkline.alert.AnomalyReadings;
import org.opennms.plugins.trunkline.alert.TrafficReadings;
import org.opennms.plugins.trunkline.baseline.AnomalyReplay;
import org.opennms.plugins.trunkline.config.LiveSettings;
import org.opennms.plugins.trunkline.config.PartSwitch;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.WatchedFile;
import org.opennms.plugins.trunkline.host.HostServices;
import org.opennms.plugins.trunkline.host.HostStore;
import org.opennms.plugins.trunkline.host.ScheduledOutages;
import org.opennms.plugins.trunkline.inventory.InventoryPart;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;
import org.opennms.plugins.trunkline.operations.SnmpDesk;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;
import org.opennms.plugins.trunkline.snmp.IfCounterReader;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;

/**
 * Makes the parts that build on the inventory, and lets them tell each other what they find:
 * traffic feeds baselines, alerts, the map and the export; anomalies and lost neighbours become
 * alerts; alerts, links and device events are exported; an export that stalls is an alert.
 */
final class LaterParts {
  private final Needs needs;
  private final Path etc;
  private final Clock clock;
  private final TrafficWork traffic;
  private final TelemetryExport telemetry;
  private final Neighbourhood topology;
  private final BaselineWork baseline;
  private final AlertWork alerts;

  /**
   * What they are made of.
   *
   * @param status how all parts are; asked only after all were made
   * @param loaded whether the inventory knows what it knew before the last stop
   * @param transports of other bundles
   */
  record Needs(
      HostServices host,
      LiveSettings settings,
      SecretVault vault,
      SnmpAccess snmp,
      SnmpDesk desk,
      InventoryPart inventory,
      ExecutorService jobs,
      Supplier<StatusBoard.Status> status,
      BooleanSupplier loaded,
      List<TransportFactory> transports) {}

  /**
   * Where the inventory's news go, and where it looks for neighbours.
   *
   * @param devices is told of devices
   * @param classifications is told of critical interfaces
   * @param seen is given who is seen where
   */
  record News(DeviceEventRelay devices, ClassificationNews classifications, SeenNeighbours seen) {}

  LaterParts(Needs needs, News news, Path etc, String version, Clock clock) {
    this.needs = needs;
    this.etc = etc;
    this.clock = clock;
    LiveSettings settings = needs.settings();
    traffic =
        new TrafficWork(
            needs.inventory().inventory(),
            needs.snmp(),
            needs.vault(),
            settings,
            clock,
            needs.jobs(),
            needs.status(),
            this::exportStatus,
            this::anomalies,
            device -> needs.inventory().changes().announce(device.nodeId()));
    MeasuredInterfaces measured = new MeasuredInterfaces(traffic.traffic()::lastCounters);
    ExportWatch watch = new ExportWatch(clock);
    telemetry = telemetry(version, measured, watch);
    topology =
        new Neighbourhood(
            needs.host(),
            needs.snmp(),
            needs.inventory(),
            news.seen(),
            needs.loaded(),
            telemetry.sink(),
            settings,
            clock);
    baseline =
        new BaselineWork(
            needs.inventory().inventory(),
            traffic.traffic(),
            context -> new HostStore(needs.host().store(), context),
            etc,
            settings,
            clock);
    alerts = alerts();
    connect(news, measured, watch);
  }

  /** In the order in which they start; they end in the reverse order. */
  List<LaterPart> all() {
    return List.of(topology, traffic, baseline, alerts, telemetry);
  }

  Neighbourhood topology() {
    return topology;
  }

  /** Their files, for the check of the configuration. */
  List<WatchedFile<?>> files() {
    List<WatchedFile<?>> files = new ArrayList<>(List.of(alerts.file(), telemetry.file()));
    files.addAll(baseline.files());
    return files;
  }

  private AnomalyBoard.Rate anomalies() {
    return baseline.baseline().board().rate();
  }

  private void connect(News news, MeasuredInterfaces measured, ExportWatch watch) {
    traffic.traffic().addSink(measured);
    traffic.traffic().addSink(new TrafficReadings(alerts::offer));
    baseline.baseline().addSink(new AnomalyReadings(alerts::offer));
    watch.to(alerts::offer);
    news.classifications().to(this::known, alerts::offer);
    news.devices()
        .add(new ExportedDeviceEvents(telemetry.sink(), needs.inventory().inventory(), clock));
    topology.show(measured, new AlertTallies(alerts::open, clock));
  }

  private TelemetryDesk.Status exportStatus() {
    return telemetry.desk().status();
  }

  // Also one that is no longer monitored because of what it has become.
  private Optional<KnownInterface> known(InterfaceKey key) {
    return needs.inventory().inventory().get(key.node().text(), key.name());
  }

  /** What alerts ask the baselines. */
  private final class Learned implements NetworkIndex.Baselines, AlertRehearsal.Baselines {
    @Override
    public Set<InterfaceKey> unusual() {
      return needs.settings().get().isOn(PartSwitch.BASELINE)
          ? baseline.baseline().board().since(Instant.MAX).stream()
              .map(Anomaly::key)
              .collect(Collectors.toSet())
          : Set.of();
    }

    @Override
    public Optional<AnomalyReplay> replay() {
      return needs.settings().get().isOn(PartSwitch.BASELINE)
          ? Optional.of(baseline.baseline().replay())
          : Optional.empty();
    }

    @Override
    public Duration calm() {
      return needs.settings().get().baseline().calm();
    }
  }

  private TelemetryExport telemetry(
      String version, MeasuredInterfaces measured, ExportWatch watch) {
    return new TelemetryExport(
        new TelemetryExport.Needs(
            etc,
            version,
            needs.vault(),
            needs.settings(),
            needs.inventory().inventory(),
            measured,
            traffic.metrics()::interfaceMetrics,
            needs.desk(),
            needs.transports(),
            watch),
        clock);
  }

  private AlertWork alerts() {
    LiveSettings settings = needs.settings();
    ScheduledOutages outages =
        new ScheduledOutages(() -> settings.get().host(), needs.vault(), ZoneId.systemDefault());
    Learned learned = new Learned();
    NetworkIndex index =
        new NetworkIndex(
            needs.inventory().inventory(),
            topology::links,
            learned,
            outages::of,
            () -> settings.get().alerts().context());
    return new AlertWork(
        new AlertWork.Needs(
            needs.host(),
            index,
            new IfCounterReader(needs.snmp()::engine, needs.snmp().targets(), clock, needs.jobs()),
            traffic.traffic().history(),
            learned,
            outages,
            sender ->
                new ExportedAlerts(sender, telemetry.sink(), needs.inventory().inventory()::device),
            needs.loaded()),
        etc.resolve("trunkline"),
        settings,
        clock);
  }
}
