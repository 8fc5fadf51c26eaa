package org.opennms.plugins.trunkline.traffic;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;

/** The monitored interfaces. Thread-safe. */
final class WatchList {
  private final Map<InterfaceKey, WatchedInterface> watched = new ConcurrentHashMap<>();

  /** Takes over which interfaces are monitored now, and how they are. */
  void replace(List<KnownInterface> monitored) {
    for (KnownInterface known : monitored) {
      watched.computeIfAbsent(known.key(), k -> new WatchedInterface(known)).known(known);
    }
    Set<InterfaceKey> kept =
        monitored.stream().map(KnownInterface::key).collect(Collectors.toSet());
    watched.keySet().retainAll(kept);
  }

  Collection<WatchedInterface> all() {
    return watched.values();
  }

  Optional<WatchedInterface> get(InterfaceKey key) {
    return Optional.ofNullable(watched.get(key));
  }

  void clear() {
    watched.clear();
  }
}
