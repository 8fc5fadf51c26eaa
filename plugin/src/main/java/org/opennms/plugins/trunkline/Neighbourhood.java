package org.opennms.plugins.trunkline;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.opennms.integration.api.v1.graph.GraphContainerProvider;
import org.opennms.integration.api.v1.graph.status.StatusProvider;
import org.opennms.integration.api.v1.topology.TopologyEdgeConsumer;
import org.opennms.plugins.trunkline.config.LiveSettings;
import org.opennms.plugins.trunkline.config.PartSwitch;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.host.EdgeListener;
import org.opennms.plugins.trunkline.host.HostEdges;
import org.opennms.plugins.trunkline.host.HostLinkEvents;
import org.opennms.plugins.trunkline.host.HostServices;
import org.opennms.plugins.trunkline.host.HostStore;
import org.opennms.plugins.trunkline.host.LinkGraph;
import org.opennms.plugins.trunkline.host.LinkStatus;
import org.opennms.plugins.trunkline.host.MapCache;
import org.opennms.plugins.trunkline.host.NodeEventListener;
import org.opennms.plugins.trunkline.host.UserLinks;
import org.opennms.plugins.trunkline.inventory.Inventory;
import org.opennms.plugins.trunkline.inventory.InventoryPart;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InterfaceLoad;
import org.opennms.plugins.trunkline.operations.OpenAlerts;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.operations.TopologyControl;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;
import org.opennms.plugins.trunkline.schedule.Scheduler;
import org.opennms.plugins.trunkline.telemetry.TelemetrySink;
import org.opennms.plugins.trunkline.topology.NetworkTopology;
import org.opennms.plugins.trunkline.topology.TableDecoder;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader;
import org.opennms.plugins.trunkline.topology.live.TopologyDesk;
import org.opennms.plugins.trunkline.topology.live.TopologyHealth;
import org.opennms.plugins.trunkline.topology.live.TopologyPart;

/** The topology part with what it is connected to, its thread and its jobs. */
final class Neighbourhood implements LaterPart {
  private static final long STOP_SECONDS = 10;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(new NamedThreads("topology"));
  private final LiveSettings settings;
  private final InventoryPart inventory;
  private final SeenNeighbours seen;
  private final MapCache map;
  private final BooleanSupplier loaded;
  private final TopologyPart part;
  private final TopologyDesk desk;
  private final LinkGraph graph;
  private final EdgeListener edges;
  private final NodeEventListener traps;
  private volatile InterfaceLoad load = InterfaceLoad.UNKNOWN;
  private volatile OpenAlerts open = OpenAlerts.NONE;

  /**
   * Wires it; nothing runs yet.
   *
   * @param inventory is told of nodes whose neighbours changed
   * @param seen is given who is seen where
   * @param loaded whether the inventory has read what it knew
   * @param sink takes what is told of links for the export
   */
  Neighbourhood(
      HostServices host,
      NeighbourReader reader,
      InventoryPart inventory,
      SeenNeighbours seen,
      BooleanSupplier loaded,
      TelemetrySink sink,
      LiveSettings settings,
      Clock clock) {
    this.settings = settings;
    this.inventory = inventory;
    this.seen = seen;
    this.loaded = loaded;
    map = new MapCache(host.graphs());
    Inventory known = inventory.inventory();
    part =
        new TopologyPart(
            new TopologyPart.Needs(
                known,
                reader,
                new HostEdges(host.edges()),
                new UserLinks(host.links()),
                new LinkEventRelay(new HostLinkEvents(host.forwarder()), sink, known, clock),
                new HostStore(host.store(), "neighbours"),
                new HostStore(host.store(), "mappings"),
                new HostStore(host.store(), "lostlinks"),
                new NetworkTopology(),
                new TableDecoder(true)),
            settings,
            clock,
            worker);
    desk = new TopologyDesk(part::snapshot, known, known, clock);
    graph = new LinkGraph(desk, key -> load.utilization(key), () -> topology().mapInferred());
    edges = new EdgeListener(part.edges());
    traps = NodeEventListener.ofLinks(part::linkTrap);
  }

  /** Wants to hear of interfaces that went up or down. */
  NodeEventListener traps() {
    return traps;
  }

  /** The links that are known now. */
  List<Link> links() {
    return part.snapshot().links();
  }

  /** What the host's map shows of other parts; before {@link #publish}. */
  void show(InterfaceLoad busy, OpenAlerts alerts) {
    load = busy;
    open = alerts;
  }

  @Override
  public PartSwitch part() {
    return PartSwitch.TOPOLOGY;
  }

  @Override
  public StatusBoard.Part status() {
    TopologyHealth health = part.health();
    StatusBoard.State state =
        health.isDegraded() ? StatusBoard.State.DEGRADED : StatusBoard.State.OK;
    return new StatusBoard.Part(part().spelling(), state, health.words());
  }

  @Override
  public Map<Class<?>, Object> operations() {
    return Map.of(TopologyDirectory.class, desk, TopologyControl.class, part.control());
  }

  @Override
  public void publish(Publications publications) {
    publications
        .add(TopologyEdgeConsumer.class, edges)
        .add(GraphContainerProvider.class, graph)
        .add(StatusProvider.class, new LinkStatus(open));
  }

  @Override
  public void settingsChanged() {
    // Each job asks for the settings in force.
  }

  @Override
  public void schedule(Scheduler scheduler) {
    scheduler.everyTick("topology-tick", this::tick);
    scheduler.everyTick("topology-write", part::write);
    scheduler.addDaily("neighbours", this::time, ZoneId.systemDefault(), part::walk);
    scheduler.add("neighbour-changes", this::checkInterval, checkEvery(), part::check);
    scheduler.add("drawn-links", () -> whenOn(MINUTE), MINUTE, part::draw);
  }

  @Override
  public void close() {
    part.close();
    worker.shutdown();
    try {
      if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    // What operators overrode and what was known comes first.
    if (!settings.get().isOn(PartSwitch.TOPOLOGY) || !loaded.getAsBoolean() || !part.load()) {
      return;
    }
    part.tick();
    Set<NodeKey> touched = part.takeTouched();
    if (!touched.isEmpty()) {
      seen.take(part.snapshot(), inventory.inventory());
      inventory.reclassify(touched);
      map.invalidate();
    }
  }

  private TrunklineConfig.Topology topology() {
    return settings.get().topology();
  }

  private Duration checkEvery() {
    return topology().checkInterval();
  }

  private Optional<LocalTime> time() {
    return settings.get().isOn(PartSwitch.TOPOLOGY)
        ? Optional.of(topology().time())
        : Optional.empty();
  }

  private Optional<Duration> checkInterval() {
    return whenOn(checkEvery());
  }

  private Optional<Duration> whenOn(Duration interval) {
    return settings.get().isOn(PartSwitch.TOPOLOGY) ? Optional.of(interval) : Optional.empty();
  }
}
