package org.opennms.plugins.trunkline.telemetry.outbox;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How the outbox is.
 *
 * @param condition in a word
 * @param detail one line for the operator; empty where there is nothing to say
 * @param waiting envelopes that some transport has still to deliver
 * @param byTransport how many each one has still to deliver
 * @param bytes of them and of the dead letters
 * @param fileBytes what the file takes on disk
 * @param oldest when the oldest of them was accepted
 * @param queued drafts in front of the outbox
 * @param accepted envelopes since the start of this process
 * @param deadLetters kept
 * @param quarantined files that were damaged, since the start
 * @param lost by reason, since the file was made
 * @param head the chain's end
 */
public record OutboxStatus(
    Condition condition,
    String detail,
    long waiting,
    Map<String, Long> byTransport,
    long bytes,
    long fileBytes,
    Optional<Instant> oldest,
    int queued,
    long accepted,
    long deadLetters,
    int quarantined,
    Map<DropReason, Long> lost,
    ChainHead head) {
  /** How it is, in a word. */
  public enum Condition {
    /** Takes envelopes. */
    OPEN,
    /** At its limit; waits until envelopes have left. */
    FULL,
    /** The disk does not take what is written; tried again every second. */
    UNWRITABLE,
    /** Another process has the file. */
    LOCKED,
    /** Not opened yet, or closed. */
    CLOSED
  }

  /** Copies the maps. */
  public OutboxStatus {
    byTransport = Map.copyOf(byTransport);
    lost = Map.copyOf(lost);
  }
}
