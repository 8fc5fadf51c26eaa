package org.opennms.plugins.trunkline.telemetry.outbox;

import java.util.Optional;
import org.h2.mvstore.MVStoreException;

/** Takes what can still be read of a damaged file over into a fresh one. One use. */
final class Salvage {
  private final OutboxFile old;
  private final OutboxFile fresh;
  private final Sealer sealer;
  private byte[] lastSignature = new byte[0];
  private long lostFrom;
  private long saved;

  Salvage(OutboxFile old, OutboxFile fresh, Sealer sealer) {
    this.old = old;
    this.fresh = fresh;
    this.sealer = sealer;
  }

  /**
   * Copies; what cannot be read becomes a gap to be declared.
   *
   * @return how many envelopes were saved
   * @throws MVStoreException when not even cursors and head can be read; then nothing is copied
   */
  long run() {
    ChainHead head = old.head();
    long from = old.restoreCursors(fresh) + 1;
    for (long sequence = from; sequence <= head.sequence(); sequence++) {
      take(sequence);
    }
    close(head.sequence() + 1, head.signature());
    fresh.continueAfter(head);
    return saved;
  }

  private void take(long sequence) {
    Optional<StoredEnvelope> read = read(sequence);
    if (read.isEmpty()) {
      lostFrom = lostFrom == 0 ? sequence : lostFrom;
      return;
    }
    close(sequence, sealer.linkOf(read.get().bytes()).previous());
    fresh.restore(read.get());
    lastSignature = read.get().signature();
    saved++;
  }

  private Optional<StoredEnvelope> read(long sequence) {
    try {
      return old.get(sequence);
    } catch (RuntimeException e) {
      // Unreadable is what a salvage expects; it is counted with the gap.
      return Optional.empty();
    }
  }

  private void close(long before, byte[] until) {
    if (lostFrom == 0) {
      return;
    }
    long count = before - lostFrom;
    fresh.note(
        new Gap(DropReason.DAMAGED, "", lostFrom, before - 1, count, lastSignature, until, 0, 0));
    lostFrom = 0;
  }
}
