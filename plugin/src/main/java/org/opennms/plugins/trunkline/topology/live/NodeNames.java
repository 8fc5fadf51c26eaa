package org.opennms.plugins.trunkline.topology.live;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Finds the node that an operator means. Stateless. */
final class NodeNames {
  private NodeNames() {}

  /**
   * By exact label, {@code FS:FID}, id, or label in any case, in this order; the first of several.
   */
  static Optional<Known> find(KnownDevices devices, String name) {
    return all(devices, name).stream().findFirst();
  }

  /** All that the name means: labels need not be one node's alone. */
  static List<Known> all(KnownDevices devices, String name) {
    List<Known> all = devices.devices();
    List<Known> labelled = which(all, k -> k.device().label().equals(name));
    if (!labelled.isEmpty()) {
      return labelled;
    }
    Optional<Known> keyed = name.isBlank() ? Optional.empty() : devices.device(new NodeKey(name));
    List<Known> numbered = which(all, k -> Integer.toString(k.device().nodeId()).equals(name));
    return keyed.isPresent()
        ? List.of(keyed.get())
        : !numbered.isEmpty()
            ? numbered
            : which(all, k -> k.device().label().equalsIgnoreCase(name));
  }

  private static List<Known> which(List<Known> all, Predicate<Known> wanted) {
    return all.stream().filter(wanted).toList();
  }
}
