package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * The topology in memory. A step resolves the nodes that changed and those who had asked for what
 * changed; then it looks for the other end of what stayed open; then it folds the pairs of nodes
 * that were touched. Nothing else is looked at.
 */
public final class NetworkTopology implements Topology {
  private final NavigableMap<NodeKey, DeviceEntry> entries = new TreeMap<>();
  private final Identities identities = new Identities();
  private final Resolver resolver = new Resolver(identities, this::device);
  private final Map<NodeKey, Set<NodeKey>> seers = new HashMap<>();
  private final LinkTable links = new LinkTable();
  private ManualMappings manual = ManualMappings.NONE;
  private TopologySnapshot snapshot = TopologySnapshot.EMPTY;
  private boolean isStale;

  @Override
  public synchronized TopologyChanges accept(DeviceReport report) {
    return acceptAll(List.of(report));
  }

  @Override
  public synchronized TopologyChanges acceptAll(List<DeviceReport> reports) {
    Set<NodeKey> touched = new LinkedHashSet<>();
    for (DeviceReport report : reports) {
      update(report.device(), touched);
      DeviceEntry entry = entries.get(report.device().key());
      entry.setSights(SightMerge.merge(entry, report, manual));
    }
    return settle(touched);
  }

  @Override
  public synchronized void restore(List<DeviceState> states) {
    Set<NodeKey> touched = new LinkedHashSet<>();
    for (DeviceState state : states) {
      update(state.device(), touched);
      NodeKey key = state.device().key();
      entries.get(key).setSights(SightMerge.restored(state, manual));
    }
    settle(touched);
  }

  private void update(TopologyDevice device, Set<NodeKey> touched) {
    NodeKey key = device.key();
    touched.add(key);
    DeviceEntry entry = entries.get(key);
    if (entry == null) {
      entries.put(key, new DeviceEntry(device));
      touched.addAll(identities.set(key, Token.of(device)));
    } else if (entry.update(device)) {
      touched.addAll(identities.set(key, Token.of(device)));
      touched.addAll(seers.getOrDefault(key, Set.of()));
    }
  }

  @Override
  public synchronized Optional<DeviceState> state(NodeKey node) {
    return Optional.ofNullable(entries.get(node))
        .map(entry -> new DeviceState(entry.device(), SightMerge.seen(entry)));
  }

  @Override
  public synchronized TopologyChanges remove(NodeKey node, Instant now) {
    DeviceEntry gone = entries.remove(node);
    if (gone == null) {
      return TopologyChanges.NONE;
    }
    Set<NodeKey> touched = new LinkedHashSet<>(identities.set(node, Set.of()));
    identities.forgetQuestions(node);
    touched.addAll(seers.getOrDefault(node, Set.of()));
    touched.addAll(gone.toward().keySet());
    Set<NodeKey> others = new HashSet<>(touched);
    gone.toward().keySet().forEach(seen -> seers.getOrDefault(seen, Set.of()).remove(node));
    others.add(node);
    others.forEach(other -> fold(node, other));
    links.replace(node, List::of);
    touched.remove(node);
    return settle(touched);
  }

  @Override
  public synchronized TopologyChanges expire(Instant now) {
    Set<NodeKey> touched = new LinkedHashSet<>();
    for (DeviceEntry entry : entries.values()) {
      if (entry.sights().values().removeIf(sight -> !sight.expires.isAfter(now))) {
        touched.add(entry.device().key());
      }
    }
    return settle(touched);
  }

  @Override
  public synchronized TopologyChanges map(List<ManualMapping> mappings, Instant now) {
    manual = new ManualMappings(mappings, now);
    entries.values().forEach(entry -> entry.setSights(SightMerge.remapped(entry, manual)));
    return settle(entries.keySet());
  }

