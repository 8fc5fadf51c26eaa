package org.opennms.plugins.trunkline.model;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What connects two ports. Undirected: what both ends told is folded into it, and which end is the
 * first says nothing.
 *
 * @param key lasting identity
 * @param a the first end; always a node
 * @param b the second end; an orphan where the neighbour is no node
 * @param state how well it is attested
 * @param confidence 0 to 1, the logistic function of the reasons' weights
 * @param reasons why it is believed, and what speaks against it
 * @param sources who told of it, in the order of the enum; at least one
 * @param mismatches what is set differently at the two ends; may be empty
 * @param firstSeen when it was first told of
 * @param lastSeen when it was last told of
 */
public record Link(
    LinkKey key,
    LinkEnd a,
    LinkEnd b,
    LinkState state,
    double confidence,
    List<Reason> reasons,
    Set<LinkSource> sources,
    List<LinkMismatch> mismatches,
    Instant firstSeen,
    Instant lastSeen) {
  /** Copies the collections and rejects missing parts. */
  public Link {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(a, "a");
    Objects.requireNonNull(b, "b");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(firstSeen, "firstSeen");
    Objects.requireNonNull(lastSeen, "lastSeen");
    reasons = List.copyOf(reasons);
    sources = Collections.unmodifiableSet(EnumSet.copyOf(sources));
    mismatches = List.copyOf(mismatches);
  }

  /** Whether both ends are nodes. */
  public boolean isBetweenNodes() {
    return b.isNode();
  }

  /** Whether one of its ends is this node. */
  public boolean touches(NodeKey node) {
    return a.node().filter(node::equals).isPresent() || b.node().filter(node::equals).isPresent();
  }

  /** Whether it says the same as another, apart from when it was last seen. */
  public boolean saysTheSameAs(Link other) {
    return key.equals(other.key)
        && a.equals(other.a)
        && b.equals(other.b)
        && state == other.state
        && sources.equals(other.sources)
        && mismatches.equals(other.mismatches);
  }
}
