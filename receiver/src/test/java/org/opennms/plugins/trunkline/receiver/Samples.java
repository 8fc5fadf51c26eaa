package org.opennms.plugins.trunkline.receiver;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.wire.EnvelopeCodec;
import org.opennms.plugins.trunkline.wire.IdempotencyKey;
import org.opennms.plugins.trunkline.wire.SealedEnvelope;
import org.opennms.plugins.trunkline.wire.Signer;
import org.opennms.plugins.trunkline.wire.SigningKey;
import org.opennms.plugins.trunkline.wire.proto.DeviceTelemetry;
import org.opennms.plugins.trunkline.wire.proto.MetricData;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** Envelopes to test with. */
public final class Samples {
  public static final String AGENT = "horizon-1";
  public static final SigningKey KEY = key(1);
  public static final SigningKey OTHER_KEY = key(2);
  public static final long START = 1_760_000_000_000_000_000L;

  private Samples() {}

  public static SigningKey key(int number) {
    byte[] seed = new byte[SigningKey.SIZE];
    seed[0] = (byte) number;
    return SigningKey.of(seed);
  }

  public static UniversalEnvelope envelope(int number, TelemetryEvent... events) {
    return envelope(AGENT, number, events);
  }

  public static UniversalEnvelope envelope(String agent, int number, TelemetryEvent... events) {
    long time = START + number * 1_000_000_000L;
    String device = "router-" + number % 7;
    DeviceTelemetry.Builder telemetry =
        DeviceTelemetry.newBuilder()
            .setDeviceId(device)
            .setDeviceType("NETWORK")
            .setProtocol("SNMP")
            .setCollectionAgent(agent)
            .setTimestampNs(time)
            .addAllEvents(List.of(events));
    for (int i = 0; i < 5; i++) {
      telemetry.addEvents(metric(number, i));
    }
    return UniversalEnvelope.newBuilder()
        .setVersion("1.0")
        .setTsNs(time)
        .setIdempotencyKey(IdempotencyKey.of(agent, device, time, "0"))
        .setDeviceTelemetry(telemetry)
        .setPriority("NORMAL")
        .setSchemaVersion(1)
        .build();
  }

  private static TelemetryEvent metric(int number, int which) {
    return TelemetryEvent.newBuilder()
        .setEventId("e" + number + "/" + which)
        .setEventType("METRIC")
        .setSeverity("INFO")
        .setEventTimestampNs(START + number)
        .setMetricData(
            MetricData.newBuilder()
                .setMetricName("ifHCInOctets")
                .setMetricType("COUNTER")
                .setNumericValue(1e9 * number)
                .setUnit("bytes"))
        .addTags("critical=true")
        .addTags("ifName=xe-0/0/" + which)
        .addTags("role=isp-uplink")
        .build();
  }

  public static SealedEnvelope seal(UniversalEnvelope envelope, ByteString previous) {
    return EnvelopeCodec.seal(envelope, previous, KEY);
  }

  public static List<ByteString> chain(int length) {
    return chain(AGENT, KEY, length);
  }

  public static List<ByteString> chain(String agent, Signer key, int length) {
    List<ByteString> chain = new ArrayList<>();
    ByteString before = ByteString.EMPTY;
    for (int i = 0; i < length; i++) {
      SealedEnvelope sealed = EnvelopeCodec.seal(envelope(agent, i), before, key);
      chain.add(sealed.bytes());
      before = sealed.signature();
    }
    return chain;
  }
}
