package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.opennms.plugins.trunkline.wire.proto.DeviceTelemetry;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/**
 * Turns envelopes into signed bytes and signed bytes back into what was signed.
 *
 * <p>Signed is the serialized envelope without field 8 ({@code sig}). The sender serializes once:
 * fields in number order, no map with more than one entry, because the order of map entries is not
 * defined. The verifier never serializes: it cuts field 8 out of the bytes it got.
 */
public final class EnvelopeCodec {
  /** What {@code signing_algorithm} says in a signed envelope. */
  public static final String ALGORITHM = "Ed25519";

  private static final int SIG = UniversalEnvelope.SIG_FIELD_NUMBER;

  private EnvelopeCodec() {}

  /**
   * Signs an envelope as the successor of another.
   *
   * @param previous the predecessor's signature; empty for the first of a chain
   * @throws IllegalArgumentException when a map has more than one entry
   */
  public static SealedEnvelope seal(
      UniversalEnvelope envelope, ByteString previous, Signer signer) {
    ambiguity(envelope)
        .ifPresent(
            where -> {
              throw new IllegalArgumentException(
                  where + " has more than one entry; use sorted tags: map order is not defined");
            });
    return sign(chained(envelope, previous).toByteArray(), signer);
  }

  /**
   * Signs an envelope whose telemetry is bytes already, so that it is not serialized twice.
   *
   * @param outer everything but the telemetry and what this method sets
   * @param telemetry a serialized DeviceTelemetry without {@link #ambiguity(DeviceTelemetry)}
   * @param previous the predecessor's signature; empty for the first of a chain
   * @throws IllegalArgumentException when {@code outer} has a payload of its own
   */
  public static SealedEnvelope seal(
      UniversalEnvelope outer, byte[] telemetry, ByteString previous, Signer signer) {
    if (Contract.hasPayload(outer)) {
      throw new IllegalArgumentException("one payload for an envelope");
    }
    byte[] head = chained(outer, previous).toByteArray();
    return sign(insert(head, UniversalEnvelope.DEVICE_TELEMETRY_FIELD_NUMBER, telemetry), signer);
  }

  private static UniversalEnvelope chained(UniversalEnvelope envelope, ByteString previous) {
    return envelope.toBuilder()
        .clearSig()
        .setPrevSig(previous)
        .setSigningAlgorithm(ALGORITHM)
        .build();
  }

  private static SealedEnvelope sign(byte[] body, Signer signer) {
    byte[] signature = signer.sign(body);
    return new SealedEnvelope(
        UnsafeByteOperations.unsafeWrap(insert(body, SIG, signature)),
        UnsafeByteOperations.unsafeWrap(signature));
  }

  /** Cuts the signature out of an envelope's bytes. Never throws, whatever the bytes are. */
  public static SignatureCut cut(ByteString envelope) {
    byte[] bytes = envelope.toByteArray();
    try {
      WireReader reader = new WireReader(bytes);
      WireReader.Field found = null;
      for (WireReader.Field f = reader.next(); f != null; f = reader.next()) {
        if (f.number() == SIG) {
          if (found != null) {
            return new SignatureCut.Malformed("more than one signature");
          }
          found = f;
        }
      }
      return found == null ? new SignatureCut.Unsigned() : cut(bytes, found);
    } catch (WireReader.MalformedException e) {
      return new SignatureCut.Malformed(e.getMessage());
    }
  }

  private static SignatureCut cut(byte[] bytes, WireReader.Field sig) {
    if (sig.type() != WireReader.LENGTH_DELIMITED) {
      return new SignatureCut.Malformed("a signature of wire type " + sig.type());
    }
    int length = sig.end() - sig.content();
    if (length != VerifyingKey.SIGNATURE_SIZE) {
      return new SignatureCut.Malformed("a signature of " + length + " bytes");
    }
    if (sig.content() - sig.start() != 2) {
      return new SignatureCut.Malformed("a signature with an overlong head");
    }
    byte[] rest = new byte[bytes.length - (sig.end() - sig.start())];
    System.arraycopy(bytes, 0, rest, 0, sig.start());
    System.arraycopy(bytes, sig.end(), rest, sig.start(), bytes.length - sig.end());
    return new SignatureCut.Signed(
        UnsafeByteOperations.unsafeWrap(rest),
        ByteString.copyFrom(bytes, sig.content(), length),
        sig.start());
  }

  /**
   * The first map that has more than one entry, so that another implementation may serialize it in
   * another order.
   *
   * @return its field name; empty when the envelope serializes in one way only
   */
  public static Optional<String> ambiguity(UniversalEnvelope envelope) {
    if (envelope.hasDeviceTelemetry()) {
      Optional<String> found = ambiguity(envelope.getDeviceTelemetry());
      if (found.isPresent()) {
        return found;
      }
    }
    return envelope.getTelemetryBatch().getTelemetryRecordsList().stream()
        .map(EnvelopeCodec::ambiguity)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The same of telemetry alone. */
  public static Optional<String> ambiguity(DeviceTelemetry telemetry) {
    if (telemetry.getMetadata().getCapabilitiesCount() > 1) {
      return Optional.of("metadata.capabilities");
    }
    if (telemetry.getMetadata().getCustomPropertiesCount() > 1) {
      return Optional.of("metadata.custom_properties");
    }
    for (TelemetryEvent event : telemetry.getEventsList()) {
      if (event.getAttributesCount() > 1) {
        return Optional.of("events.attributes");
      }
      if (event.getMetricData().getLabelsCount() > 1) {
        return Optional.of("events.metric_data.labels");
      }
    }
    return Optional.empty();
  }

  /** Puts a field where number order wants it. */
  private static byte[] insert(byte[] message, int number, byte[] value) {
    int at = place(message, number);
    int size = CodedOutputStream.computeByteArraySize(number, value);
    byte[] all = new byte[message.length + size];
    System.arraycopy(message, 0, all, 0, at);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(all, at, size);
      out.writeByteArray(number, value);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("an array has no I/O errors", e);
    }
    System.arraycopy(message, at, all, at + size, message.length - at);
    return all;
  }

  private static int place(byte[] message, int number) {
    try {
      WireReader reader = new WireReader(message);
      for (WireReader.Field f = reader.next(); f != null; f = reader.next()) {
        if (f.number() > number) {
          return f.start();
        }
      }
      return message.length;
    } catch (WireReader.MalformedException e) {
      throw new IllegalStateException("a message just serialized is well formed", e);
    }
  }
}
