package org.opennms.plugins.trunkline.receiver;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.time.Instant;
import java.util.Locale;
import org.opennms.plugins.trunkline.wire.Contract;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** A stored envelope as one line, for people or for programs. */
record StoredLine(long offset, long receivedNs, int bytes, UniversalEnvelope envelope) {
  private static final JsonFormat.Printer JSON =
      JsonFormat.printer().omittingInsignificantWhitespace().preservingProtoFieldNames();

  static StoredLine of(long offset, long receivedNs, ByteString bytes)
      throws InvalidProtocolBufferException {
    return new StoredLine(offset, receivedNs, bytes.size(), UniversalEnvelope.parseFrom(bytes));
  }

  String device() {
    return envelope.getDeviceTelemetry().getDeviceId();
  }

  String agent() {
    return Contract.agent(envelope).orElse("");
  }

  Instant time() {
    return Instant.ofEpochSecond(0, envelope.getTsNs());
  }

  String forPeople() {
    return String.format(
        Locale.ROOT,
        "%10d  %s  %-20s  %-24s  %3d events  %6d bytes",
        offset,
        time(),
        printable(agent()),
        printable(device()),
        envelope.getDeviceTelemetry().getEventsCount(),
        bytes);
  }

  String json() throws InvalidProtocolBufferException {
    String received =
        receivedNs == 0 ? "" : ",\"received\":\"" + Instant.ofEpochSecond(0, receivedNs) + "\"";
    return "{\"offset\":" + offset + received + ",\"envelope\":" + JSON.print(envelope) + "}";
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{C}", "?");
  }
}
