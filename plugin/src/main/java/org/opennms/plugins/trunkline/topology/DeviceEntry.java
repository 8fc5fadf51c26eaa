package org.opennms.plugins.trunkline.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;

/** A node, its ports, and what it sees. Used by one thread. */
final class DeviceEntry {
  private TopologyDevice device;
  private PortIndex index;
  private Map<InterfaceKey, Port> ports;
  private SortedMap<String, Sight> sights = new TreeMap<>();
  private SortedMap<NodeKey, List<Sight>> toward = new TreeMap<>();
  private Map<InterfaceKey, List<Sight>> onPort = Map.of();

  DeviceEntry(TopologyDevice device) {
    update(device);
  }

  /** Returns whether something about it is different. */
  boolean update(TopologyDevice now) {
    boolean isSame = now.equals(device);
    if (!isSame) {
      device = now;
      index = new PortIndex(now.ports());
      ports = new HashMap<>();
      now.ports().forEach(port -> ports.put(port.key(), port));
    }
    return !isSame;
  }

  TopologyDevice device() {
    return device;
  }

  PortIndex index() {
    return index;
  }

  Optional<Port> port(InterfaceKey key) {
    return Optional.ofNullable(ports.get(key));
  }

  Optional<Port> port(LocalPort local) {
    return local.key().flatMap(this::port);
  }

  SortedMap<String, Sight> sights() {
    return sights;
  }

  void setSights(SortedMap<String, Sight> now) {
    sights = now;
  }

  /** Sorts the sights by the node that they lead to, and by port. */
  void sort() {
    SortedMap<NodeKey, List<Sight>> sorted = new TreeMap<>();
    onPort = new HashMap<>();
    for (Sight sight : sights.values()) {
      sight
          .seen
          .local()
          .key()
          .ifPresent(p -> onPort.computeIfAbsent(p, k -> new ArrayList<>()).add(sight));
      sight.node().ifPresent(n -> sorted.computeIfAbsent(n, k -> new ArrayList<>()).add(sight));
    }
    toward = sorted;
  }

  /** What it sees on a port. */
  List<Sight> onPort(InterfaceKey port) {
    return onPort.getOrDefault(port, List.of());
  }

  /** What it sees, by node. */
  SortedMap<NodeKey, List<Sight>> toward() {
    return toward;
  }

  List<Sight> toward(NodeKey node) {
    return toward.getOrDefault(node, List.of());
  }
}
