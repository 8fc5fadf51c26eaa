package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** What the bytes of one envelope are, looked at alone. */
public sealed interface Judgement {
  /**
   * Signed by an agent with one of its keys, and unaltered since.
   *
   * @param envelope as parsed
   * @param agent who signed
   * @param key with what
   * @param signature 64 bytes
   */
  record Authentic(UniversalEnvelope envelope, String agent, VerifyingKey key, ByteString signature)
      implements Judgement {}

  /**
   * Readable, but nobody vouches for it.
   *
   * @param envelope as parsed; nothing in it can be trusted
   * @param agent whom it names; empty when nobody
   * @param why which of the three
   */
  record Unproven(UniversalEnvelope envelope, String agent, Reason why) implements Judgement {}

  /**
   * No envelope.
   *
   * @param why for people
   */
  record Malformed(String why) implements Judgement {}

  /** Why nobody vouches for an envelope. */
  enum Reason {
    /** It bears no signature. */
    UNSIGNED,
    /** It names no agent, or one whose public key is not known. */
    UNKNOWN_AGENT,
    /** The signature is not that of any key of the agent over these bytes. */
    BAD_SIGNATURE
  }
}
