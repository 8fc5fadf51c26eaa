package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.model.Capability;

/** What a neighbour can do, in every way in which agents spell it. */
class CapabilityBitsTest {
  private static String words(Set<Capability> found) {
    return found.stream().map(Capability::name).sorted().collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "28, BRIDGE ROUTER",
    "2800, BRIDGE ROUTER",
    "80, OTHER",
    "0400, TELEPHONE",
    "24, BRIDGE TELEPHONE",
    "01, STATION",
    "10, WLAN_AP",
  })
  void lldp_counts_bits_from_the_left(String octets, String expected) {
    assertThat(words(CapabilityBits.lldp(TableValue.of(HexFormat.of().parseHex(octets)))))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"28 00 2 4, BRIDGE ROUTER", "28 00, BRIDGE ROUTER", "20 00, BRIDGE"})
  void octets_that_were_sent_as_text_are_understood(String text, String expected) {
    assertThat(words(CapabilityBits.lldp(TableValue.of(text)))).isEqualTo(expected);
  }

  @Test
  void an_integer_is_the_number_of_the_tlv() {
    assertThat(CapabilityBits.lldp(TableValue.of(0x14)))
        .containsExactlyInAnyOrder(Capability.BRIDGE, Capability.ROUTER);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "00000001, ROUTER",
    "00000029, IGMP ROUTER SWITCH",
    "28000000, IGMP SWITCH",
    "00000090, STATION TELEPHONE",
  })
  void cdp_counts_from_the_last_bit(String octets, String expected) {
    assertThat(words(CapabilityBits.cdp(TableValue.of(HexFormat.of().parseHex(octets)))))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"RSI, IGMP ROUTER SWITCH", "Router Switch IGMP, IGMP ROUTER SWITCH", "8, SWITCH"})
  void so_are_letters_words_and_digits(String text, String expected) {
    assertThat(words(CapabilityBits.cdp(TableValue.of(text)))).isEqualTo(expected);
  }

  @Test
  void nonsense_says_nothing() {
    assertThat(CapabilityBits.cdp(TableValue.of("\u0001\u0002"))).isEmpty();
    assertThat(CapabilityBits.lldp(TableValue.of(new byte[0]))).isEmpty();
  }
}
