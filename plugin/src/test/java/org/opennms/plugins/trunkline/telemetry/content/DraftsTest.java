package org.opennms.plugins.trunkline.telemetry.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.telemetry.DeviceCollection;
import org.opennms.plugins.trunkline.telemetry.InterfaceMetrics;
import org.opennms.plugins.trunkline.telemetry.Metric;
import org.opennms.plugins.trunkline.telemetry.StatusChange;
import org.opennms.plugins.trunkline.telemetry.TelemetryAlarm;
import org.opennms.plugins.trunkline.telemetry.TelemetryTemplate;
import org.opennms.plugins.trunkline.telemetry.outbox.Draft;
import org.opennms.plugins.trunkline.telemetry.outbox.Sealed;
import org.opennms.plugins.trunkline.wire.Contract;
import org.opennms.plugins.trunkline.wire.EnvelopeCodec;
import org.opennms.plugins.trunkline.wire.SigningKey;
import org.opennms.plugins.trunkline.wire.proto.DeviceTelemetry;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

class DraftsTest {
  private static final Instant AT = Instant.parse("2026-11-20T08:00:00.123456789Z");
  private static final int MOST = 8192;

  private final Drafts drafts = new Drafts(new Sender("tester", "1.0", MOST));
  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final EnvelopeSealer sealer = new EnvelopeSealer(drafts, () -> key);

  @Test
  void a_collection_tells_the_system_group_and_each_interface_with_role_provider_and_critical()
      throws Exception {
    DeviceTelemetry telemetry = telemetry(drafts.of(collection(1)).get(0));
    assertThat(names(telemetry)).contains("sysDescr", "sysUpTime", "sysName", "sysLocation");
    TelemetryEvent octets = event(telemetry, "ifHCInOctets0");
    assertThat(octets.getTagsList())
        .contains("critical=true", "role=isp_uplink", "provider=Example Telecom")
        .isSorted();
    assertThat(octets.getMetricData().getMetricType()).isEqualTo("COUNTER");
    assertThat(telemetry.getDeviceId()).isEqualTo("lab:edge1");
    assertThat(telemetry.getCollectionAgent()).isEqualTo("tester");
    assertThat(telemetry.getTimestampNs()).isEqualTo(1_795_161_600_123_456_789L);
    assertThat(telemetry.getMetadata().getCriticalityLevel()).isEqualTo("CRITICAL");
    assertThat(telemetry.getMetadata().getManufacturer()).isEqualTo("Example Networks");
  }

  @Test
  void a_large_collection_is_split_before_the_limit_and_nothing_is_lost_or_ambiguous()
      throws Exception {
    List<Draft> parts = drafts.of(collection(300));
    assertThat(parts).hasSizeGreaterThan(5);
    assertThat(parts.stream().map(Draft::idempotencyKey)).doesNotHaveDuplicates();
    byte[] previous = new byte[0];
    int events = 0;
    for (Draft part : parts) {
      Sealed sealed = sealer.seal(part, previous);
      assertThat(sealed.bytes().length).isLessThanOrEqualTo(MOST);
      UniversalEnvelope envelope = UniversalEnvelope.parseFrom(sealed.bytes());
      assertThat(Contract.violations(envelope)).isEmpty();
      assertThat(EnvelopeCodec.ambiguity(envelope)).isEmpty();
      assertThat(envelope.getPrevSig()).isEqualTo(ByteString.copyFrom(previous));
      byte[] unsigned = envelope.toBuilder().clearSig().build().toByteArray();
      assertThat(key.verifyingKey().verify(unsigned, sealed.signature())).isTrue();
      events += envelope.getDeviceTelemetry().getEventsCount();
      previous = sealed.signature();
    }
    assertThat(events).isEqualTo(telemetryEvents(300));
  }

  @Test
  void the_key_is_the_same_for_the_same_collection_and_another_for_any_other() {
    String first = drafts.of(collection(1)).get(0).idempotencyKey();
    assertThat(drafts.of(collection(1)).get(0).idempotencyKey()).isEqualTo(first);
    assertThat(
            new Drafts(new Sender("other", "1.0", MOST)).of(collection(1)).get(0).idempotencyKey())
        .isNotEqualTo(first);
  }

  @Test
  void alerts_are_alarms_and_changes_are_states() throws Exception {
    TelemetryAlarm open =
        new TelemetryAlarm(
            "a1",
            "utilization-high",
            "THRESHOLD",
            "HIGH",
            "95 %",
            0.9,
            0.95,
            AT,
            Optional.empty(),
            List.of("if_name=Te0"));
    TelemetryAlarm over =
        new TelemetryAlarm(
            "a1",
            "utilization-high",
            "THRESHOLD",
            "HIGH",
            "95 %",
            0.9,
            0.5,
            AT,
            Optional.of(AT.plusSeconds(60)),
            List.of());
    Draft active = drafts.of(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), open, AT);
    Draft cleared = drafts.of(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), over, AT);
    assertThat(telemetry(active).getEvents(0).getAlarmData().getState()).isEqualTo("ACTIVE");
    assertThat(telemetry(cleared).getEvents(0).getAlarmData().getState()).isEqualTo("CLEARED");
    assertThat(active.idempotencyKey()).isNotEqualTo(cleared.idempotencyKey());
    StatusChange restart =
        new StatusChange("device", "restart", "ONLINE", "OFFLINE", AT, List.of("b=2", "a=1"));
    TelemetryEvent event =
        telemetry(drafts.of(SampleNetwork.EDGE, SampleNetwork.UPLINK.facts(), restart))
            .getEvents(0);
    assertThat(event.getEventType()).isEqualTo("STATUS");
    assertThat(event.getStatusData().getPreviousStatus()).isEqualTo("OFFLINE");
    assertThat(event.getTagsList()).containsExactly("a=1", "b=2", "kind=restart");
  }

  private static DeviceCollection collection(int metrics) {
    List<Metric> values = new ArrayList<>();
    for (int i = 0; i < metrics; i++) {
      values.add(Metric.counter("ifHCInOctets" + i, i * 1e9, "By"));
    }
    return new DeviceCollection(
        SampleNetwork.EDGE,
        SampleNetwork.UPLINK.facts(),
        AT,
        Duration.ofMinutes(5),
        Optional.of(Duration.ofHours(3)),
        List.of(new InterfaceMetrics(SampleNetwork.UPLINK, values)),
        List.of(Metric.gauge("HOST-RESOURCES-MIB::hrProcessorLoad.1", 12, "")),
        new TelemetryTemplate(
            "core",
            java.util.Set.of(),
            java.util.Set.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            new TreeMap<>(Map.of("criticality_level", "CRITICAL"))));
  }

  private int telemetryEvents(int metrics) throws InvalidProtocolBufferException {
    DeviceTelemetry plain =
        telemetry(new Drafts(new Sender("tester", "1.0", 1 << 20)).of(collection(metrics)).get(0));
    return plain.getEventsCount();
  }

  private static List<String> names(DeviceTelemetry telemetry) {
    return telemetry.getEventsList().stream().map(e -> e.getMetricData().getMetricName()).toList();
  }

  private static TelemetryEvent event(DeviceTelemetry telemetry, String metric) {
    return telemetry.getEventsList().stream()
        .filter(e -> e.getMetricData().getMetricName().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static DeviceTelemetry telemetry(Draft draft) throws InvalidProtocolBufferException {
    return DeviceTelemetry.parseFrom(draft.payload());
  }
}
