package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** Tells whether an envelope is what its agent signed. Safe for use by many threads. */
public final class Judge {
  private final KeyRing keys;

  /** The key that an agent signed with last is tried first; holds agents with a known key only. */
  private final Map<String, VerifyingKey> last = new ConcurrentHashMap<>();

  public Judge(KeyRing keys) {
    this.keys = keys;
  }

  /** Judges an envelope by its bytes alone, signature first of all; never throws on any bytes. */
  public Judgement judge(ByteString bytes) {
    SignatureCut cut = EnvelopeCodec.cut(bytes);
    if (cut instanceof SignatureCut.Malformed malformed) {
      return new Judgement.Malformed(malformed.why());
    }
    try {
      return judge(cut, UniversalEnvelope.parseFrom(bytes));
    } catch (InvalidProtocolBufferException e) {
      return new Judgement.Malformed(e.getMessage());
    }
  }

  /**
   * The same, without parsing again.
   *
   * @param envelope parsed from these very bytes
   */
  public Judgement judge(ByteString bytes, UniversalEnvelope envelope) {
    SignatureCut cut = EnvelopeCodec.cut(bytes);
    return cut instanceof SignatureCut.Malformed malformed
        ? new Judgement.Malformed(malformed.why())
        : judge(cut, envelope);
  }

  private Judgement judge(SignatureCut cut, UniversalEnvelope envelope) {
    String agent = Contract.agent(envelope).orElse("");
    if (!(cut instanceof SignatureCut.Signed signed)) {
      return new Judgement.Unproven(envelope, agent, Judgement.Reason.UNSIGNED);
    }
    List<VerifyingKey> candidates = keys.keysOf(agent);
    if (candidates.isEmpty()) {
      return new Judgement.Unproven(envelope, agent, Judgement.Reason.UNKNOWN_AGENT);
    }
    byte[] message = signed.signedBytes().toByteArray();
    byte[] signature = signed.signature().toByteArray();
    for (VerifyingKey key : lastFirst(candidates, last.get(agent))) {
      if (key.verify(message, signature)) {
        last.put(agent, key);
        return new Judgement.Authentic(envelope, agent, key, signed.signature());
      }
    }
    return new Judgement.Unproven(envelope, agent, Judgement.Reason.BAD_SIGNATURE);
  }

  private static List<VerifyingKey> lastFirst(List<VerifyingKey> candidates, VerifyingKey last) {
    if (last == null || candidates.size() == 1 || !candidates.contains(last)) {
      return candidates;
    }
    List<VerifyingKey> ordered = new ArrayList<>(candidates);
    ordered.remove(last);
    ordered.add(0, last);
    return ordered;
  }
}
