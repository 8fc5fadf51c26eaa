package org.opennms.plugins.trunkline.receiver.bus;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.opennms.plugins.trunkline.wire.GapNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the chains of envelopes as they are stored and counts what does not fit, for metrics and
 * one warning. It judges by what it saw lately; the full judgement is an audit of the store. Safe
 * for use by many threads.
 */
final class ChainMonitor {
  private static final Logger LOG = LoggerFactory.getLogger(ChainMonitor.class);

  private final int window;
  private final Map<String, Chain> chains = new HashMap<>();

  /**
   * What was noticed of one agent.
   *
   * @param gaps envelopes whose predecessor did not come, and that the agent did not declare lost
   * @param declared gaps that the agent declared
   * @param forks envelopes that claim the predecessor of another
   */
  record Counts(long gaps, long declared, long forks) {}

  /**
   * @param window how many envelopes later a predecessor may still come
   */
  ChainMonitor(int window) {
    this.window = window;
  }

  /**
   * Takes a stored envelope.
   *
   * @param lost what it declares lost
   */
  synchronized void stored(
      String agent, ByteString signature, ByteString previous, List<GapNotice> lost) {
    Chain chain = chains.computeIfAbsent(agent, Chain::new);
    lost.forEach(chain::declared);
    chain.stored(signature, previous);
  }

  /** What was noticed, by agent. */
  synchronized Map<String, Counts> counts() {
    Map<String, Counts> counts = new HashMap<>();
    chains.forEach(
        (agent, chain) ->
            counts.put(agent, new Counts(chain.gaps, chain.declaredGaps, chain.forks)));
    return counts;
  }

  /** One of the counts, by agent. */
  Map<String, Long> counts(Function<Counts, Long> which) {
    Map<String, Long> values = new TreeMap<>();
    counts().forEach((agent, counts) -> values.put(agent, which.apply(counts)));
    return values;
  }

  private final class Chain {
    private final String agent;

    /** Signatures seen lately, each with whether something follows it. */
    private final Map<ByteString, Boolean> recent = new LinkedHashMap<>();

    /** Predecessors that did not come yet, with the number of the envelope that names them. */
    private final Map<ByteString, Long> awaited = new LinkedHashMap<>();

    /** Signatures of envelopes that will not come, by the agent's own word. */
    private final Set<ByteString> lost = new LinkedHashSet<>();

    /** Whether all that an envelope may follow was seen: not so after a start in the midst. */
    private boolean complete;

    private long count;
    private long gaps;
    private long declaredGaps;
    private long forks;

    Chain(String agent) {
      this.agent = agent;
    }

    void declared(GapNotice notice) {
      declaredGaps++;
      awaited.remove(notice.lastMissing());
      lost.add(notice.lastMissing());
      shorten(lost.iterator(), lost.size());
    }

    void stored(ByteString signature, ByteString previous) {
      boolean followed = awaited.remove(signature) != null;
      recent.put(signature, followed);
      count++;
      complete = complete || (count == 1 && previous.isEmpty()) || count > window;
      if (count > 1 && !previous.isEmpty()) {
        link(previous);
      }
      forgetOld();
    }

    private void link(ByteString previous) {
      Boolean followed = recent.get(previous);
      if (followed == null) {
        if (complete && !lost.contains(previous) && awaited.putIfAbsent(previous, count) != null) {
          fork();
        }
      } else if (followed) {
        fork();
      } else {
        recent.put(previous, true);
      }
    }

    private void fork() {
      if (forks++ == 0) {
        LOG.warn("Two envelopes of agent {} claim the same predecessor; run verify", agent);
      }
    }

    private void forgetOld() {
      Iterator<Long> waiting = awaited.values().iterator();
      while (waiting.hasNext() && count - waiting.next() > window) {
        waiting.remove();
        if (gaps++ == 0) {
          LOG.warn("The chain of agent {} has a gap; run verify to see where", agent);
        }
      }
      shorten(recent.keySet().iterator(), recent.size());
    }

    private void shorten(Iterator<ByteString> oldest, int size) {
      for (int surplus = size - 4 * window; surplus > 0; surplus--) {
        oldest.next();
        oldest.remove();
      }
    }
  }
}
