package org.opennms.plugins.trunkline.wire;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.wire.proto.DeviceMetadata;
import org.opennms.plugins.trunkline.wire.proto.DeviceTelemetry;
import org.opennms.plugins.trunkline.wire.proto.MetricData;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** Envelopes to test with, and chains of them. */
final class Envelopes {
  static final String AGENT = "horizon-1";
  static final long START = 1_760_000_000_000_000_000L;
  static final long STEP = 300_000_000_000L;
  static final SigningKey KEY = key(1);
  static final SigningKey OTHER_KEY = key(2);
  static final KeyRing KEYS = ring(Map.of(AGENT, List.of(KEY.verifyingKey())));

  /** A signature that stands in none of the chains. */
  static final ByteString OTHER_KEY_SIGNATURE = ByteString.copyFrom(OTHER_KEY.sign(new byte[1]));

  private Envelopes() {}

  static SigningKey key(int number) {
    byte[] seed = new byte[SigningKey.SIZE];
    seed[0] = (byte) number;
    return SigningKey.of(seed);
  }

  static KeyRing ring(Map<String, List<VerifyingKey>> keys) {
    return agent -> keys.getOrDefault(agent, List.of());
  }

  static UniversalEnvelope envelope(int number) {
    return envelope(START + number * STEP, "r" + number, List.of(metric(number)));
  }

  static UniversalEnvelope envelope(long timeNs, String device, List<TelemetryEvent> events) {
    return UniversalEnvelope.newBuilder()
        .setVersion("1.0")
        .setTsNs(timeNs)
        .setIdempotencyKey(IdempotencyKey.of(AGENT, device, timeNs, "0"))
        .setDeviceTelemetry(
            DeviceTelemetry.newBuilder()
                .setDeviceId(device)
                .setDeviceType("NETWORK")
                .setProtocol("SNMP")
                .setCollectionAgent(AGENT)
                .setTimestampNs(timeNs)
                .setMetadata(
                    DeviceMetadata.newBuilder()
                        .setIpAddress("192.0.2.1")
                        .putCustomProperties("site", "example.net"))
                .addAllEvents(events))
        .setPriority("NORMAL")
        .addProcessingHints("ARCHIVE")
        .setRequiresAcknowledgment(true)
        .setSchemaVersion(1)
        .build();
  }

  static TelemetryEvent metric(int number) {
    return TelemetryEvent.newBuilder()
        .setEventId("e" + number)
        .setEventType("METRIC")
        .setSeverity("INFO")
        .setEventTimestampNs(START)
        .setMetricData(
            MetricData.newBuilder()
                .setMetricName("ifHCInOctets")
                .setMetricType("COUNTER")
                .setNumericValue(number * 1e6 + 0.5)
                .setUnit("bytes")
                .putLabels("ifName", "xe-0/0/" + number))
        .addTags("critical=true")
        .addTags("role=isp")
        .build();
  }

  static List<SealedEnvelope> chain(int length) {
    return chain(length, KEY, ByteString.EMPTY, 0);
  }

  static List<SealedEnvelope> chain(int length, Signer key, ByteString previous, int firstNumber) {
    List<SealedEnvelope> chain = new ArrayList<>();
    ByteString before = previous;
    for (int i = 0; i < length; i++) {
      SealedEnvelope sealed = EnvelopeCodec.seal(envelope(firstNumber + i), before, key);
      chain.add(sealed);
      before = sealed.signature();
    }
    return chain;
  }
}
