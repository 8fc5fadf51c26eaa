package org.opennms.plugins.trunkline.topology.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.TopologyControl;
import org.opennms.plugins.trunkline.topology.DeviceDecoder;
import org.opennms.plugins.trunkline.topology.DeviceReport;
import org.opennms.plugins.trunkline.topology.DeviceState;
import org.opennms.plugins.trunkline.topology.Topology;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part, put together. The methods named after jobs are called by a scheduler and may block for
 * as long as the host does; what changes the topology happens on the one worker thread, which never
 * waits for the host.
 */
public final class TopologyPart {
  private static final Logger LOG = LoggerFactory.getLogger(TopologyPart.class);
  private static final Duration RECONCILE = Duration.ofMinutes(10);
  private static final Duration EXPIRE = Duration.ofMinutes(1);

  private final Needs needs;
  private final Supplier<TrunklineConfig> config;
  private final InstantSource clock;
  private final ExecutorService worker;
  private final HostEdgeBook edges = new HostEdgeBook();
  private final Announcements announcements;
  private final LinkWatch watch;
  private final LostLinks lostLinks;
  private final TopologyStore store;
  private final TopologyWork work;
  private final MappingStore mappings;
  private final NeighbourRuns runs;
  private final LastChanges lastChanges;
  private final Queue<NeighbourRuns.Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private volatile boolean loaded;
  private volatile int silenced;
  // Perhaps from before a restart.
  private volatile boolean mayBeDrawn = true;
  private Instant reconciled = Instant.MIN;
  private Instant expired = Instant.MIN;

  /**
   * What the part needs of others.
   *
   * @param devices what the inventory knows
   * @param reader reads neighbours
   * @param edges the host's own topology
   * @param drawn links drawn in the host
   * @param events tells the host
   * @param states the store's context for what devices told
   * @param mappings the store's context for operators' mappings
   * @param lost the store's context for links that were told to be lost
   * @param topology the heart, empty
   * @param decoder understands what devices tell
   */
  public record Needs(
      KnownDevices devices,
      NeighbourReader reader,
      HostEdgeSource edges,
      DrawnLinks drawn,
      LinkEvents events,
      StateStore states,
      StateStore mappings,
      StateStore lost,
      Topology topology,
      DeviceDecoder decoder) {}

  /**
   * Puts the part together; nothing runs yet.
   *
   * @param config the settings in force
   * @param worker one thread of our own
   */
  public TopologyPart(
      Needs needs, Supplier<TrunklineConfig> config, InstantSource clock, ExecutorService worker) {
    this.needs = needs;
    this.config = config;
    this.clock = clock;
    this.worker = worker;
    announcements = new Announcements(clock);
    watch =
        new LinkWatch(
            needs.events(),
            node -> needs.devices().device(node).map(Known::device),
            () -> settings().flapQuiet());
    lostLinks = new LostLinks(needs.lost());
    store = new TopologyStore(needs.states(), this::state);
    work =
        new TopologyWork(
            needs.topology(), needs.decoder(), watch, store, clock, () -> settings().retention());
    mappings = new MappingStore(needs.mappings());
    lastChanges = new LastChanges(needs.reader());
    runs =
        new NeighbourRuns(
            needs.devices(),
            needs.reader(),
            () -> config.get().discovery().concurrency(),
            clock,
            this::arrived);
  }

  /** Where the host's announcements of edges go. */
  public HostEdgeSink edges() {
    return edges;
  }

  /** The host told of an interface of this node that went up or down; any thread. */
  public void linkTrap(int nodeId) {
    announcements.announce(nodeId);
  }

  /** What is known now; any thread. */
  public TopologySnapshot snapshot() {
    return needs.topology().snapshot();
  }

  /** What operators start and decide. */
  public TopologyControl control() {
    return new TopologyOperations(
        needs.devices(), runs, mappings, this::snapshot, this::remap, clock);
  }

  /** Nodes whose links changed since the last call; any thread. */
  public Set<NodeKey> takeTouched() {
    return work.takeTouched();
  }

  /** How it is, in one line for an operator. */
  public TopologyHealth health() {
    return new TopologyHealth(
        snapshot(),
        runs.all(),
        store.pending(),
        edges.dropped() + announcements.dropped(),
        silenced);
  }

  /**
   * The job that reads what was known before the last stop; to be called when the inventory is
   * loaded.
   *
   * @return whether the host's store could be read; call again later if not
   */
  public synchronized boolean load() {
    if (!loaded) {
      try {
        mappings.load();
        List<DeviceState> states = store.load();
        var lost = lostLinks.load();
        submit(
            () -> {
              watch.restore(lost);
              work.restore(states);
              work.map(mappings.mappings());
            });
        loaded = true;
      } catch (HostAbsentException e) {
        LOG.debug("Neighbours that were known before cannot be read yet", e);
      }
    }
    return loaded;
  }

  /** The job of every second. */
  public void tick() {
    if (!loaded) {
      return;
    }
    runs.forwarding(settings().forwardingTables());
    Set<Integer> due = announcements.due(settings().eventDelay());
    if (!due.isEmpty()) {
      runs.start("event", Optional.empty(), keys(due), Duration.ZERO);
    }
    readNewcomers();
    runs.tick();
    reconcileEdges();
    submit(this::passTime);
  }

