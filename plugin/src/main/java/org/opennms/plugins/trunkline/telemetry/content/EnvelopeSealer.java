package org.opennms.plugins.trunkline.telemetry.content;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.telemetry.outbox.Draft;
import org.opennms.plugins.trunkline.telemetry.outbox.Gap;
import org.opennms.plugins.trunkline.telemetry.outbox.Sealed;
import org.opennms.plugins.trunkline.telemetry.outbox.Sealer;
import org.opennms.plugins.trunkline.wire.EnvelopeCodec;
import org.opennms.plugins.trunkline.wire.GapNotice;
import org.opennms.plugins.trunkline.wire.SealedEnvelope;
import org.opennms.plugins.trunkline.wire.Signer;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** Signs drafts as envelopes of the wire contract, with the key in force. */
public final class EnvelopeSealer implements Sealer {
  private static final String VERSION = "1.0";
  private static final int SCHEMA = 1;

  private final Drafts drafts;
  private final Supplier<Signer> signer;

  /** Asks for the key at each envelope. */
  public EnvelopeSealer(Drafts drafts, Supplier<Signer> signer) {
    this.drafts = drafts;
    this.signer = signer;
  }

  @Override
  public Sealed seal(Draft draft, byte[] previous) {
    UniversalEnvelope outer =
        UniversalEnvelope.newBuilder()
            .setVersion(VERSION)
            .setTsNs(Events.nanos(draft.at()))
            .setIdempotencyKey(draft.idempotencyKey())
            .setPriority("NORMAL")
            .setRequiresAcknowledgment(true)
            .setSchemaVersion(SCHEMA)
            .build();
    SealedEnvelope sealed =
        EnvelopeCodec.seal(
            outer, draft.payload(), UnsafeByteOperations.unsafeWrap(previous), signer.get());
    return new Sealed(sealed.bytes().toByteArray(), sealed.signature().toByteArray());
  }

  @Override
  public Draft declare(List<Gap> gaps, Instant now) {
    List<TelemetryEvent> events = new ArrayList<>();
    long nowNs = Events.nanos(now);
    for (Gap gap : gaps) {
      GapNotice notice =
          new GapNotice(
              gap.reason().spelling().replace('_', '-')
                  + (gap.transport().isEmpty() ? "" : "/" + gap.transport()),
              gap.count(),
              ByteString.copyFrom(gap.after()),
              ByteString.copyFrom(gap.until()),
              gap.fromNs(),
              gap.toNs());
      events.add(notice.toEvent("", nowNs));
    }
    return drafts.ofSender(now, events, "gaps/" + gaps.get(0).first() + "/" + gaps.size());
  }

  @Override
  public Link linkOf(byte[] envelope) {
    try {
      UniversalEnvelope parsed = UniversalEnvelope.parseFrom(envelope);
      return new Link(parsed.getPrevSig().toByteArray(), parsed.getTsNs());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("not an envelope of ours", e);
    }
  }
}
