package org.opennms.plugins.trunkline.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.wire.proto.DeviceTelemetry;
import org.opennms.plugins.trunkline.wire.proto.FlowEvent;
import org.opennms.plugins.trunkline.wire.proto.TelemetryBatch;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

class ContractTest {
  private final UniversalEnvelope good = Envelopes.envelope(1);

  @Test
  void a_good_envelope_violates_nothing() {
    assertThat(Contract.violations(good)).isEmpty();
    assertThat(Contract.agent(good)).contains(Envelopes.AGENT);
  }

  @Test
  void what_must_be_there_is_named_when_it_is_not() {
    assertThat(Contract.violations(UniversalEnvelope.getDefaultInstance()))
        .extracting(v -> v.substring(0, v.indexOf(':')))
        .containsExactly("payload", "ts_ns", "idempotency_key");
  }

  @Test
  void values_off_the_lists_are_named_with_the_list() {
    UniversalEnvelope.Builder bad = good.toBuilder();
    bad.getDeviceTelemetryBuilder().setDeviceType("ROUTER\n");
    bad.getDeviceTelemetryBuilder().getEventsBuilder(0).setEventType("metric").setSeverity("");
    assertThat(Contract.violations(bad.build()))
        .containsExactly(
            "device_type: \"ROUTER?\" is not one of"
                + " ENDPOINT HOST INDUSTRIAL IOT MEDICAL NETWORK UNKNOWN",
            "event_type: \"metric\" is not one of"
                + " ALARM AUDIT LOG METRIC OBSERVATION SECURITY STATUS",
            "severity: \"\" is not one of CRITICAL DEBUG ERROR HIGH INFO LOW MEDIUM WARN");
  }

  @Test
  void records_of_a_batch_are_checked_as_well_and_the_list_is_short() {
    TelemetryBatch.Builder batch = TelemetryBatch.newBuilder().setEdgeAgentId("edge");
    for (int i = 0; i < 50; i++) {
      batch.addTelemetryRecords(DeviceTelemetry.newBuilder().setDeviceType("X"));
    }
    UniversalEnvelope envelope =
        good.toBuilder().clearDeviceTelemetry().setTelemetryBatch(batch).build();
    assertThat(Contract.violations(envelope)).hasSize(10);
    assertThat(Contract.agent(envelope)).contains("edge");
  }

  @Test
  void an_envelope_speaks_for_one_agent_only() {
    DeviceTelemetry other =
        DeviceTelemetry.newBuilder().setDeviceType("HOST").setCollectionAgent("other\n").build();
    TelemetryBatch batch =
        TelemetryBatch.newBuilder()
            .addTelemetryRecords(good.getDeviceTelemetry())
            .addTelemetryRecords(other)
            .build();
    assertThat(Contract.violations(good.toBuilder().setTelemetryBatch(batch).build()))
        .singleElement()
        .asString()
        .startsWith("collection_agent: more than one agent")
        .contains(Envelopes.AGENT, "other?");
  }

  @Test
  void a_flow_names_no_agent() {
    UniversalEnvelope flow =
        UniversalEnvelope.newBuilder().setFlow(FlowEvent.getDefaultInstance()).build();
    assertThat(Contract.agent(flow)).isEmpty();
  }

  @Test
  void signature_and_algorithm_go_together() {
    ByteString sig = ByteString.copyFrom(new byte[64]);
    assertThat(Contract.violations(good.toBuilder().setSig(sig).build()))
        .containsExactly("sig, signing_algorithm: one is set and the other is not");
    assertThat(
            Contract.violations(
                good.toBuilder().setSig(sig).setSigningAlgorithm("ed25519").build()))
        .containsExactly("signing_algorithm: \"ed25519\" is not Ed25519");
  }

  @Property(tries = 200)
  void an_idempotency_key_is_the_same_for_the_same_and_different_for_any_other(
      @ForAll String agent, @ForAll String device, @ForAll long time, @ForAll String part) {
    String key = IdempotencyKey.of(agent, device, time, part);
    Set<String> others = new HashSet<>();
    others.add(IdempotencyKey.of(agent + "x", device, time, part));
    others.add(IdempotencyKey.of(agent, device + "x", time, part));
    others.add(IdempotencyKey.of(agent, device, time + 1, part));
    others.add(IdempotencyKey.of(agent, device, time, part + "x"));
    others.add(IdempotencyKey.of(agent + device + "x", "", time, part));
    assertThat(key).matches("[0-9a-f]{64}").isEqualTo(IdempotencyKey.of(agent, device, time, part));
    assertThat(others).doesNotContain(key);
  }

  @Test
  void an_idempotency_key_never_changes_from_release_to_release() {
    assertThat(IdempotencyKey.of("a", "d", 1, "0"))
        .isEqualTo("89a13c8572fd79b820619d8f0b4b4e56420be3f45adf1c609609ecdadb5cab9f");
  }

  @Test
  void notices_are_read_back_and_other_events_are_none() {
    GapNotice gap =
        new GapNotice(
            "overflow", 7, ByteString.EMPTY, ByteString.copyFrom(new byte[64]), 1, Long.MAX_VALUE);
    KeyRotationNotice rotation = new KeyRotationNotice(Envelopes.OTHER_KEY.verifyingKey());
    List<TelemetryEvent> events =
        List.of(Envelopes.metric(1), gap.toEvent("1", 5), rotation.toEvent("2", 5));
    assertThat(GapNotice.from(events)).containsExactly(gap);
    assertThat(KeyRotationNotice.from(events)).containsExactly(rotation);
    assertThat(events.get(1).getTagsList()).isSorted();
    assertThat(Contract.violations(Envelopes.envelope(Envelopes.START, "agent", events))).isEmpty();
  }

  @Test
  void a_damaged_notice_is_none() {
    TelemetryEvent.Builder gap =
        new GapNotice("x", 1, ByteString.EMPTY, ByteString.EMPTY, 0, 0).toEvent("1", 1).toBuilder();
    for (int i = 0; i < gap.getTagsCount(); i++) {
      if (gap.getTags(i).startsWith("count=")) {
        gap.setTags(i, "count=many");
      }
    }
    assertThat(GapNotice.from(gap.build())).isEmpty();
    TelemetryEvent key =
        new KeyRotationNotice(Envelopes.KEY.verifyingKey())
            .toEvent("1", 1).toBuilder()
                .clearTags()
                .addTags("kind=key-rotation")
                .addTags("public_key=00zz")
                .build();
    assertThat(KeyRotationNotice.from(key)).isEmpty();
  }
}
