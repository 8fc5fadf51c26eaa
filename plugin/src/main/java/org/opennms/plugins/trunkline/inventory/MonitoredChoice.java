package org.opennms.plugins.trunkline.inventory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Monitoring;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;

/** Chooses the interfaces that are monitored, at most as many as the cap allows. Stateless. */
final class MonitoredChoice {
  private static final Comparator<KnownInterface> IMPORTANCE =
      Comparator.comparing((KnownInterface k) -> !isDecided(k))
          .thenComparing(k -> !k.classification().critical())
          .thenComparing(k -> k.classification().role())
          .thenComparing(KnownInterface::key);

  private MonitoredChoice() {}

  /** Whether the interface is to be monitored, the cap left aside. */
  static boolean wanted(KnownInterface known, Monitoring settings) {
    Classification c = known.classification();
    boolean byDefault =
        settings.roles().contains(c.role()) || (settings.critical() && c.critical());
    return !known.stale() && decision(known).orElse(byDefault);
  }

  /** The most important of those wanted: operators' decisions, critical ones, then by role. */
  static Set<InterfaceKey> withinCap(List<KnownInterface> wanted, int cap) {
    return wanted.stream()
        .sorted(IMPORTANCE)
        .limit(cap)
        .map(KnownInterface::key)
        .collect(Collectors.toSet());
  }

  // An operator's override wins over an operator's rule.
  private static Optional<Boolean> decision(KnownInterface known) {
    return known.override().flatMap(o -> o.monitored()).or(known.judgement()::monitored);
  }

  private static boolean isDecided(KnownInterface known) {
    return decision(known).orElse(false);
  }
}
