package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;

/** What cutting the signature (field 8) out of an envelope's bytes gave. */
public sealed interface SignatureCut {
  /**
   * There was one signature.
   *
   * @param signedBytes the envelope's bytes without the field, which is what was signed
   * @param signature 64 bytes
   * @param at where in the envelope's bytes the field began
   */
  record Signed(ByteString signedBytes, ByteString signature, int at) implements SignatureCut {}

  /** The bytes are well formed, and bear no signature. */
  record Unsigned() implements SignatureCut {}

  /**
   * The bytes are not an envelope that can be judged: torn, not protobuf, with an odd signature or
   * more than one.
   *
   * @param why for people
   */
  record Malformed(String why) implements SignatureCut {}
}
