package org.opennms.plugins.trunkline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.plugins.trunkline.config.LiveSettings;
import org.opennms.plugins.trunkline.config.PartSwitch;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.WatchedFile;
import org.opennms.plugins.trunkline.host.HostEvents;
import org.opennms.plugins.trunkline.host.HostNodes;
import org.opennms.plugins.trunkline.host.HostServices;
import org.opennms.plugins.trunkline.host.HostSetAudit;
import org.opennms.plugins.trunkline.host.HostStore;
import org.opennms.plugins.trunkline.host.HostVault;
import org.opennms.plugins.trunkline.host.NodeEventListener;
import org.opennms.plugins.trunkline.inventory.InventoryPart;
import org.opennms.plugins.trunkline.operations.ConfigCheck;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.MibDesk;
import org.opennms.plugins.trunkline.operations.RuleTrial;
import org.opennms.plugins.trunkline.operations.SnmpControl;
import org.opennms.plugins.trunkline.operations.SnmpDesk;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.schedule.Scheduler;
import org.opennms.plugins.trunkline.snmp.OwnEngine;
import org.opennms.plugins.trunkline.snmp.desk.ControlDesk;
import org.opennms.plugins.trunkline.snmp.desk.EngineDesk;
import org.opennms.plugins.trunkline.snmp.desk.LibraryDesk;
import org.opennms.plugins.trunkline.snmp.desk.MibShelf;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together and gives them their threads. */
final class Composition implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Composition.class);
  private static final int JOB_THREADS = 4;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final long STOP_SECONDS = 10;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(new NamedThreads("timer"));
  private final ExecutorService jobs =
      Executors.newFixedThreadPool(JOB_THREADS, new NamedThreads("jobs"));
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(new NamedThreads("discovery"));

  private final LiveSettings settings;
  private final InterfaceFiles files;
  private final SnmpAccess snmp;
  private final MibShelf mibs;
  private final EngineDesk desk;
  private final ControlDesk control;
  private final InventoryPart inventory;
  private final Neighbourhood topology;
  private final NodeEventListener listener;
  private final Scheduler scheduler;
  private final List<LaterPart> later;
  private final ConfigCheck check;
  private final StatusBoard board;
  private final RuleTrial trial;
  private volatile boolean loaded;
  private volatile boolean looked;

  Composition(
      HostServices host, Path etc, String version, Clock clock, List<TransportFactory> transports)
      throws IOException {
    settings = new LiveSettings(clock, this::settingsChanged);
    SecretVault vault = new HostVault(host.vault());
    SeenNeighbours seen = new SeenNeighbours();
    files = new InterfaceFiles(etc.resolve("trunkline"), seen);
    snmp = new SnmpAccess(files.profiles()::value, vault, settings, clock, jobs);
    HostNodes nodes = new HostNodes(host.nodeDao());
    mibs = new MibShelf(etc.resolve("trunkline").resolve("mibs"), jobs);
    desk = new EngineDesk(snmp::engine, nodes, snmp.targets(), mibs, jobs);
    DeviceEventRelay events = new DeviceEventRelay(new HostEvents(host.forwarder()));
    control = control(host, nodes, clock);
    ClassificationNews news = new ClassificationNews(events, clock);
    inventory =
        new InventoryPart(
            new InventoryPart.Needs(
                nodes,
                snmp,
                files.classifier(),
                news,
                new HostStore(host.store(), "inventory"),
                new HostStore(host.store(), "overrides")),
            settings,
            clock,
            worker);
    listener = NodeEventListener.ofNodes(inventory.changes()::announce);
    scheduler = new Scheduler(clock, jobs);
    LaterParts parts =
        new LaterParts(
            new LaterParts.Needs(
                host,
                settings,
                vault,
                snmp,
                desk,
                inventory,
                jobs,
                () -> board().status(),
                () -> loaded,
                transports),
            new LaterParts.News(events, news, seen),
            etc,
            version,
            clock);
    topology = parts.topology();
    later = parts.all();
    check = new ConfigFiles(etc, settings, files.profiles(), others(parts), vault);
    List<WatchedFile<?>> all = joined(files.all(), parts.files());
    board = new Board(version, host::hostVersion, clock, settings, all, inventory, later);
    trial = new RuleRehearsal(files, inventory.inventory());
  }

  private List<WatchedFile<?>> others(LaterParts parts) {
    return joined(files.rest(), parts.files());
  }

  private ControlDesk control(HostServices host, HostNodes nodes, Clock clock) {
    return new ControlDesk(
        snmp::engine,
        nodes,
        snmp.targets(),
        mibs,
        new HostSetAudit(new HostEvents(host.forwarder())),
        new OwnEngine(new HostStore(host.store(), "snmp")),
        clock,
        jobs);
  }

  InventoryPart inventory() {
    return inventory;
  }

  /** What operators start and watch. */
  DiscoveryControl discovery() {
    return new DiscoveryGate(inventory.discovery(), () -> loaded);
  }

  LiveSettings settings() {
    return settings;
  }

  /** Hears what the host announces. */
  void subscribe(EventSubscriptionService service) {
    listener.subscribe(service);
    topology.traps().subscribe(service);
    later.forEach(part -> part.subscribe(service));
  }

  /** Hears it no longer. */
  void unsubscribe(EventSubscriptionService service) {
    later.forEach(part -> part.unsubscribe(service));
    topology.traps().unsubscribe(service);
    listener.unsubscribe(service);
  }

  Scheduler scheduler() {
    return scheduler;
  }

  /** Every part but the inventory, in the order in which they were made. */
  List<LaterPart> later() {
    return later;
  }

  ConfigCheck check() {
    return check;
  }

  StatusBoard board() {
    return board;
  }

  RuleTrial trial() {
    return trial;
  }

  MibDesk mibs() {
    return new LibraryDesk(mibs);
  }

  SnmpDesk snmp() {
    return desk;
  }

  SnmpControl control() {
    return control;
  }

  /** Starts the jobs; nothing that blocks happens on the caller's thread. */
  void start() {
    Duration interval = settings.get().discovery().interval();
    scheduler.everyTick("start", this::begin);
    scheduler.everyTick("files", this::refreshFiles);
    scheduler.everyTick("discovery-tick", inventory::tick);
    scheduler.everyTick("inventory-write", inventory::write);
    scheduler.add("discovery", this::discoveryInterval, interval, this::look);
    scheduler.add("mibs", () -> Optional.of(MINUTE), Duration.ZERO, mibs::refresh);
    scheduler.add("cleanup", () -> Optional.of(DAY), Duration.ofHours(1), inventory::cleanUp);
    later.forEach(part -> part.schedule(scheduler));
    var unused = timer.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
  }

  /** Ends every thread; what is not written yet is written before, if the host's store answers. */
  @Override
  public void close() {
    timer.shutdown();
    for (int i = later.size() - 1; i >= 0; i--) {
      later.get(i).close();
    }
    inventory.close();
    snmp.close();
    List.of(timer, worker, jobs).forEach(Composition::end);
  }

  // What was known is read before anything is discovered, lest first seen and overrides be lost.
  private void begin() {
    if (!loaded) {
      files.refresh();
      loaded = inventory.load();
    }
    if (loaded && !looked && settings.get().isOn(PartSwitch.DISCOVERY)) {
      looked = true;
      inventory.lookAtStart();
    }
  }

  private void refreshFiles() {
    if (loaded && files.refresh()) {
      inventory.reclassify();
    }
  }

  private Optional<Duration> discoveryInterval() {
    return settings.get().isOn(PartSwitch.DISCOVERY)
        ? Optional.of(settings.get().discovery().interval())
        : Optional.empty();
  }

  private String look() {
    inventory.lookSpread();
    return "started; see the runs for how it goes";
  }

  private void settingsChanged() {
    inventory.settingsChanged();
    later.forEach(LaterPart::settingsChanged);
    jobs.execute(snmp::settingsChanged);
  }

  private void tick() {
    try {
      scheduler.tick();
    } catch (RuntimeException e) {
      LOG.error("The schedule failed; it goes on in a second", e);
    }
  }

  private static List<WatchedFile<?>> joined(
      List<WatchedFile<?>> files, List<WatchedFile<?>> others) {
    List<WatchedFile<?>> all = new ArrayList<>(files);
    all.addAll(others);
    return all;
  }

  private static void end(ExecutorService threads) {
    // Not interrupted at first: an interrupt inside a host's call may close the host's own files.
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A thread of Trunkline waits for the host and is interrupted");
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
