package org.opennms.plugins.trunkline.telemetry.outbox;

/** What became of a draft. */
public sealed interface Acceptance {
  /**
   * It is durable and will be sent.
   *
   * @param sequence its place in the chain
   */
  record Accepted(long sequence) implements Acceptance {}

  /**
   * It was not taken; nothing of it is kept.
   *
   * @param why for the operator
   */
  record Refused(String why) implements Acceptance {}
}