  /** The daily job: every device is walked. */
  public String walk() {
    Collection<NodeKey> all = needs.devices().keys();
    runs.start("daily", Optional.empty(), all, settings().spread());
    return all.size() + " devices, spread over " + settings().spread().toMinutes() + " min";
  }

  /** The cheap job: devices whose neighbours changed are walked. */
  public String check() {
    List<NodeKey> changed = lastChanges.changed(needs.devices().devices());
    if (!changed.isEmpty()) {
      runs.start("change", Optional.empty(), changed, Duration.ZERO);
    }
    return changed.size() + " devices have other neighbours";
  }

  /** The job that draws what the host lacks, and takes it back when that is switched off. */
  public String draw() {
    boolean wanted = settings().userDefinedLinks();
    if (!loaded || !(wanted || mayBeDrawn)) {
      return "off";
    }
    List<DrawnLinks.Drawing> missing =
        wanted ? Drawings.missing(snapshot().links(), edges.edges(), needs.devices()) : List.of();
    int drawn = needs.drawn().show(missing);
    mayBeDrawn = wanted;
    return drawn + " links drawn that the host lacks";
  }

  /** The job of every second that may block: writes some of what is pending. */
  public void write() {
    if (loaded) {
      store.tick();
      lostLinks.write(ask(watch::lost).orElse(List.of()));
    }
  }

  /** Stops what runs and writes what is pending. */
  public void close() {
    runs.close();
    if (loaded) {
      store.flush();
    }
  }

  private TrunklineConfig.Topology settings() {
    return config.get().topology();
  }

  private void readNewcomers() {
    Set<NodeKey> newcomers = new HashSet<>(needs.devices().keys());
    Set<NodeKey> present = Set.copyOf(newcomers);
    newcomers.removeAll(lastChanges.known());
    lastChanges.keepOnly(present);
    if (!newcomers.isEmpty()) {
      newcomers.forEach(lastChanges::begin);
      List<Known> devices =
          newcomers.stream().map(needs.devices()::device).flatMap(Optional::stream).toList();
      submit(() -> work.introduce(devices));
      runs.start("start", Optional.empty(), newcomers, Duration.ZERO);
    }
    submit(() -> work.keepOnly(present));
  }

  private void reconcileEdges() {
    Instant now = clock.instant();
    boolean due = edges.isIncomplete() || !now.isBefore(reconciled.plus(RECONCILE));
    if (due && !now.isBefore(reconciled.plus(EXPIRE))) {
      reconciled = now;
      edges.beginReading();
      try {
        Set<HostEdge> read = needs.edges().edges();
        boolean first = !read.isEmpty() && edges.edges().isEmpty();
        submit(() -> told(edges.reconcile(read), !first));
      } catch (HostAbsentException e) {
        edges.readingFailed();
        LOG.debug("The host's edges cannot be read now", e);
      }
    }
    submit(() -> told(edges.drain(), true));
  }

  // On the worker. What is known from the beginning is no reason to walk.
  private void told(Set<Integer> nodes, boolean news) {
    if (nodes.isEmpty()) {
      return;
    }
    boolean bridges = !settings().forwardingTables();
    HostReports said = new HostReports(needs.devices().devices(), edges.edges());
    List<DeviceReport> reports = new ArrayList<>();
    for (int node : nodes) {
      said.of(node, work::identity, bridges, clock.instant()).ifPresent(reports::add);
      if (news) {
        announcements.announce(node);
      }
    }
    work.accept(reports);
  }

  private void passTime() {
    Instant now = clock.instant();
    if (!now.isBefore(expired.plus(EXPIRE)) || now.isBefore(expired)) {
      expired = now;
      work.expire();
    }
    work.tellSteady();
    silenced = watch.silenced();
  }

  private void arrived(NeighbourRuns.Arrival arrival) {
    lastChanges.read(arrival.device().device().key(), arrival.reading());
    arrivals.add(arrival);
    // What has come together by then is resolved once.
    submit(
        () -> {
          List<NeighbourRuns.Arrival> all = new ArrayList<>();
          for (var next = arrivals.poll(); next != null; next = arrivals.poll()) {
            all.add(next);
          }
          work.arrived(all);
        });
  }

  private void remap() {
    submit(() -> work.map(mappings.mappings()));
  }

  private List<NodeKey> keys(Set<Integer> nodeIds) {
    return needs.devices().devices().stream()
        .map(Known::device)
        .filter(d -> nodeIds.contains(d.nodeId()))
        .map(Device::key)
        .toList();
  }

  private Optional<DeviceState> state(NodeKey node) {
    return ask(() -> work.state(node)).orElse(Optional.empty());
  }

  /** Asks the worker, and waits: it never waits for anybody. */
  private <T> Optional<T> ask(Supplier<T> question) {
    try {
      return Optional.of(CompletableFuture.supplyAsync(question, worker).join());
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
  }

  private void submit(Runnable task) {
    try {
      worker.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("What comes during the stop is left aside", e);
    }
  }
}
