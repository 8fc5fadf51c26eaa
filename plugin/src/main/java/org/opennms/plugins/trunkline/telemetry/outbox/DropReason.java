package org.opennms.plugins.trunkline.telemetry.outbox;

import java.util.Arrays;
import java.util.Locale;

/** Why an envelope will not reach a receiver. */
public enum DropReason {
  /** The outbox was at its limit and the policy is to drop the oldest. */
  OVERFLOW(1),
  /** It was older than the outbox keeps envelopes. */
  EXPIRED(2),
  /** The outbox took nothing more in; it never became an envelope. */
  REFUSED(3),
  /** A receiver refused it for good; it lies among the dead letters. */
  DEAD_LETTER(4),
  /** The outbox's file was damaged. */
  DAMAGED(5),
  /** Dead letters took too much room, so the oldest went; receivers had been told of them. */
  LETTER_DROPPED(6);

  private final byte code;

  DropReason(int code) {
    this.code = (byte) code;
  }

  /** In the outbox's file; never another. */
  byte code() {
    return code;
  }

  /** The counterpart of {@link #code}. */
  static DropReason of(byte code) {
    return Arrays.stream(values()).filter(r -> r.code == code).findFirst().orElse(DAMAGED);
  }

  /** For example {@code dead_letter}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
