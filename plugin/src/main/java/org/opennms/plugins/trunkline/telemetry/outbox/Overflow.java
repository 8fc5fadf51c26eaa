package org.opennms.plugins.trunkline.telemetry.outbox;

/** What happens when the outbox is at its limit. */
public enum Overflow {
  /** The queue in front of it stops until there is room; nothing that was accepted is lost. */
  BLOCK,
  /** The oldest envelopes give way. */
  DROP_OLDEST
}
