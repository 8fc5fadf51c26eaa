package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * One agent's envelopes with their predecessors looked up. Positions count this agent's envelopes
 * as they stand, from 0.
 */
final class ChainOrder {
  static final int NONE = -1;

  /** How many open ends before a beginning are looked at: each look may be a signature's check. */
  private static final int MOST_ENDS = 4;

  private final List<ChainLink> links;
  private final Map<ByteString, Integer> bySignature = new HashMap<>();
  private final DeclaredGaps gaps;
  private final int[] predecessor;
  private final int[] successor;
  private final List<int[]> forks = new ArrayList<>();

  ChainOrder(List<ChainLink> links, BiPredicate<ChainLink, ChainLink> neighbours) {
    this.links = links;
    this.predecessor = new int[links.size()];
    this.successor = new int[links.size()];
    Arrays.fill(successor, NONE);
    for (int i = 0; i < links.size(); i++) {
      bySignature.merge(links.get(i).signature(), i, this::theAuthenticOne);
    }
    for (int i = 0; i < links.size(); i++) {
      follow(i, bySignature.getOrDefault(links.get(i).previous(), NONE));
    }
    bridgeWhatIsAltered(neighbours);
    gaps = new DeclaredGaps(links, this::contains);
  }

  List<ChainLink> links() {
    return links;
  }

  /** Position of the predecessor, or {@link #NONE}. */
  int predecessor(int position) {
    return predecessor[position];
  }

  boolean contains(ByteString signature) {
    return bySignature.containsKey(signature);
  }

  /** Pairs of positions that follow the same envelope. */
  List<int[]> forks() {
    return forks;
  }

  /**
   * Positions without a predecessor, in order; but the first of the chain before all others, which
   * may have been stored before it.
   */
  List<Integer> beginnings() {
    List<Integer> found =
        IntStream.range(0, predecessor.length).filter(i -> predecessor[i] == NONE).boxed().toList();
    List<Integer> ordered = new ArrayList<>(found);
    found.stream()
        .filter(i -> isFirstOfChain(links.get(i)))
        .findFirst()
        .or(() -> found.stream().filter(this::isAlteredFirst).findFirst())
        .or(() -> earliest(found))
        .ifPresent(
            first -> {
              ordered.remove(first);
              ordered.add(0, first);
            });
    return ordered;
  }

  /** By the signed times, since the order of storing need not be the sender's. */
  private Optional<Integer> earliest(List<Integer> found) {
    return found.stream()
        .filter(i -> links.get(i).isAuthentic())
        .min(Comparator.comparingLong(i -> links.get(i).tsNs()));
  }

  private static boolean isFirstOfChain(ChainLink link) {
    return link.isAuthentic() && link.previous().isEmpty();
  }

  /** It names no predecessor, and an authentic one follows it. */
  private boolean isAlteredFirst(int position) {
    int after = successor[position];
    return links.get(position).previous().isEmpty()
        && after != NONE
        && links.get(after).isAuthentic();
  }

  /** The last envelope before a position that nothing follows, or {@link #NONE}. */
  int endBefore(int position) {
    for (int i = position - 1; i >= 0; i--) {
      if (successor[i] == NONE) {
        return i;
      }
    }
    return NONE;
  }

  /**
   * Whether an altered envelope is vouched for by an authentic one that follows it, while what it
   * follows itself is not there.
   */
  boolean isTornOff(int position) {
    int after = successor[position];
    return !links.get(position).isAuthentic()
        && after != NONE
        && links.get(after).isAuthentic()
        && endBefore(position) != NONE;
  }

  /** What the agent declared to be lost. */
  DeclaredGaps gaps() {
    return gaps;
  }

  /**
   * All positions in the sender's order: each beginning in turn, and what follows it, over declared
   * gaps too.
   */
  List<Integer> walk() {
    Map<Integer, Integer> resumptions = resumptions();
    Set<Integer> resumed = Set.copyOf(resumptions.values());
    Set<Integer> order = new LinkedHashSet<>();
    for (int begin : beginnings()) {
      if (!resumed.contains(begin)) {
        follow(begin, resumptions, order);
      }
    }
    // Where an agent says that it lost what stands here, or says so twice.
    resumed.stream().sorted().forEach(begin -> follow(begin, Map.of(), order));
    return List.copyOf(order);
  }

  private void follow(int begin, Map<Integer, Integer> resumptions, Set<Integer> order) {
    int at = begin;
    while (at != NONE && order.add(at)) {
      at = successor[at] != NONE ? successor[at] : resumptions.getOrDefault(at, NONE);
    }
  }

  /** Where the chain goes on behind a declared gap, by the end before it. */
  private Map<Integer, Integer> resumptions() {
    Map<Integer, Integer> found = new HashMap<>();
    for (int begin : beginnings()) {
      DeclaredGaps.Hole hole = gaps.before(links.get(begin).previous());
      if (hole.isClosed() && hole.declared() > 0 && contains(hole.before())) {
        found.putIfAbsent(bySignature.get(hole.before()), begin);
      }
    }
    return found;
  }

  private int theAuthenticOne(int first, int second) {
    return links.get(first).isAuthentic() ? first : second;
  }

  private void follow(int position, int before) {
    predecessor[position] = before == position ? NONE : before;
    if (predecessor[position] == NONE) {
      return;
    }
    if (successor[before] == NONE) {
      successor[before] = position;
    } else if (links.get(position).isAuthentic() && links.get(successor[before]).isAuthentic()) {
      forks.add(new int[] {successor[before], position});
    } else if (links.get(position).isAuthentic()) {
      successor[before] = position;
    }
  }

  /**
   * An altered envelope is told as such. That a neighbour does not find it by its signature is no
   * second finding: an end and a beginning that were neighbours before the alteration are taken to
   * follow each other.
   */
  private void bridgeWhatIsAltered(BiPredicate<ChainLink, ChainLink> neighbours) {
    Deque<Integer> ends = new ArrayDeque<>();
    for (int i = 0; i < links.size(); i++) {
      if (predecessor[i] == NONE && !isFirstOfChain(links.get(i))) {
        bridge(ends, i, neighbours);
      }
      if (isOpenEnd(i)) {
        ends.push(i);
      }
    }
  }

  private void bridge(
      Deque<Integer> ends, int begin, BiPredicate<ChainLink, ChainLink> neighbours) {
    ends.stream()
        .limit(MOST_ENDS)
        .filter(end -> neighbours.test(links.get(end), links.get(begin)))
        .findFirst()
        .ifPresent(
            end -> {
              predecessor[begin] = end;
              successor[end] = begin;
              ends.remove(end);
            });
  }

  /** Nothing follows it, and it is not one that was put beside the true follower of another. */
  private boolean isOpenEnd(int position) {
    int before = predecessor[position];
    return successor[position] == NONE
        && (before == NONE || successor[before] == position || links.get(position).isAuthentic());
  }
}