  private TopologyChanges settle(Collection<NodeKey> touched) {
    Set<NodeKey> first = present(touched);
    Set<NodeKey> second = new LinkedHashSet<>(first);
    Map<NodeKey, Set<NodeKey>> before = new HashMap<>();
    first.forEach(node -> before.put(node, Set.copyOf(entries.get(node).toward().keySet())));
    first.forEach(this::resolve);
    for (NodeKey node : first) {
      for (NodeKey near : near(before.get(node), entries.get(node).toward().keySet())) {
        if (second.add(near)) {
          before.put(near, Set.copyOf(entries.get(near).toward().keySet()));
          resolve(near);
        }
      }
    }
    for (NodeKey node : second) {
      DeviceEntry entry = entries.get(node);
      Reciprocity.complete(entry, present(seers.getOrDefault(node, Set.of())), entries::get);
      sort(entry, before.get(node));
    }
    foldAll(second, before);
    isStale |= !second.isEmpty();
    return links.changes();
  }

  private Set<NodeKey> near(Set<NodeKey> before, Set<NodeKey> after) {
    Set<NodeKey> near = new LinkedHashSet<>(before);
    near.addAll(after);
    return present(near);
  }

  private Set<NodeKey> present(Collection<NodeKey> nodes) {
    Set<NodeKey> present = new LinkedHashSet<>();
    nodes.stream().filter(entries::containsKey).forEach(present::add);
    return present;
  }

  private void resolve(NodeKey node) {
    DeviceEntry entry = entries.get(node);
    Set<NodeKey> before = Set.copyOf(entry.toward().keySet());
    identities.forgetQuestions(node);
    Collection<Sight> sights = entry.sights().values();
    Set<InetAddress> shared = SharedAddresses.of(sights);
    sights.forEach(sight -> sight.resolve(resolver.resolve(node, sight.seen, shared)));
    PortNeighbours.complete(sights);
    manual.complete(node, sights, entries::containsKey);
    sights.forEach(sight -> sight.foundPort(port(sight)));
    sort(entry, before);
  }

  private Optional<PortMatch> port(Sight sight) {
    Announced announced = sight.seen.announced();
    return sight
        .node()
        .map(entries::get)
        .flatMap(
            e -> PortMatch.announced(e.index(), announced.port(), announced.portDescription()));
  }

  private void sort(DeviceEntry entry, Set<NodeKey> before) {
    NodeKey node = entry.device().key();
    entry.sort();
    for (NodeKey seen : before) {
      if (!entry.toward().containsKey(seen)) {
        seers.getOrDefault(seen, Set.of()).remove(node);
      }
    }
    entry.toward().keySet().forEach(n -> seers.computeIfAbsent(n, k -> new HashSet<>()).add(node));
  }

  private void foldAll(Set<NodeKey> nodes, Map<NodeKey, Set<NodeKey>> before) {
    Set<LinkTable.Part> parts = new LinkedHashSet<>();
    for (NodeKey node : nodes) {
      Set<NodeKey> others = new HashSet<>(before.get(node));
      others.addAll(entries.get(node).toward().keySet());
      others.addAll(seers.getOrDefault(node, Set.of()));
      others.forEach(other -> parts.add(LinkTable.Part.of(node, other)));
      links.replace(node, () -> OrphanFold.links(entries.get(node)));
    }
    parts.forEach(part -> fold(part.a(), part.b()));
  }

  private void fold(NodeKey one, NodeKey other) {
    DeviceEntry a = entries.get(one);
    DeviceEntry b = entries.get(other);
    links.replace(
        LinkTable.Part.of(one, other),
        () -> a == null || b == null ? List.of() : PairFold.fold(a, b));
  }

  private TopologyDevice device(NodeKey node) {
    DeviceEntry entry = entries.get(node);
    return entry == null ? null : entry.device();
  }

  @Override
  public synchronized TopologySnapshot snapshot() {
    if (isStale) {
      snapshot =
          SnapshotMaker.make(new ArrayList<>(entries.values()), entries::get, links.sorted());
      isStale = false;
    }
    return snapshot;
  }
}
