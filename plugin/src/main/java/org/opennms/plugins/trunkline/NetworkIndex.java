package org.opennms.plugins.trunkline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.alert.AlarmContext;
import org.opennms.plugins.trunkline.alert.Surroundings;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;

/**
 * The monitored interfaces and their links by what alerts look for, made anew now and then.
 * Thread-safe: each answer comes from one immutable state.
 */
final class NetworkIndex implements Surroundings, AlarmContext {
  private final InterfaceDirectory directory;
  private final Supplier<List<Link>> links;
  private final Baselines baselines;
  private final BiFunction<Device, Instant, Optional<String>> outages;
  private final BooleanSupplier tellsContext;
  private volatile State state = new State(List.of(), List.of());
  private volatile Set<InterfaceKey> deviating = Set.of();

  /** What the baselines tell. */
  interface Baselines {
    /**
     * Whose traffic is unusual now, whether that was told or only listed: what was open before a
     * restart lasts as long as either. None where baselines are off.
     */
    Set<InterfaceKey> unusual();

    /** How long traffic must be as usual until that is over. */
    Duration calm();
  }

  private record Position(int nodeId, int ifIndex) {}

  /** One moment. */
  private static final class State {
    private final Map<InterfaceKey, KnownInterface> byKey = new LinkedHashMap<>();
    private final Map<Position, KnownInterface> byPosition = new HashMap<>();
    private final Map<String, KnownInterface> bySubject = new HashMap<>();
    private final Map<Integer, List<KnownInterface>> byNode;
    private final Map<NodeKey, Device> devices = new HashMap<>();
    private final Map<InterfaceKey, InterfaceKey> farEnds = new HashMap<>();
    private final Map<NodeKey, Set<NodeKey>> neighbours = new HashMap<>();
    private final Set<InterfaceKey> stale = new HashSet<>();
    private final Set<NodeKey> read = new HashSet<>();

    State(List<KnownInterface> all, List<Link> links) {
      all.forEach(this::add);
      byNode = byKey.values().stream().collect(Collectors.groupingBy(k -> k.device().nodeId()));
      links.forEach(this::add);
    }

    private void add(KnownInterface known) {
      if (known.stale()) {
        stale.add(known.key());
        return;
      }
      read.add(known.key().node());
      if (known.monitored()) {
        byKey.put(known.key(), known);
        byPosition.put(
            new Position(known.device().nodeId(), known.networkInterface().ifIndex()), known);
        bySubject.put(new AlertSubject.OfInterface(known.key()).key(), known);
        devices.put(known.device().key(), known.device());
      }
    }

    private void add(Link link) {
      if (link.a().interfaceKey().isPresent() && link.b().interfaceKey().isPresent()) {
        InterfaceKey a = link.a().interfaceKey().get();
        InterfaceKey b = link.b().interfaceKey().get();
        farEnds.put(a, b);
        farEnds.put(b, a);
      }
      if (link.isBetweenNodes()) {
        NodeKey a = link.a().node().orElseThrow();
        NodeKey b = link.b().node().orElseThrow();
        neighbours.computeIfAbsent(a, n -> new HashSet<>()).add(b);
        neighbours.computeIfAbsent(b, n -> new HashSet<>()).add(a);
      }
    }
  }

  /**
   * Empty until {@link #refresh}.
   *
   * @param links of the topology; none where it is off
   * @param baselines what they tell
   * @param outages the name of a scheduled outage of the host that a node is in
   * @param tellsContext whether alarms are to have a managed object
   */
  NetworkIndex(
      InterfaceDirectory directory,
      Supplier<List<Link>> links,
      Baselines baselines,
      BiFunction<Device, Instant, Optional<String>> outages,
      BooleanSupplier tellsContext) {
    this.directory = directory;
    this.links = links;
    this.baselines = baselines;
    this.outages = outages;
    this.tellsContext = tellsContext;
  }

  /** Looks at inventory and topology anew. */
  void refresh() {
    state = new State(directory.find(InterfaceFilter.ALL), links.get());
    deviating = baselines.unusual();
  }

  /** The topology's links, as they are now. */
  List<Link> links() {
    return links.get();
  }

  /** All that are monitored and not stale. */
  List<KnownInterface> all() {
    return List.copyOf(state.byKey.values());
  }

  @Override
  public Optional<KnownInterface> monitored(InterfaceKey key) {
    return Optional.ofNullable(state.byKey.get(key));
  }

  @Override
  public boolean vanished(InterfaceKey key) {
    State now = state;
    return now.stale.contains(key) && now.read.contains(key.node());
  }

  @Override
  public Optional<Device> device(NodeKey node) {
    return Optional.ofNullable(state.devices.get(node));
  }

  @Override
  public Optional<Device> device(int nodeId) {
    return monitored(nodeId).stream().findFirst().map(KnownInterface::device);
  }

  @Override
  public Optional<KnownInterface> monitored(int nodeId, int ifIndex) {
    return Optional.ofNullable(state.byPosition.get(new Position(nodeId, ifIndex)));
  }

  @Override
  public List<KnownInterface> monitored(int nodeId) {
    return state.byNode.getOrDefault(nodeId, List.of());
  }

  @Override
  public Optional<KnownInterface> farEnd(InterfaceKey key) {
    State now = state;
    return Optional.ofNullable(now.farEnds.get(key)).map(now.byKey::get);
  }

  @Override
  public Optional<KnownInterface> aggregate(KnownInterface member) {
    int aggregate = member.networkInterface().link().layers().aggregate();
    return aggregate <= 0 ? Optional.empty() : monitored(member.device().nodeId(), aggregate);
  }

  @Override
  public Set<NodeKey> neighbours(NodeKey node) {
    return state.neighbours.getOrDefault(node, Set.of());
  }

  @Override
  public Collection<InterfaceKey> up() {
    return state.byKey.keySet().stream().filter(this::wasUp).toList();
  }

  @Override
  public boolean deviates(InterfaceKey key) {
    return deviating.contains(key);
  }

  @Override
  public Duration calm() {
    return baselines.calm();
  }

  @Override
  public Optional<String> outage(Device node, Instant now) {
    return outages.apply(node, now);
  }

  @Override
  public boolean wasUp(InterfaceKey key) {
    return monitored(key)
        .map(k -> k.networkInterface().operStatus() == OperStatus.UP)
        .orElse(false);
  }

  @Override
  public Optional<String> instance(int nodeId, int ifIndex) {
    return instance(monitored(nodeId, ifIndex));
  }

  @Override
  public Optional<String> instance(String subject) {
    return instance(Optional.ofNullable(state.bySubject.get(subject)));
  }

  private Optional<String> instance(Optional<KnownInterface> known) {
    return known.filter(k -> tellsContext.getAsBoolean()).map(NetworkIndex::words);
  }

  private static String words(KnownInterface known) {
    Classification classification = known.classification();
    return known.key()
        + ";role="
        + classification.role().spelling()
        + ";critical="
        + classification.critical()
        + classification.provider().map(p -> ";provider=" + p).orElse("");
  }
}
