package org.opennms.plugins.trunkline.topology;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * Finds what speaks against links that only one end tells of: the other end hears the same protocol
 * on that port, but hears somebody else, or hears us from another port. Stateless.
 */
final class LinkConflicts {
  private LinkConflicts() {}

  static void mark(Collection<LinkDraft> drafts, DeviceEntry a, DeviceEntry b) {
    Map<String, Set<LinkDraft>> byEnd = new HashMap<>();
    for (LinkDraft draft : drafts) {
      byEnd.computeIfAbsent("a" + draft.first().id(), k -> new LinkedHashSet<>()).add(draft);
      byEnd.computeIfAbsent("b" + draft.second().id(), k -> new LinkedHashSet<>()).add(draft);
    }
    for (LinkDraft draft : drafts) {
      if (!draft.isSeenByBoth()) {
        Set<LinkDraft> related = new LinkedHashSet<>(byEnd.get("a" + draft.first().id()));
        related.addAll(byEnd.get("b" + draft.second().id()));
        related.remove(draft);
        mark(draft, related, draft.isSeenByA() ? a : b);
      }
    }
  }

  /** The silent end speaks of one of the two ports, but not of both together. */
  private static void mark(LinkDraft draft, Set<LinkDraft> related, DeviceEntry teller) {
    boolean silentIsFirst = !draft.isSeenByA();
    PortEnd silent = silentIsFirst ? draft.first() : draft.second();
    for (LinkDraft other : related) {
      List<Sight> words = silentIsFirst ? other.fromA() : other.fromB();
      if (words.stream().anyMatch(LinkConflicts::counts)) {
        PortEnd heardOn = silentIsFirst ? other.first() : other.second();
        PortEnd heard = silentIsFirst ? other.second() : other.first();
        draft.conflicts(heardOn.id() + " sees " + heard.id());
      }
    }
    List<Sight> told = silentIsFirst ? draft.fromB() : draft.fromA();
    hearsOthers(draft, told, silent, teller.device().key());
  }

  private static boolean counts(Sight sight) {
    return sight.source().isAnnouncement();
  }

  private static void hearsOthers(
      LinkDraft draft, List<Sight> told, PortEnd silent, NodeKey teller) {
    if (!silent.isKnown()) {
      return;
    }
    boolean hearsTeller = false;
    NodeKey other = null;
    for (Sight sight : silent.entry().onPort(silent.port().orElseThrow().key())) {
      boolean isSameProtocol = told.stream().anyMatch(t -> t.source() == sight.source());
      if (counts(sight) && isSameProtocol && sight.node().isPresent()) {
        hearsTeller |= sight.node().get().equals(teller);
        other = sight.node().get().equals(teller) ? other : sight.node().get();
      }
    }
    if (!hearsTeller && other != null) {
      draft.conflicts(silent.id() + " sees only " + other);
    }
  }
}
