package org.opennms.plugins.trunkline.telemetry.outbox;

import java.time.Instant;
import java.util.List;

/** Makes envelopes. Called by one thread, in the order of the chain. */
public interface Sealer {
  /** So many gaps fit one envelope. */
  int GAPS_AT_ONCE = 100;

  /**
   * Signs an envelope.
   *
   * @param previous the {@code sig} of the envelope before; empty at the beginning of a chain
   */
  Sealed seal(Draft draft, byte[] previous);

  /**
   * The envelope that tells receivers what they will not get.
   *
   * @param gaps at least one, at most {@link #GAPS_AT_ONCE}
   */
  Draft declare(List<Gap> gaps, Instant now);

  /** Where an envelope stands. */
  Link linkOf(byte[] envelope);

  /**
   * Where an envelope stands.
   *
   * @param previous its {@code prev_sig}; empty where it has none
   * @param timeNs its {@code ts_ns}
   */
  @SuppressWarnings("ArrayRecordComponent") // As above.
  record Link(byte[] previous, long timeNs) {}
}
