package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Altered envelopes, and the question whether one of them is what its neighbour in the chain looks
 * for: put back the signature that the neighbour tells, and it must be authentic again. An envelope
 * that is not may stand in the place of another, which is missing then. Not thread-safe.
 */
final class Restoration {
  /** What is kept of them; beyond it, any may be the one that is looked for. */
  private static final long MOST_KEPT = 64L << 20;

  private final Map<Integer, ByteString> byIndex = new HashMap<>();
  private long kept;

  /** Takes an altered envelope. */
  void add(int index, ByteString bytes) {
    kept += bytes.size();
    if (kept <= MOST_KEPT) {
      byIndex.put(index, bytes);
    }
  }

  /**
   * Whether two links, of which one at least is altered, stood next to each other in the chain.
   *
   * @param keys the agent's
   */
  boolean ties(ChainLink before, ChainLink after, List<VerifyingKey> keys) {
    return (!before.isAuthentic() && signed(before, after.previous(), keys))
        || (!after.isAuthentic() && followed(after, before.signature(), keys));
  }

  /** The altered envelope's own signature was altered, and was this one. */
  private boolean signed(ChainLink altered, ByteString signature, List<VerifyingKey> keys) {
    ByteString bytes = byIndex.get(altered.index());
    return bytes == null
        || (EnvelopeCodec.cut(bytes) instanceof SignatureCut.Signed cut
            && isAuthentic(cut.signedBytes(), signature, keys));
  }

  /** What the altered envelope says of its predecessor was altered, and was this signature. */
  private boolean followed(ChainLink altered, ByteString signature, List<VerifyingKey> keys) {
    ByteString bytes = byIndex.get(altered.index());
    if (bytes == null || Octets.indexOf(bytes, signature) >= 0) {
      return true;
    }
    return EnvelopeCodec.cut(bytes) instanceof SignatureCut.Signed cut
        && isAuthentic(
            Octets.replaced(cut.signedBytes(), altered.previous(), signature),
            cut.signature(),
            keys);
  }

  private static boolean isAuthentic(
      ByteString message, ByteString signature, List<VerifyingKey> keys) {
    byte[] octets = message.toByteArray();
    return keys.stream().anyMatch(k -> k.verify(octets, signature.toByteArray()));
  }
}
