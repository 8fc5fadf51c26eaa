package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Monitoring;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;

/**
 * The devices and interfaces that are known, in memory. Thread-safe: writers replace a device's
 * immutable state, readers work on a snapshot that is made anew at the first question after a
 * change.
 */
public final class Inventory implements InterfaceDirectory, KnownDevices {
  private final Map<NodeKey, DeviceState> states = new ConcurrentHashMap<>();
  private final Function<InterfaceKey, Optional<InterfaceOverride>> overrides;
  private final Supplier<Monitoring> monitoring;
  private volatile Optional<Instant> lastDiscovery = Optional.empty();
  private Snapshot snapshot;

  /**
   * An empty inventory.
   *
   * @param overrides the operators' decisions
   * @param monitoring the settings in force
   */
  public Inventory(
      Function<InterfaceKey, Optional<InterfaceOverride>> overrides,
      Supplier<Monitoring> monitoring) {
    this.overrides = overrides;
    this.monitoring = monitoring;
  }

  /** To be called when overrides or settings changed: the next answer takes them into account. */
  public synchronized void invalidate() {
    snapshot = null;
  }

  @Override
  public List<KnownInterface> find(InterfaceFilter filter) {
    return current().interfaces().stream().filter(filter::accepts).toList();
  }

  @Override
  public Optional<KnownInterface> get(String node, String name) {
    return node(node).flatMap(key -> named(current().of(key), name));
  }

  @Override
  public List<String> nodeLabels() {
    return current().labels();
  }

  @Override
  public Summary summary() {
    return current().summary(lastDiscovery);
  }

  @Override
  public List<Known> devices() {
    return states.values().stream()
        .filter(DeviceState::isThere)
        .sorted(Comparator.comparing(s -> s.device().key()))
        .map(DeviceState::known)
        .toList();
  }

  @Override
  public Set<NodeKey> keys() {
    return states.values().stream()
        .filter(DeviceState::isThere)
        .map(s -> s.device().key())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Optional<Known> device(NodeKey node) {
    return state(node).filter(DeviceState::isThere).map(DeviceState::known);
  }

  Optional<DeviceState> state(NodeKey node) {
    return Optional.ofNullable(states.get(node));
  }

  Collection<DeviceState> states() {
    return List.copyOf(states.values());
  }

  void put(DeviceState state) {
    states.put(state.device().key(), state);
    invalidate();
  }

  void putIfAbsent(DeviceState state) {
    states.putIfAbsent(state.device().key(), state);
    invalidate();
  }

  /**
   * Forgets a device's interfaces that are stale and were seen last before this time, and the
   * device when none is left.
   *
   * @return how many interfaces went
   */
  int forget(NodeKey node, Instant before) {
    AtomicInteger gone = new AtomicInteger();
    states.computeIfPresent(
        node,
        (key, state) -> {
          DeviceState kept = state.without(before);
          gone.set(state.sightings().size() - kept.sightings().size());
          return gone.get() > 0 && kept.sightings().isEmpty() ? null : kept;
        });
    if (gone.get() > 0) {
      invalidate();
    }
    return gone.get();
  }

  void remove(NodeKey node) {
    states.remove(node);
    invalidate();
  }

  void discoveryEnded(Instant at) {
    lastDiscovery = Optional.of(at);
  }

  private synchronized Snapshot current() {
    if (snapshot == null) {
      snapshot = new Snapshot(states.values(), overrides, monitoring.get());
    }
    return snapshot;
  }

  private Optional<NodeKey> node(String text) {
    return first(s -> s.device().label().equals(text))
        .or(() -> first(s -> s.device().key().text().equals(text)))
        .or(() -> first(s -> Integer.toString(s.device().nodeId()).equals(text)))
        .or(() -> first(s -> s.device().label().equalsIgnoreCase(text)));
  }

  // The smallest key of several, so that the answer does not depend on the map's order.
  private Optional<NodeKey> first(Predicate<DeviceState> wanted) {
    return states.values().stream()
        .filter(wanted)
        .map(s -> s.device().key())
        .min(NodeKey::compareTo);
  }

  private static Optional<KnownInterface> named(List<KnownInterface> of, String name) {
    return first(of, k -> k.key().name().equals(name))
        .or(() -> first(of, k -> k.networkInterface().ifName().equals(name)))
        .or(() -> first(of, k -> k.networkInterface().ifDescr().equals(name)))
        .or(() -> first(of, k -> Integer.toString(k.networkInterface().ifIndex()).equals(name)))
        .or(() -> first(of, k -> k.key().name().equalsIgnoreCase(name)));
  }

  private static Optional<KnownInterface> first(
      List<KnownInterface> of, Predicate<KnownInterface> wanted) {
    return of.stream().filter(wanted).findFirst();
  }
}
