package org.opennms.plugins.trunkline.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkKey;
import org.opennms.plugins.trunkline.model.NodeKey;

/** All links, in parts that are made anew one at a time, and what a step changed. One thread. */
final class LinkTable {
  private static final Comparator<Link> BY_KEY = Comparator.comparing(Link::key);

  /** Two nodes, the lesser first; or a node alone, for its links to orphans. */
  record Part(NodeKey a, NodeKey b) {
    static Part of(NodeKey one, NodeKey other) {
      return one.compareTo(other) <= 0 ? new Part(one, other) : new Part(other, one);
    }
  }

  private final Map<Object, List<Link>> parts = new HashMap<>();
  private final SortedMap<LinkKey, Link> before = new TreeMap<>();
  private final SortedMap<LinkKey, Link> after = new TreeMap<>();

  /** Makes a part anew; once in a step. */
  void replace(Object part, Supplier<List<Link>> links) {
    List<Link> now = links.get();
    List<Link> old = now.isEmpty() ? parts.remove(part) : parts.put(part, now);
    if (old != null) {
      old.forEach(link -> before.put(link.key(), link));
    }
    now.forEach(link -> after.put(link.key(), link));
  }

  /** What the parts made anew since the last call changed. */
  TopologyChanges changes() {
    List<Link> appeared = new ArrayList<>();
    List<Link> lost = new ArrayList<>();
    List<TopologyChanges.Changed> changed = new ArrayList<>();
    before.forEach(
        (key, link) -> {
          Link now = after.get(key);
          if (now == null) {
            lost.add(link);
          } else if (!now.saysTheSameAs(link)) {
            changed.add(new TopologyChanges.Changed(link, now));
          }
        });
    after.forEach(
        (key, link) -> {
          if (!before.containsKey(key)) {
            appeared.add(link);
          }
        });
    before.clear();
    after.clear();
    return new TopologyChanges(appeared, lost, changed);
  }

  List<Link> sorted() {
    return parts.values().stream().flatMap(Collection::stream).sorted(BY_KEY).toList();
  }
}
