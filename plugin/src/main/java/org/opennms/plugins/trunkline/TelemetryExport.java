package org.opennms.plugins.trunkline;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.plugins.trunkline.config.LiveSettings;
import org.opennms.plugins.trunkline.config.PartSwitch;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.WatchedFile;
import org.opennms.plugins.trunkline.host.NodeStateListener;
import org.opennms.plugins.trunkline.inventory.Inventory;
import org.opennms.plugins.trunkline.operations.SnmpDesk;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;
import org.opennms.plugins.trunkline.schedule.Scheduler;
import org.opennms.plugins.trunkline.telemetry.InterfaceMeters;
import org.opennms.plugins.trunkline.telemetry.TelemetryPart;
import org.opennms.plugins.trunkline.telemetry.TelemetrySink;
import org.opennms.plugins.trunkline.telemetry.TelemetryWatch;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetryFile;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetrySettings;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;

/** The signed export among the parts. Thread-safe. */
final class TelemetryExport implements LaterPart {
  private static final Duration FIRST_PUSH = Duration.ofSeconds(10);

  private final LiveSettings settings;
  private final WatchedFile<TelemetrySettings> file;
  private final TelemetryPart part;
  private final CounterPush push;
  private final ExportedReachability reachability;
  private final NodeStateListener nodes;

  /**
   * What the export needs of others.
   *
   * @param etc the host's directory of settings
   * @param version of the plugin
   * @param settings in force
   * @param inventory what is known
   * @param meters what is measured
   * @param counters of interfaces, as Prometheus' text
   * @param factories transports of other bundles
   * @param watch is told of stalls
   */
  record Needs(
      Path etc,
      String version,
      SecretVault vault,
      LiveSettings settings,
      Inventory inventory,
      InterfaceMeters meters,
      Supplier<String> counters,
      SnmpDesk snmp,
      List<TransportFactory> factories,
      TelemetryWatch watch) {}

  TelemetryExport(Needs needs, InstantSource clock) {
    settings = needs.settings();
    Path directory = needs.etc().resolve("trunkline");
    file =
        new WatchedFile<>(
            directory.resolve("telemetry.yaml"),
            TelemetryFile.NAME,
            TelemetryFile::read,
            TelemetrySettings.OFF);
    Supplier<TelemetrySettings> inForce = file::value;
    part =
        new TelemetryPart(
            new TelemetryPart.Needs(
                () -> settings.get().isOn(PartSwitch.TELEMETRY),
                inForce,
                directory,
                Path.of(System.getProperty("karaf.base", ".")),
                Path.of(System.getProperty("karaf.data", "data")),
                needs.version(),
                needs.vault(),
                needs.inventory(),
                needs.meters(),
                new SnmpObjects(needs.snmp()),
                needs::factories,
                needs.watch(),
                new NamedThreads("telemetry")),
            clock);
    push = new CounterPush(() -> file.value().prometheus(), needs.vault(), needs.counters());
    reachability = new ExportedReachability(part, needs.inventory(), clock);
    nodes = new NodeStateListener(reachability::note);
  }

  /** Takes what is to be exported. */
  TelemetrySink sink() {
    return part;
  }

  /** What operators ask and steer. */
  TelemetryDesk desk() {
    return part.desk();
  }

  /** Its file, for the check of the configuration. */
  WatchedFile<?> file() {
    return file;
  }

  @Override
  public PartSwitch part() {
    return PartSwitch.TELEMETRY;
  }

  @Override
  public StatusBoard.Part status() {
    TelemetryDesk.Status status = part.desk().status();
    StatusBoard.State state =
        switch (status.state()) {
          case OFF -> StatusBoard.State.OFF;
          case OK -> StatusBoard.State.OK;
          case DEGRADED, STALLED -> StatusBoard.State.DEGRADED;
        };
    StringBuilder words = new StringBuilder(status.detail());
    status
        .outbox()
        .ifPresent(
            o ->
                words
                    .append(o.waiting())
                    .append(" waiting, ")
                    .append(o.accepted())
                    .append(" accepted"));
    status
        .transports()
        .forEach(
            t ->
                words
                    .append("; ")
                    .append(t.name())
                    .append(' ')
                    .append(t.state())
                    .append(", ")
                    .append(t.delivered())
                    .append(" delivered"));
    if (push.problem().isEmpty()) {
      return new StatusBoard.Part(part().spelling(), state, words.toString());
    }
    String both = words + "; counters: " + push.problem();
    return new StatusBoard.Part(part().spelling(), StatusBoard.State.DEGRADED, both);
  }

  @Override
  public void schedule(Scheduler scheduler) {
    scheduler.everyTick("telemetry", this::tick);
    scheduler.add("counter-push", this::pushInterval, FIRST_PUSH, push::run);
  }

  @Override
  public void settingsChanged() {
    // The next tick asks for the switch.
  }

  @Override
  public Map<Class<?>, Object> operations() {
    return Map.of(TelemetryDesk.class, part.desk());
  }

  @Override
  public void close() {
    part.close();
  }

  @Override
  public void subscribe(EventSubscriptionService service) {
    nodes.subscribe(service);
  }

  @Override
  public void unsubscribe(EventSubscriptionService service) {
    nodes.unsubscribe(service);
  }

  private void tick() {
    file.refresh();
    part.tick();
    reachability.tick();
  }

  private Optional<Duration> pushInterval() {
    return settings.get().isOn(part()) ? push.interval() : Optional.empty();
  }
}
