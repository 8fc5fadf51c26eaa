package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Monitoring;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory.Summary;

/** Everything known at one moment, in the order in which it is shown. Immutable. */
final class Snapshot {
  private static final Comparator<DeviceState> BY_LABEL =
      Comparator.comparing((DeviceState s) -> s.device().label())
          .thenComparing(s -> s.device().key());

  private final List<KnownInterface> interfaces;
  private final Map<NodeKey, List<KnownInterface>> byNode = new HashMap<>();
  private final boolean capReached;

  Snapshot(
      Collection<DeviceState> states,
      Function<InterfaceKey, Optional<InterfaceOverride>> overrides,
      Monitoring monitoring) {
    List<KnownInterface> undecided =
        states.stream().sorted(BY_LABEL).flatMap(s -> known(s, overrides)).toList();
    List<KnownInterface> wanted =
        undecided.stream().filter(k -> MonitoredChoice.wanted(k, monitoring)).toList();
    capReached = wanted.size() > monitoring.cap();
    Set<InterfaceKey> chosen = MonitoredChoice.withinCap(wanted, monitoring.cap());
    interfaces = undecided.stream().map(k -> chosen.contains(k.key()) ? monitored(k) : k).toList();
    interfaces.forEach(k -> byNode.computeIfAbsent(k.key().node(), n -> new ArrayList<>()).add(k));
  }

  List<KnownInterface> interfaces() {
    return interfaces;
  }

  List<KnownInterface> of(NodeKey node) {
    return byNode.getOrDefault(node, List.of());
  }

  List<String> labels() {
    return byNode.values().stream()
        .map(l -> l.get(0).device().label())
        .distinct()
        .sorted()
        .toList();
  }

  Summary summary(Optional<Instant> lastDiscovery) {
    Map<InterfaceRole, Integer> byRole = new EnumMap<>(InterfaceRole.class);
    for (InterfaceRole role : InterfaceRole.values()) {
      byRole.put(role, 0);
    }
    Map<String, Integer> byProvider = new TreeMap<>();
    interfaces.forEach(
        k -> {
          byRole.merge(k.classification().role(), 1, Integer::sum);
          if (k.classification().role() == InterfaceRole.ISP_UPLINK) {
            k.classification().provider().ifPresent(p -> byProvider.merge(p, 1, Integer::sum));
          }
        });
    return new Summary(
        byNode.size(),
        interfaces.size(),
        byRole,
        byProvider,
        (int) interfaces.stream().filter(k -> k.classification().critical()).count(),
        (int) interfaces.stream().filter(KnownInterface::monitored).count(),
        capReached,
        (int) interfaces.stream().filter(KnownInterface::stale).count(),
        lastDiscovery);
  }

  private static Stream<KnownInterface> known(
      DeviceState state, Function<InterfaceKey, Optional<InterfaceOverride>> overrides) {
    return state.sightings().stream()
        .map(
            s -> {
              Optional<InterfaceOverride> override = overrides.apply(s.networkInterface().key());
              return new KnownInterface(
                  state.device(),
                  state.facts(),
                  s.networkInterface(),
                  s.judgement(),
                  Overriding.apply(s.judgement().classification(), override),
                  override,
                  false,
                  s.firstSeen(),
                  s.lastSeen(),
                  s.stale());
            });
  }

  private static KnownInterface monitored(KnownInterface k) {
    return new KnownInterface(
        k.device(),
        k.facts(),
        k.networkInterface(),
        k.judgement(),
        k.classification(),
        k.override(),
        true,
        k.firstSeen(),
        k.lastSeen(),
        k.stale());
  }
}
