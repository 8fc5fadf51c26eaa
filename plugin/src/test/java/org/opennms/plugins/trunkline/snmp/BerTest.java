package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Our BER against SNMP4J's. */
class BerTest {
  private static BerReader reader(String hex) {
    byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
    return new BerReader(bytes, 0, bytes.length);
  }

  private static AnswerPdu decode(PDU pdu) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(pdu.getBERLength());
    pdu.encodeBER(new BEROutputStream(buffer));
    return AnswerPdu.read(new BerReader(buffer.array(), 0, buffer.position()), false);
  }

  @Provide
  Arbitrary<int[]> names() {
    Arbitrary<Integer> subId =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 200),
            Arbitraries.of(127, 128, 16_383, 16_384, Integer.MAX_VALUE, -1, Integer.MIN_VALUE));
    return subId
        .array(int[].class)
        .ofMinSize(0)
        .ofMaxSize(120)
        .map(
            rest -> {
              int[] name = new int[rest.length + 2];
              name[0] = 1;
              name[1] = 3;
              System.arraycopy(rest, 0, name, 2, rest.length);
              return name;
            });
  }

  @Property(tries = 300)
  void requests_are_read_by_snmp4j_as_they_were_meant(
      @ForAll("names") int[] name, @ForAll int requestId) throws IOException {
    BerWriter writer = new BerWriter();
    RequestPdu.bulk(1, 25, new int[][] {name, {1, 3, 6}}).write(writer, requestId);
    PDU pdu = new PDU();

    pdu.decodeBER(new BERInputStream(ByteBuffer.wrap(writer.toByteArray())));

    assertThat(pdu.getType()).isEqualTo(PDU.GETBULK);
    assertThat(pdu.getRequestID().getValue()).isEqualTo(requestId);
    assertThat(pdu.getNonRepeaters()).isEqualTo(1);
    assertThat(pdu.getMaxRepetitions()).isEqualTo(25);
    assertThat(pdu.get(0).getOid().getValue()).isEqualTo(name);
  }

  @Property(tries = 300)
  void names_and_numbers_of_snmp4j_are_read_as_they_were_meant(
      @ForAll("names") int[] name, @ForAll int number, @ForAll long big) throws Exception {
    PDU pdu = new PDU();
    pdu.setType(PDU.RESPONSE);
    long unsigned = number & 0xffff_ffffL;
    List<Variable> values =
        List.of(
            new Integer32(number),
            new Counter32(unsigned),
            new Gauge32(unsigned),
            new TimeTicks(unsigned),
            new Counter64(big));
    values.forEach(v -> pdu.add(new VariableBinding(new OID(name), v)));

    List<VariableBinding> read = decode(pdu).toVariableBindings();

    assertThat(read).extracting(VariableBinding::getVariable).containsExactlyElementsOf(values);
    assertThat(read.get(0).getOid().getValue()).isEqualTo(name);
  }

  @Test
  void every_other_type_is_read_too() throws Exception {
    PDU pdu = new PDU();
    pdu.setType(PDU.RESPONSE);
    List<Variable> values =
        List.of(
            new OctetString("text"),
            new OctetString(),
            new IpAddress("192.0.2.1"),
            new OID("1.3.6.1.4.1.9"),
            new Opaque(new byte[] {1, 2}),
            new Null(),
            Null.noSuchObject,
            Null.noSuchInstance,
            Null.endOfMibView);
    values.forEach(v -> pdu.add(new VariableBinding(new OID("1.3.6.1"), v)));

    assertThat(decode(pdu).toVariableBindings())
        .extracting(VariableBinding::getVariable)
        .containsExactlyElementsOf(values);
  }

  @Test
  void a_long_value_makes_the_buffer_grow() {
    BerWriter writer = new BerWriter();
    byte[] large = new byte[40_000];
    Arrays.fill(large, (byte) 7);

    writer.octetString(large);

    byte[] written = writer.toByteArray();
    assertThat(written).hasSize(40_004).startsWith(4, 0x82, 0x9c, 0x40);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 127, 128, -128, -129, 32_767, 32_768, Integer.MIN_VALUE})
  void integers_are_written_in_the_fewest_octets(int value) throws Exception {
    BerWriter writer = new BerWriter();
    writer.integer(value);
    byte[] written = writer.toByteArray();

    assertThat(written).hasSize(new Integer32(value).getBERLength());
    assertThat(new BerReader(written, 0, written.length).integer()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "02", // no length
        "02 00", // no octets
        "02 02 01", // too few octets
        "02 05 01 00 00 00 00", // beyond 32 bits
        "02 80", // indefinite length
        "02 85 00 00 00 00 01 01", // length of five octets
        "02 84 ff ff ff ff", // negative length
        "04 01 00", // another tag
        "1f 01 00", // a tag of several octets
      })
  void integers_against_the_rules_are_refused(String hex) {
    assertThatThrownBy(() -> reader(hex).integer()).isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void superfluous_leading_octets_are_borne() throws Exception {
    assertThat(reader("02 05 00 00 00 00 07").integer()).isEqualTo(7);
    assertThat(reader("02 82 00 01 07").integer()).isEqualTo(7);
    assertThat(BerReader.unsigned(HexFormat.of().parseHex("00ffffffffffffffff"), 0, 9))
        .isEqualTo(-1L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "06 01 80", // truncated sub-identifier
        "06 06 2b 90 80 80 80 00", // beyond 32 bits
      })
  void object_identifiers_against_the_rules_are_refused(String hex) {
    assertThatThrownBy(() -> reader(hex).objectId(new int[BerReader.MAX_SUB_IDS]))
        .isInstanceOf(MalformedMessageException.class);
  }

  @Test
  void more_than_128_sub_identifiers_are_refused() {
    byte[] ber = new byte[130];
    Arrays.fill(ber, (byte) 1);

    assertThatThrownBy(() -> BerReader.subIds(ber, 0, 130, new int[BerReader.MAX_SUB_IDS]))
        .isInstanceOf(MalformedMessageException.class);
  }
}
