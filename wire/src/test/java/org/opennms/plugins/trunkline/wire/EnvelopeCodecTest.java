package org.opennms.plugins.trunkline.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.wire.proto.DeviceTelemetry;
import org.opennms.plugins.trunkline.wire.proto.MetricData;
import org.opennms.plugins.trunkline.wire.proto.TelemetryBatch;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

class EnvelopeCodecTest {
  private static final ByteString PREVIOUS = ByteString.copyFrom(new byte[64]);

  private final SealedEnvelope sealed =
      EnvelopeCodec.seal(Envelopes.envelope(1), PREVIOUS, Envelopes.KEY);

  @Test
  void what_is_signed_is_what_another_implementation_gets_by_clearing_sig() throws Exception {
    UniversalEnvelope parsed = UniversalEnvelope.parseFrom(sealed.bytes());
    ByteString serialized = parsed.toBuilder().clearSig().build().toByteString();
    assertThat(signed(sealed.bytes()).signedBytes()).isEqualTo(serialized);
    assertThat(parsed.getSigningAlgorithm()).isEqualTo("Ed25519");
    assertThat(parsed.getPrevSig()).isEqualTo(PREVIOUS);
    assertThat(
            Envelopes.KEY
                .verifyingKey()
                .verify(serialized.toByteArray(), parsed.getSig().toByteArray()))
        .isTrue();
  }

  @Test
  void fields_are_in_number_order_with_the_signature_in_its_place() throws Exception {
    assertThat(fieldNumbers(sealed.bytes())).isSorted().contains(8, 9, 10);
    assertThat(sealed.bytes())
        .isEqualTo(UniversalEnvelope.parseFrom(sealed.bytes()).toByteString());
  }

  @Test
  void the_signature_of_an_envelope_without_later_fields_comes_last() {
    UniversalEnvelope bare =
        UniversalEnvelope.newBuilder().setSigningAlgorithm("").setTsNs(1).build();
    ByteString bytes = EnvelopeCodec.seal(bare, ByteString.EMPTY, Envelopes.KEY).bytes();
    assertThat(signed(bytes).signature()).hasSize(64);
  }

  @Test
  void a_stale_signature_in_the_draft_is_not_signed() {
    UniversalEnvelope stale = Envelopes.envelope(1).toBuilder().setSig(PREVIOUS).build();
    assertThat(EnvelopeCodec.seal(stale, PREVIOUS, Envelopes.KEY)).isEqualTo(sealed);
  }

