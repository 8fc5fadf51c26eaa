package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What an agent declared to be lost: holes in its chain, and how they are closed. */
final class DeclaredGaps {
  private final Map<ByteString, GapNotice> byLastMissing = new HashMap<>();
  private final Predicate<ByteString> isThere;

  /**
   * @param isThere whether an envelope with a signature is there
   */
  DeclaredGaps(List<ChainLink> links, Predicate<ByteString> isThere) {
    this.isThere = isThere;
    links.forEach(l -> l.gaps().forEach(g -> byLastMissing.put(g.lastMissing(), g)));
  }

  /**
   * A hole.
   *
   * @param isClosed whether everything in it was declared
   * @param before signature of the envelope before it; empty for the chain's beginning
   * @param declared how many envelopes were declared
   * @param reasons why they are missing
   */
  record Hole(boolean isClosed, ByteString before, long declared, List<String> reasons) {}

  /** Goes back from a signature that is not there, from notice to notice. */
  Hole before(ByteString missing) {
    long declared = 0;
    List<String> reasons = new ArrayList<>();
    Set<ByteString> passed = new HashSet<>();
    ByteString at = missing;
    while (!at.isEmpty() && !isThere.test(at)) {
      GapNotice notice = byLastMissing.get(at);
      if (notice == null || !passed.add(at)) {
        return new Hole(false, at, declared, reasons);
      }
      declared += notice.count();
      if (!reasons.contains(notice.reason())) {
        reasons.add(notice.reason());
      }
      at = notice.before();
    }
    return new Hole(true, at, declared, reasons);
  }
}
