package org.opennms.plugins.trunkline.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;

/** JSON of the totals. */
record SummaryView(
    int nodes,
    int interfaces,
    Map<String, Integer> byRole,
    Map<String, Integer> byProvider,
    int critical,
    int monitored,
    boolean monitoredCapReached,
    int stale,
    String lastDiscovery) {
  static SummaryView of(InterfaceDirectory.Summary totals) {
    Map<String, Integer> byRole = new LinkedHashMap<>();
    for (InterfaceRole role : InterfaceRole.values()) {
      byRole.put(role.spelling(), totals.byRole().getOrDefault(role, 0));
    }
    return new SummaryView(
        totals.nodes(),
        totals.interfaces(),
        byRole,
        new TreeMap<>(totals.byProvider()),
        totals.critical(),
        totals.monitored(),
        totals.monitoredCapReached(),
        totals.stale(),
        totals.lastDiscovery().map(Instant::toString).orElse(null));
  }
}