  @Test
  void telemetry_that_is_bytes_already_makes_the_very_same_envelope() {
    UniversalEnvelope whole = Envelopes.envelope(1);
    UniversalEnvelope outer = whole.toBuilder().clearDeviceTelemetry().build();
    byte[] telemetry = whole.getDeviceTelemetry().toByteArray();
    assertThat(EnvelopeCodec.seal(outer, telemetry, PREVIOUS, Envelopes.KEY)).isEqualTo(sealed);
    assertThatThrownBy(() -> EnvelopeCodec.seal(whole, telemetry, PREVIOUS, Envelopes.KEY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void maps_with_two_entries_are_refused_wherever_they_are() {
    UniversalEnvelope.Builder draft = Envelopes.envelope(1).toBuilder();
    DeviceTelemetry.Builder device = draft.getDeviceTelemetryBuilder();
    List<UniversalEnvelope> ambiguous = new ArrayList<>();
    ambiguous.add(with(draft, d -> d.getMetadataBuilder().putCustomProperties("b", "2")));
    ambiguous.add(
        with(draft, d -> d.getMetadataBuilder().putCapabilities("a", "").putCapabilities("b", "")));
    ambiguous.add(
        with(draft, d -> d.getEventsBuilder(0).putAttributes("a", "").putAttributes("b", "")));
    ambiguous.add(
        with(draft, d -> d.getEventsBuilder(0).getMetricDataBuilder().putLabels("b", "")));
    ambiguous.add(
        UniversalEnvelope.newBuilder()
            .setTelemetryBatch(
                TelemetryBatch.newBuilder()
                    .addTelemetryRecords(
                        device
                            .clone()
                            .addEvents(
                                TelemetryEvent.newBuilder()
                                    .putAttributes("a", "")
                                    .putAttributes("b", ""))))
            .build());
    assertThat(ambiguous)
        .allSatisfy(
            e ->
                assertThatThrownBy(() -> EnvelopeCodec.seal(e, PREVIOUS, Envelopes.KEY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("more than one entry"));
  }

  @Test
  void the_check_knows_every_map_of_the_schema() {
    Set<String> maps = new HashSet<>();
    collectMaps(UniversalEnvelope.getDescriptor(), new HashSet<>(), maps);
    assertThat(maps)
        .containsExactlyInAnyOrder(
            "messaging.DeviceMetadata.capabilities",
            "messaging.DeviceMetadata.custom_properties",
            "messaging.TelemetryEvent.attributes",
            "messaging.MetricData.labels");
    assertThat(MetricData.getDescriptor().findFieldByName("labels").isMapField()).isTrue();
  }

  @Test
  void odd_signatures_are_told() throws Exception {
    ByteString body = signed(sealed.bytes()).signedBytes();
    ByteString field = ByteString.copyFrom(new byte[] {0x42, 64}).concat(sealed.signature());
    assertThat(EnvelopeCodec.cut(body)).isEqualTo(new SignatureCut.Unsigned());
    assertThat(malformed(sealed.bytes().concat(field))).contains("more than one");
    assertThat(malformed(body.concat(bytes(0x42, 0)))).contains("0 bytes");
    assertThat(malformed(body.concat(bytes(0x42, 1, 7)))).contains("1 bytes");
    assertThat(malformed(body.concat(bytes(0x40, 7)))).contains("wire type 0");
    assertThat(malformed(body.concat(bytes(0x42, 0xc0, 0)).concat(sealed.signature())))
        .contains("overlong");
    assertThat(malformed(body.concat(bytes(0x43)))).contains("wire type 3");
    assertThat(malformed(body.concat(bytes(0x00, 0)))).contains("number");
    assertThat(malformed(bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1)))
        .contains("torn");
  }

  @Test
  void a_signature_in_another_place_signs_the_same() {
    SignatureCut.Signed cut = signed(sealed.bytes());
    ByteString field = ByteString.copyFrom(new byte[] {0x42, 64}).concat(sealed.signature());
    assertThat(signed(cut.signedBytes().concat(field)).signedBytes()).isEqualTo(cut.signedBytes());
  }

  @Property(tries = 2000)
  void cutting_any_bytes_gives_an_outcome(@ForAll @Size(max = 200) byte[] bytes) {
    assertThat(EnvelopeCodec.cut(ByteString.copyFrom(bytes))).isNotNull();
  }

  @Property(tries = 300)
  void a_torn_envelope_is_never_taken_for_a_signed_one(@ForAll @IntRange(max = 10_000) int length) {
    ByteString torn = sealed.bytes().substring(0, length % sealed.bytes().size());
    assertThat(new Judge(Envelopes.KEYS).judge(torn)).isNotInstanceOf(Judgement.Authentic.class);
  }

  @Property(tries = 1000)
  void a_bit_flipped_anywhere_is_found(@ForAll @IntRange(min = 0) int place) {
    byte[] altered = sealed.bytes().toByteArray();
    int bit = place % (altered.length * 8);
    altered[bit / 8] ^= (byte) (1 << (bit % 8));
    assertThat(new Judge(Envelopes.KEYS).judge(ByteString.copyFrom(altered)))
        .isNotInstanceOf(Judgement.Authentic.class);
  }

  @Property(tries = 500)
  void what_is_cut_out_can_be_put_back(@ForAll @Size(max = 300) byte[] noise) {
    ByteString bytes = ByteString.copyFrom(noise);
    if (EnvelopeCodec.cut(bytes) instanceof SignatureCut.Signed cut) {
      assertThat(cut.signedBytes().size() + 66).isEqualTo(bytes.size());
      assertThat(bytes.substring(0, cut.at())).isEqualTo(cut.signedBytes().substring(0, cut.at()));
    }
  }

  private interface Change {
    void of(DeviceTelemetry.Builder device);
  }

  private static UniversalEnvelope with(UniversalEnvelope.Builder draft, Change change) {
    UniversalEnvelope.Builder copy = draft.clone();
    change.of(copy.getDeviceTelemetryBuilder());
    return copy.build();
  }

  private static void collectMaps(Descriptor type, Set<Descriptor> passed, Set<String> maps) {
    if (!passed.add(type)) {
      return;
    }
    for (FieldDescriptor field : type.getFields()) {
      if (field.isMapField()) {
        maps.add(field.getFullName());
      } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        collectMaps(field.getMessageType(), passed, maps);
      }
    }
  }

  private static List<Integer> fieldNumbers(ByteString bytes)
      throws WireReader.MalformedException, InvalidProtocolBufferException {
    List<Integer> numbers = new ArrayList<>();
    WireReader reader = new WireReader(bytes.toByteArray());
    for (WireReader.Field f = reader.next(); f != null; f = reader.next()) {
      numbers.add(f.number());
    }
    return numbers;
  }

  private static SignatureCut.Signed signed(ByteString bytes) {
    return (SignatureCut.Signed) EnvelopeCodec.cut(bytes);
  }

  private static String malformed(ByteString bytes) {
    return ((SignatureCut.Malformed) EnvelopeCodec.cut(bytes)).why();
  }

  private static ByteString bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return ByteString.copyFrom(bytes);
  }
}
