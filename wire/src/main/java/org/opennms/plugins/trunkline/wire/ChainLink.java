package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.util.List;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/**
 * An envelope as a member of its agent's chain.
 *
 * @param index where it stands among all that was looked at
 * @param place the same for people
 * @param signature its own; as claimed, where it is not authentic
 * @param previous its predecessor's; as claimed, where it is not authentic
 * @param tsNs its time
 * @param key what it was signed with; null when it is not authentic
 * @param gaps what it declares lost
 * @param rotations keys it announces
 */
record ChainLink(
    int index,
    String place,
    ByteString signature,
    ByteString previous,
    long tsNs,
    VerifyingKey key,
    List<GapNotice> gaps,
    List<KeyRotationNotice> rotations) {

  static ChainLink authentic(int index, String place, Judgement.Authentic judged) {
    UniversalEnvelope envelope = judged.envelope();
    var events = envelope.getDeviceTelemetry().getEventsList();
    return new ChainLink(
        index,
        place,
        judged.signature(),
        envelope.getPrevSig(),
        envelope.getTsNs(),
        judged.key(),
        GapNotice.from(events),
        KeyRotationNotice.from(events));
  }

  static ChainLink unproven(int index, String place, UniversalEnvelope envelope) {
    return new ChainLink(
        index,
        place,
        envelope.getSig(),
        envelope.getPrevSig(),
        envelope.getTsNs(),
        null,
        List.of(),
        List.of());
  }

  boolean isAuthentic() {
    return key != null;
  }
}
