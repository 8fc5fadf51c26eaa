package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.topology.Agent.hex;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;

class IdentifiersTest {
  private static final Identifier MAC = new Identifier(Kind.MAC, "00:1b:2c:03:04:5f");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00:1b:2c:03:04:5f",
        "00-1B-2C-03-04-5F",
        "00 1b 2c 03 04 5f",
        "001b.2c03.045f",
        "001b-2c03-045f",
        "001b2c-03045f",
        "001b2c03045f",
        "0x001B2C03045F",
        "0:1b:2c:3:4:5f"
      })
  void a_mac_address_is_one_in_every_spelling(String text) {
    assertThat(Identifiers.chassis(4, TableValue.of(text))).isEqualTo(MAC);
    assertThat(Identifiers.port(3, TableValue.of(text))).isEqualTo(MAC);
    assertThat(Identifiers.chassis(0, TableValue.of(text))).isEqualTo(MAC);
  }

  @Test
  void six_octets_are_a_mac_address_even_where_they_can_be_read() {
    assertThat(Identifiers.chassis(4, TableValue.of(",T-3xP")))
        .isEqualTo(new Identifier(Kind.MAC, "2c:54:2d:33:78:50"));
    assertThat(Identifiers.chassis(4, TableValue.of(hex("00:1b:2c:03:04:5f")))).isEqualTo(MAC);
  }

  @Test
  void six_letters_are_a_name_under_the_subtype_of_names() {
    assertThat(Identifiers.port(5, TableValue.of("Gi0/10")))
        .isEqualTo(new Identifier(Kind.NAME, "Gi0/10"));
    assertThat(Identifiers.port(5, TableValue.of(hex("00:1b:2c:03:04:5f")))).isEqualTo(MAC);
  }

  @Test
  void twelve_digits_are_a_serial_number_unless_a_mac_address_is_told() {
    assertThat(Identifiers.chassis(7, TableValue.of("123456789012")).kind()).isEqualTo(Kind.LOCAL);
    assertThat(Identifiers.chassis(4, TableValue.of("123456789012")).kind()).isEqualTo(Kind.MAC);
  }

  @ParameterizedTest
  @CsvSource({
    "01c0000201, 192.0.2.1",
    "c0000201, 192.0.2.1",
    "3139322e302e322e31, 192.0.2.1",
    "0220010db8000000000000000000000001, 2001:db8:0:0:0:0:0:1"
  })
  void network_addresses_come_with_a_family_without_one_and_as_text(String octets, String address) {
    assertThat(Identifiers.chassis(5, TableValue.of(HexFormat.of().parseHex(octets))))
        .isEqualTo(new Identifier(Kind.ADDRESS, address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  ", "not advertised", "Not received", "N/A", "-", "<private>", "<unknown>"})
  void what_stands_for_nothing_is_nothing(String text) {
    assertThat(Identifiers.chassis(7, TableValue.of(text))).isEqualTo(Identifier.NONE);
    assertThat(SystemName.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "01:80:c2:00:00:0e"})
  void no_device_is_known_by_a_zero_or_group_address(String mac) {
    assertThat(Identifiers.isTelling(Identifiers.chassis(4, TableValue.of(hex(mac))))).isFalse();
  }

  @Test
  void octets_that_are_no_text_are_shown_as_octets() {
    assertThat(Identifiers.chassis(4, TableValue.of(hex("08:66:11:df"))))
        .isEqualTo(new Identifier(Kind.TEXT, "08:66:11:df"));
  }

  @Test
  void a_trailing_zero_is_the_end_of_a_text() {
    assertThat(Identifiers.port(7, TableValue.of(hex("31:2f:32:35:00"))).value()).isEqualTo("1/25");
  }

  @Test
  void an_id_that_is_sent_as_a_number_is_its_digits() {
    assertThat(Identifiers.port(7, TableValue.of(517)))
        .isEqualTo(new Identifier(Kind.LOCAL, "517"));
  }

  @ParameterizedTest
  @CsvSource({
    "GigabitEthernet0/1, Gi0/1",
    "gigabitethernet 1/0/3, gi1/0/3",
    "TenGigE0/0/0/4, Te0/0/0/4",
    "Port-channel12, Po12",
    "HundredGigE1/0/49, Hu1/0/49",
    "FastEthernet0, fa0"
  })
  void interface_types_are_abbreviated(String one, String other) {
    assertThat(PortName.canonical(one)).isEqualTo(PortName.canonical(other));
  }

  @ParameterizedTest
  @CsvSource({
    "SW1.example.net, sw1.EXAMPLE.net., true",
    "sw1, sw1.example.net, true",
    "sw1.example.net, sw1.example.org, false",
    "sw1(FOX1234ABCD), sw1, true",
    "sw1, sw10, false",
    "192.0.2.1, 192.0.2.9, false"
  })
  void names_agree_when_only_a_domain_or_serial_number_is_missing(
      String one, String other, boolean agree) {
    assertThat(SystemName.of(one).orElseThrow().agreesWith(SystemName.of(other).orElseThrow()))
        .isEqualTo(agree);
  }

  @Test
  void names_cannot_break_a_line_or_a_terminal() {
    assertThat(OctetText.of(Agent.ascii("a\nb\u001b[31m\tc\u202e\0"))).isEqualTo("a b[31m c");
  }
}
