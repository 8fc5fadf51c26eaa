package org.opennms.plugins.trunkline.topology.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Read;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Reading;

/**
 * When the neighbours of each device changed last, by its own clock, as of its last walk. A device
 * that restarted begins anew, which is a change, too. Agents count whole seconds: what changes in
 * the same second, but behind the walk, does not show. So a device is walked until two walks, at
 * least a second apart, found the same time. Thread-safe.
 */
final class LastChanges {
  /** Devices asked at the same time. */
  static final int AT_ONCE = 100;

  private final NeighbourReader reader;
  private final Map<NodeKey, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(OptionalLong changed, boolean settled) {
    private static final Seen NOTHING = new Seen(OptionalLong.empty(), false);
  }

  LastChanges(NeighbourReader reader) {
    this.reader = reader;
  }

  /** Devices that were walked, or at least tried. */
  Set<NodeKey> known() {
    return Set.copyOf(seen.keySet());
  }

  /** The device is about to be walked for the first time. */
  void begin(NodeKey node) {
    seen.putIfAbsent(node, Seen.NOTHING);
  }

  /** The device was walked. */
  void read(NodeKey node, Reading reading) {
    if (reading instanceof Read read) {
      seen.compute(
          node,
          (n, before) ->
              new Seen(
                  read.lastChange(), before != null && before.changed().equals(read.lastChange())));
    }
  }

  /** Devices that are gone are forgotten, so that they are walked when they come back. */
  void keepOnly(Set<NodeKey> present) {
    seen.keySet().retainAll(present);
  }

  /** Asks all devices; those that say something else than when they were walked. Blocks. */
  List<NodeKey> changed(List<Known> devices) {
    List<NodeKey> changed = new ArrayList<>();
    List<Known> asked = devices.stream().filter(d -> d.device().address().isPresent()).toList();
    for (int i = 0; i < asked.size(); i += AT_ONCE) {
      ask(asked.subList(i, Math.min(asked.size(), i + AT_ONCE)))
          .forEach(
              (node, now) -> {
                Seen before = seen.getOrDefault(node, Seen.NOTHING);
                if (now.isPresent() && !(before.settled() && now.equals(before.changed()))) {
                  changed.add(node);
                }
              });
    }
    return changed;
  }

  private Map<NodeKey, OptionalLong> ask(List<Known> some) {
    Map<NodeKey, CompletableFuture<OptionalLong>> questions = new LinkedHashMap<>();
    some.forEach(d -> questions.put(d.device().key(), reader.lastChange(d).toCompletableFuture()));
    Map<NodeKey, OptionalLong> answers = new HashMap<>();
    questions.forEach((node, answer) -> answers.put(node, answer.join()));
    return answers;
  }
}
