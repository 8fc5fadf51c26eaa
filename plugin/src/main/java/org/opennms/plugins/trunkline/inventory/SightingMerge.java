package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * Folds a reading into what was known: first seen stays, what vanished becomes stale. Stateless.
 */
final class SightingMerge {
  private static final Comparator<Sighting> BY_INDEX =
      Comparator.comparing(Sighting::stale)
          .thenComparing(s -> s.networkInterface().ifIndex())
          .thenComparing(s -> s.networkInterface().key());

  private SightingMerge() {}

  /**
   * The new list.
   *
   * @param before known so far
   * @param read now; identity is the key, so that a renumbered interface keeps its history
   * @param judgements one per interface read
   */
  static List<Sighting> merge(
      List<Sighting> before, List<NetworkInterface> read, List<Judgement> judgements, Instant now) {
    Map<String, Sighting> gone = new HashMap<>();
    before.forEach(s -> gone.put(s.networkInterface().key().name(), s));
    List<Sighting> merged = new ArrayList<>(read.size());
    for (int i = 0; i < read.size(); i++) {
      Sighting earlier = gone.remove(read.get(i).key().name());
      Instant first = earlier == null ? now : earlier.firstSeen();
      merged.add(new Sighting(read.get(i), judgements.get(i), first, now, false));
    }
    gone.values().forEach(s -> merged.add(s.vanished()));
    merged.sort(BY_INDEX);
    return merged;
  }
}
