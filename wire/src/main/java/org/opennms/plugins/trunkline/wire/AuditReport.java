package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What an audit found.
 *
 * @param envelopes how many records were looked at, unreadable ones included
 * @param findings in no particular order of weight
 * @param chains by agent
 */
public record AuditReport(int envelopes, List<Finding> findings, Map<String, Chain> chains) {
  /** What it comes to. */
  public enum Verdict {
    /** Nothing is altered, missing, moved, repeated or inserted. */
    WHOLE,
    /** The same, but for the beginning of a chain, which is not here. */
    BEGINS_LATE,
    /** Something is. */
    NOT_WHOLE,
    /** There was nothing to look at. */
    EMPTY
  }

  /** What it comes to. */
  public Verdict verdict() {
    if (!isWhole()) {
      return Verdict.NOT_WHOLE;
    }
    if (envelopes == 0) {
      return Verdict.EMPTY;
    }
    boolean late = findings.stream().anyMatch(f -> f.kind() == Finding.Kind.STARTS_LATE);
    return late ? Verdict.BEGINS_LATE : Verdict.WHOLE;
  }

  /** Whether nothing is altered, missing, moved, repeated or inserted. */
  public boolean isWhole() {
    return count(Finding.Level.VIOLATION) == 0;
  }

  /** How many findings of this weight there are. */
  public long count(Finding.Level level) {
    return findings.stream().filter(f -> f.kind().level() == level).count();
  }

  /**
   * One agent's chain.
   *
   * @param authentic envelopes that the agent signed, each once
   * @param keyIds of the keys it signed with, sorted
   * @param firstNs time of the first in the sender's order, nanoseconds since 1970; 0 when none
   * @param lastNs time of the last
   * @param head signature of the last; empty when none. The sender publishes its own: where they
   *     differ, the end is missing
   * @param breaks how often the chain breaks off, declared gaps included
   */
  public record Chain(
      int authentic, List<String> keyIds, long firstNs, long lastNs, ByteString head, int breaks) {

    static Chain of(ChainOrder order) {
      TreeSet<String> keyIds = new TreeSet<>();
      ChainLink first = null;
      ChainLink last = null;
      int authentic = 0;
      for (int position : order.walk()) {
        ChainLink link = order.links().get(position);
        if (link.isAuthentic()) {
          authentic++;
          keyIds.add(link.key().keyId());
          first = first == null ? link : first;
          last = link;
        }
      }
      return new Chain(
          authentic,
          List.copyOf(keyIds),
          first == null ? 0 : first.tsNs(),
          last == null ? 0 : last.tsNs(),
          last == null ? ByteString.EMPTY : last.signature(),
          Math.max(0, order.beginnings().size() - 1));
    }
  }
}
