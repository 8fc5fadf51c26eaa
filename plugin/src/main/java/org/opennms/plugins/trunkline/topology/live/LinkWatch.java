package org.opennms.plugins.trunkline.topology.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkKey;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.TopologyChanges;

/**
 * Decides what of a changed topology is told to the host: links between nodes that are gone or
 * back, ports that see another node than before, settings that differ. What is only inferred is not
 * told, and what flaps falls silent. For one thread.
 */
final class LinkWatch {
  private final LinkEvents events;
  private final Function<NodeKey, Optional<Device>> devices;
  private final Supplier<Duration> quiet;
  private final FlapDamper<LinkKey, Boolean> presence = new FlapDamper<>();
  private final FlapDamper<InterfaceKey, String> neighbours = new FlapDamper<>();
  private final FlapDamper<Setting, String> settings = new FlapDamper<>();
  private final Map<LinkKey, Link> latest = new TreeMap<>();
  private final Map<LinkKey, Link> lost = new TreeMap<>();
  private final Map<InterfaceKey, LinkEnd> ports = new TreeMap<>();

  private record Setting(LinkKey link, LinkMismatch.Kind kind) implements Comparable<Setting> {
    @Override
    public int compareTo(Setting other) {
      int order = link.compareTo(other.link);
      return order == 0 ? kind.compareTo(other.kind) : order;
    }
  }

  /**
   * Nothing is told yet.
   *
   * @param devices nodes that the host has
   * @param quiet for how long what flaps must be steady
   */
  LinkWatch(
      LinkEvents events, Function<NodeKey, Optional<Device>> devices, Supplier<Duration> quiet) {
    this.events = events;
    this.devices = devices;
    this.quiet = quiet;
  }

  /** Links that were told to be lost before a restart. */
  void restore(Collection<Link> links) {
    links.forEach(link -> lost.put(link.key(), link));
  }

  /** Links that are told to be lost and are not back. */
  List<Link> lost() {
    return List.copyOf(lost.values());
  }

  /** Subjects that are silent because they flap. */
  int silenced() {
    return presence.silenced() + neighbours.silenced() + settings.silenced();
  }

  /**
   * The topology changed.
   *
   * @param at when
   * @param onPort who a port sees now, links to orphans included
   */
  void changed(TopologyChanges changes, Instant at, Function<InterfaceKey, List<Link>> onPort) {
    changes.lost().stream().filter(LinkWatch::counts).forEach(l -> gone(l, at, onPort));
    changes.appeared().stream().filter(LinkWatch::counts).forEach(l -> came(l, at));
    changes.changed().stream()
        .filter(c -> counts(c.after()))
        .forEach(c -> compareSettings(c.before(), c.after(), at));
  }

  /** Tells what has become steady. */
  void tick(Instant at) {
    Duration span = quiet.get();
    presence.tick(at, span).forEach(this::tellPresence);
    neighbours.tick(at, span).forEach(this::tellNeighbour);
    settings.tick(at, span).forEach(this::tellSetting);
    Set<LinkKey> set = settings.watched().map(Setting::link).collect(Collectors.toSet());
    latest.keySet().removeIf(key -> !presence.isWatched(key) && !set.contains(key));
    ports.keySet().removeIf(key -> !neighbours.isWatched(key));
  }

  private static boolean counts(Link link) {
    return link.isBetweenNodes() && link.state() != LinkState.INFERRED;
  }

  private void gone(Link link, Instant at, Function<InterfaceKey, List<Link>> onPort) {
    Optional<LinkEnd> taken =
        ends(link).filter(end -> successor(end, link, onPort).isPresent()).findFirst();
    if (taken.isPresent()) {
      LinkEnd end = taken.get();
      String now = successor(end, link, onPort).orElseThrow();
      neighbour(end, other(link, end).device(), now, at);
      return;
    }
    boolean nodesAreThere = ends(link).allMatch(end -> end.node().flatMap(devices).isPresent());
    if (nodesAreThere) {
      latest.put(link.key(), link);
      presence.changed(link.key(), true, false, at, quiet.get()).ifPresent(this::tellPresence);
    }
    link.mismatches().forEach(m -> setting(link, m.kind(), describe(m), "", at));
  }

  private void came(Link link, Instant at) {
    latest.put(link.key(), link);
    if (lost.containsKey(link.key()) || presence.isWatched(link.key())) {
      presence.changed(link.key(), false, true, at, quiet.get()).ifPresent(this::tellPresence);
    } else {
      ends(link).forEach(end -> takePlace(end, link, at));
    }
    link.mismatches().forEach(m -> setting(link, m.kind(), "", describe(m), at));
  }

