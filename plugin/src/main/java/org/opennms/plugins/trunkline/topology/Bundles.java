package org.opennms.plugins.trunkline.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkBundle;
import org.opennms.plugins.trunkline.model.LinkEnd;

/** Relates the links of a LAG's members to the LAG. Stateless. */
final class Bundles {
  private Bundles() {}

  /** By the aggregates at both ends, sorted; a ring of LAGs gives one bundle per side. */
  static List<LinkBundle> of(List<Link> links) {
    SortedMap<String, List<Link>> byAggregates = new TreeMap<>();
    for (Link link : links) {
      boolean isMember = link.a().aggregate().isPresent() || link.b().aggregate().isPresent();
      if (isMember && link.isBetweenNodes()) {
        byAggregates
            .computeIfAbsent(side(link.a()) + "\n" + side(link.b()), k -> new ArrayList<>())
            .add(link);
      }
    }
    return byAggregates.values().stream()
        .map(
            members ->
                new LinkBundle(
                    aggregate(members.get(0).a()),
                    aggregate(members.get(0).b()),
                    members.stream().map(Link::key).sorted().toList()))
        .toList();
  }

  private static String side(LinkEnd end) {
    return end.aggregate().map(InterfaceKey::toString).orElseGet(() -> end.node() + "/");
  }

  private static LinkEnd aggregate(LinkEnd member) {
    return new LinkEnd(
        member.node(),
        member.device(),
        member.aggregate(),
        0,
        member.aggregate().map(InterfaceKey::name).orElse(""),
        Optional.empty(),
        member.orphan());
  }
}
