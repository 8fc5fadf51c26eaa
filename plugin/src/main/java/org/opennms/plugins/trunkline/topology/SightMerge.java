package org.opennms.plugins.trunkline.topology;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.LinkSource;

/** What a node sees now, from what it saw before and what it tells now. Stateless. */
final class SightMerge {
  private SightMerge() {}

  /** First times are kept; what a source that was read wholly no longer tells is gone. */
  static SortedMap<String, Sight> merge(
      DeviceEntry entry, DeviceReport report, ManualMappings manual) {
    SortedMap<String, Sight> now = new TreeMap<>();
    for (Sight old : entry.sights().values()) {
      boolean isTold = report.covered().contains(old.source());
      if (!isTold && old.source() != LinkSource.MANUAL) {
        now.put(old.seen.key(), old);
      }
    }
    for (Observation seen : report.observations()) {
      Sight old = entry.sights().get(seen.key());
      Instant first = old == null ? report.at() : old.firstSeen;
      now.put(
          seen.key(), new Sight(entry.device().key(), seen, first, report.at(), report.expires()));
    }
    return withManual(now, entry, manual);
  }

  static SortedMap<String, Sight> restored(DeviceState state, ManualMappings manual) {
    SortedMap<String, Sight> now = new TreeMap<>();
    for (DeviceState.Seen each : state.seen()) {
      now.put(
          each.observation().key(),
          new Sight(
              state.device().key(),
              each.observation(),
              each.firstSeen(),
              each.lastSeen(),
              each.expires()));
    }
    manual.sights(state.device().key()).forEach(s -> now.put(s.seen.key(), s));
    return now;
  }

  static SortedMap<String, Sight> remapped(DeviceEntry entry, ManualMappings manual) {
    SortedMap<String, Sight> now = new TreeMap<>(entry.sights());
    now.values().removeIf(sight -> sight.source() == LinkSource.MANUAL);
    return withManual(now, entry, manual);
  }

  /** Without the operator's, which are kept elsewhere. */
  static List<DeviceState.Seen> seen(DeviceEntry entry) {
    return entry.sights().values().stream()
        .filter(s -> s.source() != LinkSource.MANUAL)
        .map(s -> new DeviceState.Seen(s.seen, s.firstSeen, s.lastSeen, s.expires))
        .toList();
  }

  private static SortedMap<String, Sight> withManual(
      SortedMap<String, Sight> sights, DeviceEntry entry, ManualMappings manual) {
    for (Sight drawn : manual.sights(entry.device().key())) {
      Sight old = entry.sights().get(drawn.seen.key());
      sights.put(drawn.seen.key(), old == null ? drawn : old);
    }
    return sights;
  }
}
