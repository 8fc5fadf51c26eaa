package org.opennms.plugins.trunkline.topology;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Reason;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;

/**
 * A node that has no LLDP of its own in SNMP, but lists us: we see a stranger on port p who says
 * that it is on port q; a node says that it sees our port p on its port q. If nothing contradicts
 * and nobody else fits, they are the same. Used by one thread.
 */
final class Reciprocity {
  static final String EVIDENCE = "the other end";

  private final Function<NodeKey, DeviceEntry> entries;
  private final DeviceEntry entry;
  private final Map<InterfaceKey, Map<InterfaceKey, Sight>> incoming = new HashMap<>();
  private final Set<String> mapped = new HashSet<>();

  private Reciprocity(
      DeviceEntry entry, Set<NodeKey> seers, Function<NodeKey, DeviceEntry> entries) {
    this.entries = entries;
    this.entry = entry;
    for (NodeKey seer : seers) {
      for (Sight sight : entries.apply(seer).sights().values()) {
        boolean seesUs =
            sight.source().isAnnouncement()
                && !sight.local.equals(entry.device().key())
                && sight.directNode().filter(entry.device().key()::equals).isPresent();
        if (seesUs && sight.port().isPresent() && sight.seen.local().key().isPresent()) {
          incoming
              .computeIfAbsent(sight.port().get().key(), p -> new LinkedHashMap<>())
              .put(sight.seen.local().key().get(), sight);
        }
      }
    }
    for (Sight sight : entry.sights().values()) {
      sight.directNode().ifPresent(node -> mapped.add(at(sight, node)));
    }
  }

  /** Looks for nodes behind the orphans of one node. */
  static void complete(
      DeviceEntry entry, Set<NodeKey> seers, Function<NodeKey, DeviceEntry> entries) {
    if (seers.isEmpty() || entry.sights().values().stream().allMatch(s -> s.orphan().isEmpty())) {
      return;
    }
    Reciprocity reciprocity = new Reciprocity(entry, seers, entries);
    if (!reciprocity.incoming.isEmpty()) {
      reciprocity.complete();
    }
  }

  private void complete() {
    Map<String, Set<NodeKey>> fits = new HashMap<>();
    Map<String, Set<String>> groups = new HashMap<>();
    Map<Sight, PortMatch> ports = new HashMap<>();
    for (Sight sight : entry.sights().values()) {
      if (!sight.orphan().isEmpty()) {
        for (Sight back : incoming(sight)) {
          fit(sight, back)
              .ifPresent(
                  match -> {
                    ports.put(sight, match);
                    fits.computeIfAbsent(at(sight), k -> new HashSet<>()).add(back.local);
                    groups
                        .computeIfAbsent(at(sight, back.local), k -> new HashSet<>())
                        .add(sight.orphan());
                  });
        }
      }
    }
    ports.forEach((sight, match) -> conclude(sight, match, fits.get(at(sight)), groups));
  }

  private void conclude(
      Sight sight, PortMatch match, Set<NodeKey> fits, Map<String, Set<String>> groups) {
    NodeKey node = match.port().key().node();
    if (fits.size() == 1 && groups.get(at(sight, node)).size() == 1) {
      sight.conclude(
          node,
          new Reason(EVIDENCE, node + " sees us from the port that it names", Evidence.RECIPROCAL));
      sight.foundPort(Optional.of(match));
    }
  }

  private static String at(Sight sight) {
    return sight.seen.local().name() + "\n" + sight.orphan();
  }

  private static String at(Sight sight, NodeKey node) {
    return sight.seen.local().name() + "\n\n" + node;
  }

  private Collection<Sight> incoming(Sight sight) {
    return sight
        .seen
        .local()
        .key()
        .map(port -> incoming.getOrDefault(port, Map.of()).values())
        .orElse(List.of());
  }

  private Optional<PortMatch> fit(Sight sight, Sight back) {
    DeviceEntry other = entries.apply(back.local);
    Announced announced = sight.seen.announced();
    boolean isThereAlready = mapped.contains(at(sight, back.local));
    if (isThereAlready || contradicts(other.device(), announced)) {
      return Optional.empty();
    }
    return PortMatch.announced(other.index(), announced.port(), announced.portDescription())
        .filter(match -> back.seen.local().key().filter(match.port().key()::equals).isPresent());
  }

  private static boolean contradicts(TopologyDevice device, Announced announced) {
    boolean hasOtherChassis = announced.chassis().kind() == Kind.MAC && Token.hasChassisMac(device);
    Optional<SystemName> known = SystemName.of(device.sysName());
    Optional<SystemName> said = SystemName.of(announced.name());
    boolean hasOtherName =
        known.isPresent() && said.isPresent() && !known.get().agreesWith(said.get());
    return hasOtherChassis || hasOtherName;
  }
}
