package org.opennms.plugins.trunkline.benchmarks;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.wire.EnvelopeCodec;
import org.opennms.plugins.trunkline.wire.IdempotencyKey;
import org.opennms.plugins.trunkline.wire.SealedEnvelope;
import org.opennms.plugins.trunkline.wire.Signer;
import org.opennms.plugins.trunkline.wire.proto.DeviceTelemetry;
import org.opennms.plugins.trunkline.wire.proto.MetricData;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/**
 * Signed envelopes of one chain, about 1,165 bytes each: five metrics with tags. Not thread-safe.
 */
final class EnvelopeSource {
  private static final long START = 1_760_000_000_000_000_000L;

  private final String agent;
  private final Signer key;
  private ByteString previous = ByteString.EMPTY;
  private int number;

  EnvelopeSource(String agent, Signer key) {
    this.agent = agent;
    this.key = key;
  }

  List<byte[]> next(int count) {
    List<byte[]> signed = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      SealedEnvelope sealed = EnvelopeCodec.seal(draft(number++), previous, key);
      previous = sealed.signature();
      signed.add(sealed.bytes().toByteArray());
    }
    return signed;
  }

  private UniversalEnvelope draft(int which) {
    long time = START + which * 1_000_000L;
    DeviceTelemetry.Builder telemetry =
        DeviceTelemetry.newBuilder()
            .setDeviceId("router-" + which % 100)
            .setDeviceType("NETWORK")
            .setProtocol("SNMP")
            .setCollectionAgent(agent)
            .setTimestampNs(time);
    for (int i = 0; i < 5; i++) {
      telemetry.addEvents(metric(which, i, time));
    }
    return UniversalEnvelope.newBuilder()
        .setVersion("1.0")
        .setTsNs(time)
        .setIdempotencyKey(IdempotencyKey.of(agent, "router", time, "0"))
        .setDeviceTelemetry(telemetry)
        .setPriority("NORMAL")
        .build();
  }

  private static TelemetryEvent metric(int which, int port, long time) {
    return TelemetryEvent.newBuilder()
        .setEventId("router-" + which + "/xe-0/0/" + port + "/ifHCInOctets")
        .setEventType("METRIC")
        .setSeverity("INFO")
        .setEventTimestampNs(time)
        .setMetricData(
            MetricData.newBuilder()
                .setMetricName("ifHCInOctets")
                .setMetricType("COUNTER")
                .setNumericValue(1e9 * which)
                .setUnit("bytes"))
        .addTags("critical=true")
        .addTags("ifName=xe-0/0/" + port)
        .addTags("provider=Example Carrier")
        .addTags("role=isp-uplink")
        .build();
  }
}
