package org.opennms.plugins.trunkline.sandbox.network.agent;

/**
 * What is wrong with an agent's answers on the wire; a healthy agent has {@link #NONE}.
 *
 * @param silent answers nothing
 * @param denied treats every community and user as wrong
 * @param lossProbability of an answer, 0 to 1
 * @param delayMillis before an answer leaves
 * @param mangling what happens to the answer's bytes
 * @param rows what happens to the order of rows
 * @param reply what happens to the answer's content
 * @param maxVarbinds more than this many varbinds in an answer are tooBig; 0 for no limit
 */
public record WireFaults(
    boolean silent,
    boolean denied,
    double lossProbability,
    int delayMillis,
    Mangling mangling,
    Rows rows,
    Reply reply,
    int maxVarbinds) {

  /** A healthy agent. */
  public static final WireFaults NONE =
      new WireFaults(false, false, 0, 0, Mangling.NONE, Rows.SORTED, Reply.RIGHT, 0);

  /** What happens to the bytes of an answer. */
  public enum Mangling {
    NONE,
    /** Random bytes instead of the answer. */
    GARBAGE,
    /** The second half of the message is missing. */
    TRUNCATED
  }

  /** What GETNEXT and GETBULK do at the rows of a table. */
  public enum Rows {
    SORTED,
    /** Neighbouring instances change places. */
    OUT_OF_ORDER,
    /** After some rows the first one comes again, for ever. */
    LOOPING,
    /** The same instance is returned that was asked for. */
    REPEATED
  }

  /** What an answer says. */
  public enum Reply {
    RIGHT,
    /** The answer belongs to another request. */
    WRONG_REQUEST_ID,
    /** error-status genErr for the first varbind. */
    GEN_ERR,
    /** tooBig, and no varbinds at all. */
    TOO_BIG
  }

  /** The same, silent or not. */
  public WireFaults withSilent(boolean value) {
    return new WireFaults(
        value, denied, lossProbability, delayMillis, mangling, rows, reply, maxVarbinds);
  }

  /** The same, denying everybody or not. */
  public WireFaults withDenied(boolean value) {
    return new WireFaults(
        silent, value, lossProbability, delayMillis, mangling, rows, reply, maxVarbinds);
  }

  /** The same with another loss. */
  public WireFaults withLoss(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("loss is a probability from 0 to 1, not " + probability);
    }
    return new WireFaults(
        silent, denied, probability, delayMillis, mangling, rows, reply, maxVarbinds);
  }

  /** The same with another delay. */
  public WireFaults withDelay(int millis) {
    if (millis < 0) {
      throw new IllegalArgumentException("a delay is 0 or more milliseconds, not " + millis);
    }
    return new WireFaults(
        silent, denied, lossProbability, millis, mangling, rows, reply, maxVarbinds);
  }

  /** The same with other damage to the bytes. */
  public WireFaults with(Mangling value) {
    return new WireFaults(
        silent, denied, lossProbability, delayMillis, value, rows, reply, maxVarbinds);
  }

  /** The same with another order of rows. */
  public WireFaults with(Rows value) {
    return new WireFaults(
        silent, denied, lossProbability, delayMillis, mangling, value, reply, maxVarbinds);
  }

  /** The same with another content. */
  public WireFaults with(Reply value) {
    return new WireFaults(
        silent, denied, lossProbability, delayMillis, mangling, rows, value, maxVarbinds);
  }

  /** The same with another limit of varbinds. */
  public WireFaults withMaxVarbinds(int count) {
    return new WireFaults(
        silent, denied, lossProbability, delayMillis, mangling, rows, reply, count);
  }
}
