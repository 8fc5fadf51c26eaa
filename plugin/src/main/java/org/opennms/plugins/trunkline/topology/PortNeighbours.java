package org.opennms.plugins.trunkline.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Reason;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;

/**
 * All that is seen on one port. A switch that speaks LLDP and CDP is announced twice, and says its
 * chassis id in only one of them: two announcements on one port with the same address or name are
 * the same neighbour, unless both bear a chassis MAC and these differ. Used by one thread.
 */
final class PortNeighbours {
  private static final String COMPANION = "same port";

  /** What more announcements on a port share than one device can make tells nobody apart. */
  private static final int MOST_OF_ONE_DEVICE = 16;

  private final List<Sight> sights;
  private final Map<Object, List<Sight>> byTrait = new HashMap<>();
  private final Map<Object, List<Sight>> mappedByTrait = new HashMap<>();

  private PortNeighbours(List<Sight> sights) {
    this.sights = sights;
    for (Sight sight : sights) {
      Map<Object, List<Sight>> kind = sight.node().isPresent() ? mappedByTrait : byTrait;
      traits(sight).forEach(t -> kind.computeIfAbsent(t, k -> new ArrayList<>(2)).add(sight));
    }
    byTrait.values().removeIf(sharers -> sharers.size() > MOST_OF_ONE_DEVICE);
  }

  /** Completes a node's sights, port by port; what stays without a node becomes an orphan. */
  static void complete(Collection<Sight> all) {
    Map<String, List<Sight>> byPort = new TreeMap<>();
    for (Sight sight : all) {
      if (sight.source().isAnnouncement()) {
        byPort.computeIfAbsent(sight.seen.local().name(), p -> new ArrayList<>()).add(sight);
      }
    }
    byPort.values().forEach(onPort -> new PortNeighbours(onPort).complete());
  }

  private void complete() {
    Map<Sight, NodeKey> found = new HashMap<>();
    for (Sight sight : sights) {
      if (sight.node().isEmpty()) {
        companionNode(sight).ifPresent(node -> found.put(sight, node));
      }
    }
    found.forEach(
        (sight, node) ->
            sight.conclude(
                node,
                new Reason(COMPANION, "announced there under another id too", Evidence.COMPANION)));
    Set<Sight> done = new HashSet<>();
    for (Sight sight : sights) {
      if (sight.node().isEmpty() && done.add(sight)) {
        nameGroup(sight, done);
      }
    }
  }

  private Optional<NodeKey> companionNode(Sight sight) {
    Set<NodeKey> nodes = new HashSet<>();
    for (Object trait : traits(sight)) {
      for (Sight other : mappedByTrait.getOrDefault(trait, List.of())) {
        if (canBeSame(sight, other)) {
          nodes.add(other.node().get());
        }
      }
    }
    return nodes.size() == 1 ? Optional.of(nodes.iterator().next()) : Optional.empty();
  }

  /** The orphans that share a trait with one get one id: the best that any of them bears. */
  private void nameGroup(Sight first, Set<Sight> done) {
    List<Sight> group = new ArrayList<>(List.of(first));
    Set<Object> followed = new HashSet<>();
    for (int i = 0; i < group.size(); i++) {
      for (Object trait : traits(group.get(i))) {
        if (followed.add(trait)) {
          for (Sight other : byTrait.getOrDefault(trait, List.of())) {
            if (other.node().isEmpty() && canBeSame(first, other) && done.add(other)) {
              group.add(other);
            }
          }
        }
      }
    }
    String id = group.stream().map(OrphanId::of).min(OrphanId.ORDER).orElseThrow().text();
    group.forEach(sight -> sight.isOrphan(id));
  }

  private static boolean canBeSame(Sight one, Sight other) {
    Identifier a = one.seen.announced().chassis();
    Identifier b = other.seen.announced().chassis();
    boolean bothTell = isMac(a) && isMac(b) && one.source() == other.source();
    return !bothTell || a.equals(b);
  }

  private static boolean isMac(Identifier id) {
    return id.kind() == Kind.MAC && Identifiers.isTelling(id);
  }

  private static Set<Object> traits(Sight sight) {
    Announced announced = sight.seen.announced();
    Set<Object> traits = new HashSet<>(announced.addresses());
    SystemName.of(announced.name()).ifPresent(name -> traits.add(name.host()));
    if (isMac(announced.chassis())) {
      traits.add(announced.chassis());
    }
    return traits;
  }
}
