package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;
import org.opennms.plugins.trunkline.snmp.TableResult.Defect;
import org.snmp4j.smi.OID;

/** How far one column of a walk has come. Loop only. */
final class ColumnCursor {
  private final int[] root;
  private final IndexRange range;
  private final ColumnBuilder rows;
  private final int[] last = new int[BerReader.MAX_SUB_IDS];
  private int lastLength;
  private boolean ended;
  private int seenInAnswer;
  private int gainedInAnswer;
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

  Defect defect() {
    return defect;
  }

  /** The name after which the agent is asked next. */
  int[] next() {
    return Arrays.copyOf(last, lastLength);
  }

  void beginAnswer() {
    seenInAnswer = 0;
    gainedInAnswer = 0;
  }

  int gainedInAnswer() {
    return gainedInAnswer;
  }

  /** Takes a varbind; returns why it was discarded, or null. */
  Discard take(AnswerPdu answer) throws MalformedMessageException {
    seenInAnswer++;
    boolean inside = SubIds.startsWith(answer.name(), answer.nameLength(), root);
    if (ended) {
      boolean within = inside && !range.endsBefore(answer.name(), answer.nameLength(), root.length);
      return within && !answer.isException() ? Discard.AFTER_END : null;
    }
    if (answer.isException()) {
      ended = true;
      return answer.isEndOfMibView() ? null : Discard.OUTSIDE_REQUEST;
    }
    int order = SubIds.compare(answer.name(), answer.nameLength(), last, lastLength);
    if (order <= 0) {
      return order == 0 ? Discard.REPEATED : Discard.NOT_INCREASING;
    }
    if (!inside || range.endsBefore(answer.name(), answer.nameLength(), root.length)) {
      ended = true;
      return null;
    }
    System.arraycopy(answer.name(), 0, last, 0, answer.nameLength());
    lastLength = answer.nameLength();
    gainedInAnswer++;
    if (range.startsAfter(answer.name(), answer.nameLength(), root.length)) {
      return null;
    }
    if (answer.isCounter64InV1()) {
      return Discard.COUNTER64_IN_V1;
    }
    rows.add(answer);
    return null;
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

  void end() {
    ended = true;
  }
}
