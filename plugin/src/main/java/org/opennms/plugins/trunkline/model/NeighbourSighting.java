package org.opennms.plugins.trunkline.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One neighbour as one port sees it, and what became of it. The directed half of a link, with the
 * evidence.
 *
 * @param local the port that sees it; always a node's
 * @param source what told of it
 * @param announced what the neighbour says of itself
 * @param remote who it is
 * @param mapping how it was mapped
 * @param candidates nodes that it might have been as well, with why not in the reasons
 * @param confidence 0 to 1, that {@code remote} is right
 * @param reasons what the mapping rests on
 * @param firstSeen when it was first seen on this port
 * @param lastSeen when it was last seen
 */
public record NeighbourSighting(
    LinkEnd local,
    LinkSource source,
    Announcement announced,
    LinkEnd remote,
    Mapping mapping,
    List<NodeKey> candidates,
    double confidence,
    List<Reason> reasons,
    Instant firstSeen,
    Instant lastSeen) {
  /** What a neighbour was mapped to. */
  public enum Mapping {
    /** One node, by what the neighbour says of itself. */
    NODE,
    /** One node, because that node sees us from the very port that the neighbour names. */
    BY_OTHER_END,
    /** No node fits: an orphan. */
    ORPHAN,
    /** Several nodes fit equally well; it is kept as an orphan, and never guessed. */
    AMBIGUOUS,
    /** It says that it is the very device that sees it, without a second port to prove it. */
    OURSELVES
  }

  /** Copies the lists and rejects missing parts. */
  public NeighbourSighting {
    Objects.requireNonNull(local, "local");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(announced, "announced");
    Objects.requireNonNull(remote, "remote");
    Objects.requireNonNull(mapping, "mapping");
    Objects.requireNonNull(firstSeen, "firstSeen");
    Objects.requireNonNull(lastSeen, "lastSeen");
    candidates = List.copyOf(candidates);
    reasons = List.copyOf(reasons);
  }
}
