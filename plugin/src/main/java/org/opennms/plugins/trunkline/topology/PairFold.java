package org.opennms.plugins.trunkline.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Link;

/**
 * Folds what two nodes see of each other into links, one per pair of ports. Both may be the same
 * node: a cable between two of its own ports. Used by one thread.
 */
final class PairFold {
  private final DeviceEntry a;
  private final DeviceEntry b;
  private final SortedMap<String, LinkDraft> drafts = new TreeMap<>();

  private PairFold(DeviceEntry a, DeviceEntry b) {
    this.a = a;
    this.b = b;
  }

  /** The links between two nodes, sorted by key; the lesser node is the first end. */
  static List<Link> fold(DeviceEntry one, DeviceEntry other) {
    boolean inOrder = one.device().key().compareTo(other.device().key()) <= 0;
    PairFold fold = inOrder ? new PairFold(one, other) : new PairFold(other, one);
    return fold.links();
  }

  private List<Link> links() {
    boolean isLoop = a == b;
    List<Sight> fromA = a.toward(b.device().key());
    List<Sight> fromB = isLoop ? List.of() : b.toward(a.device().key());
    fromA.forEach(sight -> place(sight, !isLoop || isFirstOfLoop(sight)));
    fromB.forEach(sight -> place(sight, false));
    joinHalves();
    joinAggregates();
    LinkConflicts.mark(drafts.values(), a, b);
    return drafts.values().stream()
        .filter(draft -> !isLoop || draft.isSeenByBoth())
        .map(LinkDraft::link)
        .sorted((x, y) -> x.key().compareTo(y.key()))
        .toList();
  }

  /** On a loop the port of the lesser name is the first end. */
  private static boolean isFirstOfLoop(Sight sight) {
    Optional<InterfaceKey> remote = sight.port().map(Port::key);
    Optional<InterfaceKey> local = sight.seen.local().key();
    return remote.isEmpty() || local.isEmpty() || local.get().compareTo(remote.get()) <= 0;
  }

  private void place(Sight sight, boolean isFromA) {
    Optional<Port> remote = sight.port();
    boolean isMirror =
        sight.isOurselves() && remote.map(Port::key).equals(sight.seen.local().key());
    if (isMirror || (sight.isOurselves() && remote.isEmpty())) {
      return;
    }
    PortEnd local = PortEnd.local(isFromA ? a : b, sight);
    PortEnd far = PortEnd.remote(isFromA ? b : a, sight);
    PortEnd first = isFromA ? local : far;
    PortEnd second = isFromA ? far : local;
    drafts
        .computeIfAbsent(first.id() + "\n" + second.id(), k -> new LinkDraft(first, second))
        .add(sight, isFromA);
  }

  /** Who does not know the other's port by name means the one that is left, if it is one. */
  private void joinHalves() {
    List<LinkDraft> halves = drafts.values().stream().filter(LinkDraft::lacksPort).toList();
    for (LinkDraft half : halves) {
      only(d -> d != half && !d.lacksPort() && half.fits(d)).ifPresent(whole -> merge(half, whole));
    }
    List<LinkDraft> left = drafts.values().stream().filter(LinkDraft::lacksPort).toList();
    List<LinkDraft> ofA = left.stream().filter(d -> !d.isSeenByB()).toList();
    List<LinkDraft> ofB = left.stream().filter(d -> !d.isSeenByA()).toList();
    if (ofA.size() == 1 && ofB.size() == 1) {
      LinkDraft joined = new LinkDraft(ofA.get(0).first(), ofB.get(0).second());
      drafts.put(joined.first().id() + "\n" + joined.second().id(), joined);
      merge(ofA.get(0), joined);
      merge(ofB.get(0), joined);
    }
  }

  /** One end tells of the member, the other of the aggregate: the member is the port. */
  private void joinAggregates() {
    for (LinkDraft draft : List.copyOf(drafts.values())) {
      if (drafts.containsValue(draft) && !draft.isSeenByBoth()) {
        Optional<LinkDraft> member = only(d -> d != draft && draft.isAggregateOf(d));
        member.ifPresent(m -> merge(draft, m));
      }
    }
  }

  private Optional<LinkDraft> only(Predicate<LinkDraft> fits) {
    List<LinkDraft> found = new ArrayList<>();
    drafts.values().stream().filter(fits).limit(2).forEach(found::add);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private void merge(LinkDraft from, LinkDraft into) {
    into.addAll(from);
    drafts.values().removeIf(draft -> draft == from);
  }
}