  /** A link that was told to be lost does not come back when its port has another one. */
  private void takePlace(LinkEnd end, Link link, Instant at) {
    List<Link> before =
        lost.values().stream()
            .filter(l -> end.interfaceKey().isPresent() && hasPort(l, end))
            .toList();
    for (Link gone : before) {
      lost.remove(gone.key());
      device(gone).ifPresent(d -> events.linkRestored(d, gone));
      LinkEnd there = ends(gone).filter(e -> !isAt(e, end)).findFirst().orElse(gone.b());
      neighbour(end, there.device(), other(link, end).device(), at);
    }
  }

  private static boolean hasPort(Link link, LinkEnd end) {
    return ends(link).anyMatch(e -> isAt(e, end));
  }

  private static boolean isAt(LinkEnd one, LinkEnd other) {
    return one.interfaceKey().equals(other.interfaceKey());
  }

  private void neighbour(LinkEnd end, String before, String now, Instant at) {
    end.interfaceKey()
        .ifPresent(
            key -> {
              ports.put(key, end);
              neighbours.changed(key, before, now, at, quiet.get()).ifPresent(this::tellNeighbour);
            });
  }

  private void compareSettings(Link before, Link after, Instant at) {
    Map<LinkMismatch.Kind, String> earlier = described(before);
    Map<LinkMismatch.Kind, String> now = described(after);
    latest.put(after.key(), after);
    for (LinkMismatch.Kind kind : LinkMismatch.Kind.values()) {
      String was = earlier.getOrDefault(kind, "");
      String is = now.getOrDefault(kind, "");
      if (!was.equals(is)) {
        setting(after, kind, was, is, at);
      }
    }
  }

  private void setting(Link link, LinkMismatch.Kind kind, String before, String now, Instant at) {
    settings
        .changed(new Setting(link.key(), kind), before, now, at, quiet.get())
        .ifPresent(this::tellSetting);
  }

  private void tellPresence(FlapDamper.Change<LinkKey, Boolean> change) {
    Link link = latest.getOrDefault(change.key(), lost.get(change.key()));
    if (change.now()) {
      lost.remove(change.key());
      device(link).ifPresent(d -> events.linkRestored(d, link));
    } else {
      lost.put(change.key(), link);
      device(link).ifPresent(d -> events.linkLost(d, link));
    }
  }

  private void tellNeighbour(FlapDamper.Change<InterfaceKey, String> change) {
    LinkEnd end = ports.get(change.key());
    end.node()
        .flatMap(devices)
        .ifPresent(d -> events.neighborChanged(d, end, change.before(), change.now()));
  }

  private void tellSetting(FlapDamper.Change<Setting, String> change) {
    Link link = latest.get(change.key().link());
    LinkMismatch.Kind kind = change.key().kind();
    Optional<LinkMismatch> differs =
        link.mismatches().stream().filter(m -> m.kind() == kind).findFirst();
    if (change.now().isEmpty() || differs.isEmpty()) {
      device(link).ifPresent(d -> events.linkMatches(d, link, kind));
    } else {
      device(link).ifPresent(d -> events.linkMismatch(d, link, differs.get()));
    }
  }

  private Optional<Device> device(Link link) {
    return link.a().node().flatMap(devices);
  }

  private static Optional<String> successor(
      LinkEnd end, Link gone, Function<InterfaceKey, List<Link>> onPort) {
    return end.interfaceKey().stream()
        .flatMap(key -> onPort.apply(key).stream())
        .filter(l -> l.state() != LinkState.INFERRED && !l.key().equals(gone.key()))
        .findFirst()
        .map(l -> l.a().interfaceKey().equals(end.interfaceKey()) ? l.b() : l.a())
        .map(LinkEnd::device);
  }

  private static Stream<LinkEnd> ends(Link link) {
    return Stream.of(link.a(), link.b());
  }

  private static LinkEnd other(Link link, LinkEnd end) {
    return link.a().equals(end) ? link.b() : link.a();
  }

  private static Map<LinkMismatch.Kind, String> described(Link link) {
    Map<LinkMismatch.Kind, String> all = new EnumMap<>(LinkMismatch.Kind.class);
    link.mismatches().forEach(m -> all.put(m.kind(), describe(m)));
    return all;
  }

  private static String describe(LinkMismatch mismatch) {
    return mismatch.a() + " / " + mismatch.b();
  }
}
