package org.opennms.plugins.trunkline.topology;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkKey;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.Reason;

/** A link between two nodes while it is folded. Used by one thread. */
final class LinkDraft {
  private static final Comparator<Sight> BEST_FIRST =
      Comparator.comparingDouble((Sight s) -> -Evidence.sum(s.reasons()))
          .thenComparing(s -> s.local)
          .thenComparing(s -> s.seen.key());

  private final PortEnd first;
  private final PortEnd second;
  private final List<Sight> fromA = new ArrayList<>();
  private final List<Sight> fromB = new ArrayList<>();
  private String conflict = "";

  LinkDraft(PortEnd first, PortEnd second) {
    this.first = first;
    this.second = second;
  }

  PortEnd first() {
    return first;
  }

  PortEnd second() {
    return second;
  }

  void add(Sight sight, boolean isFromA) {
    (isFromA ? fromA : fromB).add(sight);
  }

  void addAll(LinkDraft other) {
    fromA.addAll(other.fromA);
    fromB.addAll(other.fromB);
  }

  /** Speaks against it; the first word counts. */
  void conflicts(String why) {
    conflict = conflict.isEmpty() ? why : conflict;
  }

  List<Sight> fromA() {
    return fromA;
  }

  List<Sight> fromB() {
    return fromB;
  }

  boolean isSeenByA() {
    return !fromA.isEmpty();
  }

  boolean isSeenByB() {
    return !fromB.isEmpty();
  }

  boolean isSeenByBoth() {
    return isSeenByA() && isSeenByB();
  }

  boolean lacksPort() {
    return !first.isKnown() || !second.isKnown();
  }

  /** Whether the port that this one knows is the whole one's. */
  boolean fits(LinkDraft whole) {
    return first.isKnown() ? first.isSameAs(whole.first) : second.isSameAs(whole.second);
  }

  /** Whether it says the same of aggregates that the other says of members. */
  boolean isAggregateOf(LinkDraft member) {
    boolean firstFits = first.isSameAs(member.first) || first.isAggregateOf(member.first);
    boolean secondFits = second.isSameAs(member.second) || second.isAggregateOf(member.second);
    return firstFits && secondFits;
  }

  Link link() {
    List<Sight> all = Stream.concat(fromA.stream(), fromB.stream()).sorted(BEST_FIRST).toList();
    Set<LinkSource> sources = EnumSet.noneOf(LinkSource.class);
    all.forEach(sight -> sources.add(sight.source()));
    LinkState state = state(sources);
    List<Reason> reasons = reasons(all, state);
    return new Link(
        LinkKey.between(first.id(), second.id()),
        first.end(),
        second.end(),
        state,
        Evidence.confidence(Evidence.sum(reasons)),
        reasons,
        sources,
        Mismatches.between(first.settings(), second.settings(), announced(fromB), announced(fromA)),
        all.stream().map(s -> s.firstSeen).min(Instant::compareTo).orElseThrow(),
        all.stream().map(s -> s.lastSeen).max(Instant::compareTo).orElseThrow());
  }

  private LinkState state(Set<LinkSource> sources) {
    if (sources.contains(LinkSource.MANUAL)) {
      return LinkState.MANUAL;
    }
    if (sources.stream().allMatch(LinkSource::isInferred)) {
      return LinkState.INFERRED;
    }
    boolean byA = fromA.stream().anyMatch(s -> !s.source().isInferred());
    boolean byB = fromB.stream().anyMatch(s -> !s.source().isInferred());
    if (byA && byB) {
      return LinkState.CONFIRMED;
    }
    return conflict.isEmpty() ? LinkState.ONE_SIDED : LinkState.CONFLICTING;
  }

  /** Of several sights the best gives the weight; what the others say is remarked. */
  private List<Reason> reasons(List<Sight> all, LinkState state) {
    List<Reason> reasons = new ArrayList<>(all.get(0).reasons());
    all.stream()
        .skip(1)
        .map(
            s ->
                new Reason(
                    s.source().spelling(),
                    "also seen by " + s.local + " on " + s.seen.local().name(),
                    0))
        .distinct()
        .forEach(reasons::add);
    if (state == LinkState.CONFIRMED) {
      reasons.add(new Reason("both ends", "see each other", Evidence.BOTH_ENDS));
    }
    if (!conflict.isEmpty() && state != LinkState.CONFIRMED) {
      reasons.add(new Reason("the other end", conflict, Evidence.CONFLICT));
    }
    return reasons;
  }

  /** What one end was told of the other's settings. */
  private static PortSettings announced(List<Sight> sights) {
    Optional<PortSettings> told =
        sights.stream()
            .sorted(BEST_FIRST)
            .map(s -> s.seen.announced().settings())
            .filter(s -> !s.equals(PortSettings.UNKNOWN))
            .findFirst();
    return told.orElse(PortSettings.UNKNOWN);
  }
}
