package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.model.InterfaceKey;
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

  /**
   * Those that were there before and are stale now. One whose ifIndex and ifType have passed to an
   * interface that was not known before is not lost, but has another name.
   *
   * @param now as {@link #merge} left it
   */
  static List<InterfaceKey> lost(List<Sighting> before, List<Sighting> now) {
    Set<InterfaceKey> known =
        before.stream().map(s -> s.networkInterface().key()).collect(Collectors.toSet());
    Set<List<Integer>> renamed =
        now.stream()
            .map(Sighting::networkInterface)
            .filter(i -> !known.contains(i.key()))
            .map(SightingMerge::place)
            .collect(Collectors.toSet());
    Set<InterfaceKey> there =
        now.stream()
            .filter(s -> !s.stale())
            .map(s -> s.networkInterface().key())
            .collect(Collectors.toSet());
    return before.stream()
        .filter(s -> !s.stale())
        .map(Sighting::networkInterface)
        .filter(i -> !there.contains(i.key()) && !renamed.contains(place(i)))
        .map(NetworkInterface::key)
        .toList();
  }

  private static List<Integer> place(NetworkInterface of) {
    return List.of(of.ifIndex(), of.ifType());
  }
}
