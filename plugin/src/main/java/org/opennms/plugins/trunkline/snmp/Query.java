package org.opennms.plugins.trunkline.snmp;

/**
 * One question to an agent and what becomes of the answer. All methods run on the engine's loop and
 * must not block.
 */
interface Query {
  /**
   * What to send.
   *
   * @param attempt 0 for the first; later ones may ask for less
   */
  RequestPdu pdu(int attempt);

  /** An answer came; exactly one of the two ends is reached, and only once. */
  void answered(AnswerPdu pdu, Answered how) throws MalformedMessageException;

  /** There will be no answer. */
  void failed(SnmpFailure why);

  /** Whether nobody waits for the answer any more. */
  default boolean cancelled() {
    return false;
  }

  /** Whether it may be sent again when an answer is overdue: not so a change. */
  default boolean repeatable() {
    return true;
  }

  /** How many requests of the device may be under way for its sake; 0 leaves it to the policy. */
  default int inFlight() {
    return 0;
  }

  /** An attempt brought nothing usable, and another follows. */
  default void attemptFailed() {}

  /**
   * The circumstances of an answer.
   *
   * @param device that gave it
   * @param prompt whether the first attempt was answered well within the timeout
   */
  record Answered(DeviceSession device, boolean prompt) {}
}
