package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;
import org.opennms.plugins.trunkline.snmp.TableResult.Defect;
import org.snmp4j.smi.OID;

/** How far one column of a walk has come. Loop only. */
final class ColumnCursor {
  private static final int NONE_LOST = -1;

  private final int[] root;
  private final IndexRange range;
  private final ColumnBuilder rows;
  private final int[] last = new int[BerReader.MAX_SUB_IDS];
  private int lastLength;
  private boolean ended;
  private boolean viewEnded;
  private int seenInAnswer;
  private int gainedInAnswer;
  private int dropped;
  private int lostFrom = NONE_LOST;
  private int[] witness;
  private Defect defect;

  ColumnCursor(int[] root, IndexRange range) {
    this.root = root;
    this.range = range;
    this.rows = new ColumnBuilder(root);
    int[] start = range.askAfter(root);
    System.arraycopy(start, 0, last, 0, start.length);
    lastLength = start.length;
  }

  ColumnBuilder rows() {
    return rows;
  }

  boolean ended() {
    return ended;
  }

  /** Why it may be incomplete; null if nothing speaks for that. */
  Defect defect() {
    boolean missing = witness != null && !rows.contains(witness, 0, witness.length);
    if (ended && missing) {
      String index = SubIds.dotted(witness, 0, witness.length);
      note("index " + index + " came in the wrong place, but not when it was asked for");
    }
    return defect;
  }

  /** The name after which the agent is asked next. */
  int[] next() {
    return Arrays.copyOf(last, lastLength);
  }

  /** Rows that it passed without keeping them. */
  int dropped() {
    return dropped;
  }

  void beginAnswer() {
    seenInAnswer = 0;
    gainedInAnswer = 0;
    lostFrom = NONE_LOST;
  }

  int gainedInAnswer() {
    return gainedInAnswer;
  }

  /** Takes a varbind; returns why it was discarded, or null. */
  Discard take(AnswerPdu answer) throws MalformedMessageException {
    seenInAnswer++;
    // What stands at the cursor begins with the root, so one comparison tells all.
    int differs = Arrays.mismatch(answer.name(), 0, answer.nameLength(), last, 0, lastLength);
    boolean inside = differs < 0 || differs >= root.length;
    if (ended) {
      return afterEnd(answer, inside);
    }
    if (answer.isException()) {
      viewEnded = answer.isEndOfMibView();
      end();
      return answer.isEndOfMibView() ? null : Discard.OUTSIDE_REQUEST;
    }
    if (differs < 0) {
      return Discard.REPEATED;
    }
    if (!increases(answer, differs)) {
      return within(answer, inside) && !lost(answer) ? Discard.REPEATED : Discard.NOT_INCREASING;
    }
    if (!inside || range.endsBefore(answer.name(), answer.nameLength(), root.length)) {
      end();
      return null;
    }
    System.arraycopy(answer.name(), 0, last, 0, answer.nameLength());
    lastLength = answer.nameLength();
    gainedInAnswer++;
    if (range.startsAfter(answer.name(), answer.nameLength(), root.length)) {
      dropped++;
      return null;
    }
    Discard unusable = answer.isCounter64InV1() ? Discard.COUNTER64_IN_V1 : keep(answer);
    dropped += unusable == null ? 0 : 1;
    return unusable;
  }

  /** More than was asked for is not taken, but it may give the lie to an end before it. */
  Discard excess(AnswerPdu answer) throws MalformedMessageException {
    if (ended) {
      take(answer);
    }
    return Discard.EXCESS;
  }

  /** Behind a column's end others may come; but nothing comes behind the end of everything. */
  private Discard afterEnd(AnswerPdu answer, boolean inside) {
    if (within(answer, inside)) {
      lost(answer);
      return Discard.AFTER_END;
    }
    if (viewEnded && !answer.isException()) {
      lostFrom = lostFrom == NONE_LOST ? rows.rows() : lostFrom;
      return Discard.AFTER_END;
    }
    return null;
  }

  /** A value that cannot be read costs itself: its neighbours are whole. */
  private Discard keep(AnswerPdu answer) {
    try {
      rows.add(answer);
      return null;
    } catch (MalformedMessageException e) {
      String index = SubIds.dotted(answer.name(), root.length, answer.nameLength());
      note("the value of index " + index + " cannot be read: " + e.getMessage());
      return Discard.MALFORMED;
    }
  }

  private boolean within(AnswerPdu answer, boolean inside) {
    return inside
        && !answer.isException()
        && !range.endsBefore(answer.name(), answer.nameLength(), root.length)
        && !range.startsAfter(answer.name(), answer.nameLength(), root.length);
  }

  /** Whether a row in the wrong place is one that we have not: then its place is remembered. */
  private boolean lost(AnswerPdu answer) {
    if (rows.contains(answer.name(), root.length, answer.nameLength())) {
      return false;
    }
    int place = rows.lowerBound(answer.name(), root.length, answer.nameLength());
    lostFrom = lostFrom == NONE_LOST ? place : Math.min(lostFrom, place);
    witness = Arrays.copyOfRange(answer.name(), root.length, answer.nameLength());
    return true;
  }

  /**
   * Goes back to where the answer lost rows, to be asked again for fewer; false if it lost none.
   */
  boolean rewind() {
    if (lostFrom == NONE_LOST) {
      return false;
    }
    rows.truncate(lostFrom);
    int[] at = lostFrom == 0 ? range.askAfter(root) : SubIds.join(root, rows.index(lostFrom - 1));
    System.arraycopy(at, 0, last, 0, at.length);
    lastLength = at.length;
    ended = false;
    viewEnded = false;
    return true;
  }

  /** In the order of RFC 2578 section 7.10. */
  private boolean increases(AnswerPdu answer, int differs) {
    if (differs == lastLength || differs == answer.nameLength()) {
      return differs == lastLength;
    }
    return Integer.compareUnsigned(answer.name()[differs], last[differs]) > 0;
  }

  /** An answer that brings this column only rows that do not lead on is the start of a loop. */
  void endAnswer() {
    if (!ended && seenInAnswer > 0 && gainedInAnswer == 0) {
      fail("the agent's rows do not increase; stopped after " + rows.rows() + " rows");
    }
  }

  void fail(String why) {
    ended = true;
    defect = new Defect(new OID(root.clone()), why);
  }

  private void note(String why) {
    if (defect == null) {
      defect = new Defect(new OID(root.clone()), why);
    }
  }

  void end() {
    ended = true;
  }
}
