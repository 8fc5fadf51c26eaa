package org.opennms.plugins.trunkline.wire;

/**
 * One thing that an audit found.
 *
 * @param kind what
 * @param place where, for people: file and record
 * @param agent whose chain; empty when that cannot be told
 * @param detail one sentence with the particulars
 */
public record Finding(Kind kind, String place, String agent, String detail) {
  /** How much it weighs. */
  public enum Level {
    /** The record is not whole, or not authentic. */
    VIOLATION,
    /** Somebody should look at it; the record is whole. */
    WARNING,
    /** Part of the history, and accounted for. */
    NOTE
  }

  /** What can be found. */
  public enum Kind {
    DAMAGED(Level.VIOLATION, "The file itself is torn or altered here; nothing can be read."),
    MOVED(
        Level.VIOLATION,
        "The records of the store are not numbered in one row: one was moved or cut out."),
    MANIFEST(Level.VIOLATION, "A day's signed list of files does not fit what is there."),
    MALFORMED(Level.VIOLATION, "The record is not an envelope."),
    UNSIGNED(Level.VIOLATION, "The envelope bears no signature."),
    UNKNOWN_AGENT(Level.VIOLATION, "No public key is known for the sender it names."),
    BAD_SIGNATURE(
        Level.VIOLATION,
        "The content is not what the sender signed: it was altered, or made by somebody else."),
    DUPLICATE(Level.VIOLATION, "The same envelope is there a second time: it was replayed."),
    KEY_REUSED(
        Level.VIOLATION, "Two different envelopes bear the same idempotency key of one sender."),
    GAP(
        Level.VIOLATION,
        "The envelope's predecessor is not there, and the sender did not declare it lost: it was"
            + " removed, or this envelope does not belong here."),
    FORK(Level.VIOLATION, "Two envelopes claim the same predecessor: one of them was inserted."),
    REORDERED(Level.VIOLATION, "The envelope does not stand where the chain puts it."),
    RESTART(Level.VIOLATION, "The sender began a second chain; what the first lacks is unknown."),
    UNANNOUNCED_KEY(
        Level.VIOLATION, "The sender changed its key without a notice signed with the old one."),
    HEAD_MISSING(
        Level.VIOLATION, "The envelope that the sender named as its last is not there: cut off."),
    STARTS_LATE(
        Level.WARNING, "The first envelope here is not the first of the chain; look for the rest."),
    CLOCK_STEP(Level.WARNING, "The sender's clock stepped."),
    UNFINISHED(
        Level.NOTE,
        "A receiver was running and had begun to write a record at the end of its store."),
    OUT_OF_ORDER(
        Level.NOTE, "Arrived out of order within the window, as parallel sending makes it."),
    DECLARED_GAP(Level.NOTE, "The sender declared, signed, that it dropped these envelopes."),
    KEY_ROTATION(Level.NOTE, "The sender changed its key, and the old key announced it.");

    private final Level level;
    private final String meaning;

    Kind(Level level, String meaning) {
      this.level = level;
      this.meaning = meaning;
    }

    /** How much it weighs. */
    public Level level() {
      return level;
    }

    /** A sentence for somebody who does not know the system. */
    public String meaning() {
      return meaning;
    }
  }
}
