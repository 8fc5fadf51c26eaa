package org.opennms.plugins.trunkline.topology.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.DeviceDecoder;
import org.opennms.plugins.trunkline.topology.DeviceReport;
import org.opennms.plugins.trunkline.topology.DeviceState;
import org.opennms.plugins.trunkline.topology.ManualMapping;
import org.opennms.plugins.trunkline.topology.NeighbourTables;
import org.opennms.plugins.trunkline.topology.Topology;
import org.opennms.plugins.trunkline.topology.TopologyChanges;
import org.opennms.plugins.trunkline.topology.TopologyDevice;

/**
 * What is done on the part's own thread: reports go in, changes come out and are told, noted and
 * kept. Every method but {@link #takeTouched} is for that thread only.
 */
final class TopologyWork {
  private final Topology topology;
  private final DeviceDecoder decoder;
  private final LinkWatch watch;
  private final TopologyStore store;
  private final InstantSource clock;
  private final Supplier<Duration> retention;
  private final Set<NodeKey> touched = ConcurrentHashMap.newKeySet();
  private final Set<NodeKey> nodes = new HashSet<>();

  TopologyWork(
      Topology topology,
      DeviceDecoder decoder,
      LinkWatch watch,
      TopologyStore store,
      InstantSource clock,
      Supplier<Duration> retention) {
    this.topology = topology;
    this.decoder = decoder;
    this.watch = watch;
    this.store = store;
    this.clock = clock;
    this.retention = retention;
  }

  /** Begins with what was known before the last stop. */
  void restore(List<DeviceState> states) {
    topology.restore(states);
    states.forEach(
        s -> {
          nodes.add(s.device().key());
          touched.add(s.device().key());
        });
  }

  /** Devices were read. */
  void arrived(Collection<NeighbourRuns.Arrival> arrivals) {
    Instant now = clock.instant();
    Instant expires = now.plus(retention.get());
    List<DeviceReport> reports = new ArrayList<>();
    for (NeighbourRuns.Arrival arrival : arrivals) {
      if (arrival.reading() instanceof NeighbourReader.Read read) {
        reports.add(
            decoder.decode(
                subject(arrival.device()), arrival.tables(), read.covered(), now, expires));
      }
    }
    accept(reports);
  }

  /** The host's edges at some nodes are different. */
  void accept(List<DeviceReport> reports) {
    if (!reports.isEmpty()) {
      step(() -> topology.acceptAll(reports));
      reports.forEach(
          r -> {
            nodes.add(r.device().key());
            store.changed(r.device().key());
          });
    }
  }

  /** What a device is: as it told last, else as the inventory knows it. */
  TopologyDevice identity(Known device) {
    return topology
        .state(device.device().key())
        .map(DeviceState::device)
        .orElseGet(() -> bare(device).device());
  }

  /** Nodes that neighbours may be mapped to although they were not walked yet. */
  void introduce(Collection<Known> devices) {
    accept(
        devices.stream()
            .filter(d -> topology.state(d.device().key()).isEmpty())
            .map(this::bare)
            .toList());
  }

  /** These are all nodes that there are; what is known of others goes, and no event tells of it. */
  void keepOnly(Set<NodeKey> present) {
    for (NodeKey node : List.copyOf(nodes)) {
      if (!present.contains(node)) {
        note(topology.remove(node, clock.instant()));
        nodes.remove(node);
        store.changed(node);
      }
    }
  }

  /** An operator decided. */
  void map(List<ManualMapping> mappings) {
    step(() -> topology.map(mappings, clock.instant()));
  }

  /** Forgets what has not been told again in time. */
  void expire() {
    step(() -> topology.expire(clock.instant()));
  }

  /** Tells what flapped and has become steady. */
  void tellSteady() {
    watch.tick(clock.instant());
  }

  /** What is known of a device now. */
  Optional<DeviceState> state(NodeKey node) {
    return topology.state(node);
  }

  /** Nodes whose links changed since the last call. Any thread. */
  Set<NodeKey> takeTouched() {
    Set<NodeKey> taken = new HashSet<>(touched);
    touched.removeAll(taken);
    return taken;
  }

  private void step(Supplier<TopologyChanges> action) {
    TopologyChanges changes = action.get();
    if (!changes.isEmpty()) {
      note(changes);
      watch.changed(changes, clock.instant(), links());
    }
  }

  private void note(TopologyChanges changes) {
    Stream.of(
            changes.appeared().stream(),
            changes.lost().stream(),
            changes.changed().stream().map(TopologyChanges.Changed::after))
        .flatMap(l -> l)
        .flatMap(link -> Stream.of(link.a(), link.b()))
        .forEach(end -> end.node().ifPresent(touched::add));
  }

  /** Who a port sees, found out when it is first asked for. */
  private Function<InterfaceKey, List<Link>> links() {
    Map<InterfaceKey, List<Link>> byPort = new HashMap<>();
    return key -> {
      if (byPort.isEmpty()) {
        topology.snapshot().links().forEach(link -> enter(link, byPort));
      }
      return byPort.getOrDefault(key, List.of());
    };
  }

  private static void enter(Link link, Map<InterfaceKey, List<Link>> byPort) {
    Stream.of(link.a(), link.b())
        .flatMap(end -> end.interfaceKey().stream())
        .forEach(key -> byPort.computeIfAbsent(key, k -> new ArrayList<>()).add(link));
  }

  private DeviceReport bare(Known device) {
    Instant now = clock.instant();
    return decoder.decode(
        subject(device), new NeighbourTables(), Set.of(), now, now.plus(retention.get()));
  }

  private static DeviceDecoder.Subject subject(Known known) {
    return new DeviceDecoder.Subject(
        known.device().key(),
        known.device().label(),
        known.device().address().stream().collect(Collectors.toSet()),
        Optional.of(known.interfaces()));
  }
}
