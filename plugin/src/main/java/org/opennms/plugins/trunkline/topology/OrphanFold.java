package org.opennms.plugins.trunkline.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.opennms.plugins.trunkline.model.Announcement;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkKey;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Orphan;
import org.opennms.plugins.trunkline.model.Orphan.SeenFrom;

/** Neighbours that are no node: the links to them, and what is known of them. Stateless. */
final class OrphanFold {
  private static final Comparator<Sight> LATEST_FIRST =
      Comparator.comparing((Sight s) -> s.lastSeen)
          .reversed()
          .thenComparing(s -> s.local)
          .thenComparing(s -> s.seen.key());

  private OrphanFold() {}

  /** The links of one node to orphans, one per own port, neighbour and port of the neighbour. */
  static List<Link> links(DeviceEntry entry) {
    SortedMap<String, List<Sight>> byNeighbour = new TreeMap<>();
    for (Sight sight : entry.sights().values()) {
      if (!sight.orphan().isEmpty()) {
        String key = sight.seen.local().name() + "\n" + sight.orphan();
        byNeighbour.computeIfAbsent(key, k -> new ArrayList<>()).add(sight);
      }
    }
    List<Link> links = new ArrayList<>();
    byNeighbour.values().forEach(sights -> byPort(sights).forEach(s -> links.add(link(entry, s))));
    return links;
  }

  /** LLDP and CDP call one port by two names; twice LLDP with two names is two ports. */
  private static Iterable<List<Sight>> byPort(List<Sight> sights) {
    Set<LinkSource> sources = EnumSet.noneOf(LinkSource.class);
    boolean isOne = sights.stream().allMatch(s -> sources.add(s.source()));
    if (isOne) {
      return List.of(sights);
    }
    SortedMap<String, List<Sight>> byPort = new TreeMap<>();
    for (Sight sight : sights) {
      String port = PortName.canonical(sight.seen.announced().port().value());
      byPort.computeIfAbsent(port, p -> new ArrayList<>()).add(sight);
    }
    return byPort.values();
  }

  private static Link link(DeviceEntry entry, List<Sight> sights) {
    Sight best = sights.get(0);
    for (Sight sight : sights) {
      best = sight.source().compareTo(best.source()) < 0 ? sight : best;
    }
    PortEnd local = PortEnd.local(entry, best);
    Set<LinkSource> sources = EnumSet.noneOf(LinkSource.class);
    sights.forEach(sight -> sources.add(sight.source()));
    PortSettings told = best.seen.announced().settings();
    return new Link(
        LinkKey.between(local.id(), best.orphan() + "/" + best.seen.announced().port().value()),
        local.end(),
        end(best),
        LinkState.ONE_SIDED,
        Evidence.confidence(Evidence.sum(best.reasons())),
        best.reasons(),
        sources,
        Mismatches.between(local.settings(), told, PortSettings.UNKNOWN, PortSettings.UNKNOWN),
        sights.stream().map(s -> s.firstSeen).min(Instant::compareTo).orElseThrow(),
        sights.stream().map(s -> s.lastSeen).max(Instant::compareTo).orElseThrow());
  }

  /** An orphan as the end of a link. */
  static LinkEnd end(Sight sight) {
    Announced announced = sight.seen.announced();
    return new LinkEnd(
        Optional.empty(),
        label(clean(announced), sight.orphan()),
        Optional.empty(),
        0,
        announced.portLabel(),
        Optional.empty(),
        sight.orphan());
  }

  /** All orphans, by id. */
  static List<Orphan> orphans(Iterable<DeviceEntry> entries, Function<Sight, LinkEnd> local) {
    SortedMap<String, List<Sight>> byId = new TreeMap<>();
    for (DeviceEntry entry : entries) {
      for (Sight sight : entry.sights().values()) {
        if (!sight.orphan().isEmpty()) {
          byId.computeIfAbsent(sight.orphan(), k -> new ArrayList<>()).add(sight);
        }
      }
    }
    List<Orphan> orphans = new ArrayList<>(byId.size());
    byId.forEach((id, sights) -> orphans.add(orphan(id, sights, local)));
    return orphans;
  }

  private static Orphan orphan(String id, List<Sight> sights, Function<Sight, LinkEnd> local) {
    List<Sight> latestFirst = sights.stream().sorted(LATEST_FIRST).toList();
    Announcement announced = clean(latestFirst.get(0).seen.announced());
    Set<NodeKey> candidates = new TreeSet<>();
    for (Sight sight : latestFirst) {
      announced = complete(announced, clean(sight.seen.announced()));
      candidates.addAll(sight.candidates());
    }
    List<SeenFrom> seenFrom =
        sights.stream()
            .map(s -> new SeenFrom(local.apply(s), s.source(), s.seen.announced().port().value()))
            .toList();
    return new Orphan(
        id,
        announced,
        seenFrom,
        List.copyOf(candidates),
        sights.stream().map(s -> s.firstSeen).min(Instant::compareTo).orElseThrow(),
        sights.stream().map(s -> s.lastSeen).max(Instant::compareTo).orElseThrow());
  }

  private static Announcement clean(Announced announced) {
    Announcement text = announced.text();
    return new Announcement(
        text.chassisId(),
        text.portId(),
        text.portDescription(),
        Identifiers.isFiller(text.name()) ? "" : text.name(),
        text.platform(),
        text.addresses(),
        text.capabilities(),
        text.medClass());
  }

  private static Announcement complete(Announcement one, Announcement other) {
    Set<String> addresses = new TreeSet<>(one.addresses());
    addresses.addAll(other.addresses());
    Set<Capability> can = new HashSet<>(one.capabilities());
    can.addAll(other.capabilities());
    return new Announcement(
        first(one.chassisId(), other.chassisId()),
        first(one.portId(), other.portId()),
        first(one.portDescription(), other.portDescription()),
        first(one.name(), other.name()),
        first(one.platform(), other.platform()),
        List.copyOf(addresses),
        can,
        Math.max(one.medClass(), other.medClass()));
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String label(Announcement announced, String id) {
    String named = first(announced.name(), announced.chassisId());
    return named.isEmpty() && !announced.addresses().isEmpty()
        ? announced.addresses().get(0)
        : first(named, id);
  }
}
