package org.opennms.plugins.trunkline.operations;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;

/** Interfaces and overrides in memory, for the tests of the faces. Overrides act at once. */
public final class InMemoryInterfaces implements InterfaceDirectory, OverrideDesk {
  private final Map<InterfaceKey, KnownInterface> known = new ConcurrentHashMap<>();
  private final Map<InterfaceKey, InterfaceOverride> decisions = new ConcurrentHashMap<>();
  private volatile boolean storeDown;

  /** With these and their overrides. */
  public InMemoryInterfaces(Collection<KnownInterface> interfaces) {
    for (KnownInterface each : interfaces) {
      known.put(each.key(), each);
      each.override().ifPresent(o -> decisions.put(each.key(), o));
    }
  }

  /** Adds one, or puts it in place of the one with its key. */
  public void put(KnownInterface each) {
    known.put(each.key(), each);
  }

  /** Takes one away; its override stays, as in the real one. */
  public void remove(InterfaceKey key) {
    known.remove(key);
  }

  /** From now on the store refuses. */
  public void breakStore() {
    storeDown = true;
  }

  @Override
  public List<KnownInterface> find(InterfaceFilter filter) {
    return known.values().stream()
        .filter(filter::accepts)
        .sorted(
            Comparator.comparing((KnownInterface i) -> i.device().label())
                .thenComparing(i -> i.key().name()))
        .toList();
  }

  @Override
  public Optional<KnownInterface> get(String node, String name) {
    return known.values().stream()
        .filter(i -> i.device().isCalled(node))
        .filter(
            i ->
                i.key().name().equals(name)
                    || i.networkInterface().ifName().equals(name)
                    || i.networkInterface().ifDescr().equals(name)
                    || Integer.toString(i.networkInterface().ifIndex()).equals(name))
        .findFirst();
  }

  @Override
  public List<String> nodeLabels() {
    return known.values().stream().map(i -> i.device().label()).distinct().sorted().toList();
  }

  @Override
  public Summary summary() {
    Map<InterfaceRole, Integer> byRole = new EnumMap<>(InterfaceRole.class);
    Map<String, Integer> byProvider = new TreeMap<>();
    for (KnownInterface each : known.values()) {
      byRole.merge(each.classification().role(), 1, Integer::sum);
      each.classification().provider().ifPresent(p -> byProvider.merge(p, 1, Integer::sum));
    }
    return new Summary(
        nodeLabels().size(),
        known.size(),
        byRole,
        byProvider,
        (int) known.values().stream().filter(i -> i.classification().critical()).count(),
        (int) known.values().stream().filter(KnownInterface::monitored).count(),
        false,
        (int) known.values().stream().filter(KnownInterface::stale).count(),
        known.isEmpty() ? Optional.empty() : Optional.of(SampleNetwork.SEEN));
  }

  @Override
  public void set(InterfaceKey key, InterfaceOverride override) {
    checkStore();
    decisions.put(key, override);
    known.computeIfPresent(key, (k, i) -> decided(i, Optional.of(override)));
  }

  @Override
  public boolean clear(InterfaceKey key) {
    checkStore();
    known.computeIfPresent(key, (k, i) -> decided(i, Optional.empty()));
    return decisions.remove(key) != null;
  }

  @Override
  public Map<InterfaceKey, InterfaceOverride> all() {
    return new TreeMap<>(decisions);
  }

  private void checkStore() {
    if (storeDown) {
      throw new OperationException(
          "the host's key-value store did not take the override",
          "Check the host's database, then send it again.",
          new IllegalStateException("connection refused"));
    }
  }

  private static KnownInterface decided(KnownInterface i, Optional<InterfaceOverride> decision) {
    Classification was = i.classification();
    Classification now =
        new Classification(
            decision.flatMap(InterfaceOverride::role).orElse(was.role()),
            decision.flatMap(InterfaceOverride::provider).or(was::provider),
            decision.flatMap(InterfaceOverride::critical).orElse(was.critical()),
            was.boundary(),
            was.circuitId(),
            was.remotePort(),
            was.contractBandwidth(),
            was.confidence(),
            was.reasons());
    return new KnownInterface(
        i.device(),
        i.facts(),
        i.networkInterface(),
        i.judgement(),
        now,
        decision,
        decision.flatMap(InterfaceOverride::monitored).orElse(i.monitored()),
        i.firstSeen(),
        i.lastSeen(),
        i.stale());
  }
}
