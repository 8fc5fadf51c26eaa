package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;

/** The interfaces that are known. Answers come from memory; thread-safe. */
public interface InterfaceDirectory {
  /**
   * Those that the filter accepts, ordered by node label; on a node by ifIndex, stale ones last.
   */
  List<KnownInterface> find(InterfaceFilter filter);

  /**
   * One interface.
   *
   * @param node node label, numeric id or {@code FS:FID}; an exact label wins
   * @param name the key's name, ifName, ifDescr or ifIndex, in this order
   */
  Optional<KnownInterface> get(String node, String name);

  /** Labels of all nodes with known interfaces, sorted; for completion. */
  List<String> nodeLabels();

  /** Totals of what is known. */
  Summary summary();

  /**
   * Totals.
   *
   * @param nodes nodes with known interfaces
   * @param interfaces all, stale ones included
   * @param byRole every role, also those without interfaces
   * @param byProvider providers of ISP uplinks, sorted by name
   * @param critical how many are critical
   * @param monitored how many are monitored
   * @param monitoredCapReached whether more would be monitored but for the cap
   * @param stale how many are stale
   * @param lastDiscovery end of the last discovery run, if there was one
   */
  record Summary(
      int nodes,
      int interfaces,
      Map<InterfaceRole, Integer> byRole,
      Map<String, Integer> byProvider,
      int critical,
      int monitored,
      boolean monitoredCapReached,
      int stale,
      Optional<Instant> lastDiscovery) {}
}
