package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @CsvSource({
    "00000000000000000000000000000000, ::",
    "00000000000000000000000000000001, ::1",
    "20010db8000000000000000000000000, 2001:db8::",
    "20010db8000000010000000000000001, 2001:db8:0:1::1",
    "20010db8000000000001000000000001, 2001:db8::1:0:0:1",
    "20010db8000100010001000100010001, 2001:db8:1:1:1:1:1:1",
    "20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
    "00000000000000000000ffffc0000201, ::ffff:c000:201",
    "c0000201, 192.0.2.1",
  })
  void addresses_are_shown_as_rfc_5952_says(String hex, String text) {
    byte[] octets = HexFormat.of().parseHex(hex);

    assertThat(Addresses.text(octets)).isEqualTo(text);
    assertThat(Addresses.parse(text, octets.length))
        .hasValueSatisfying(o -> assertThat(o).isEqualTo(octets));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1.2.3", "1.2.3.256", "localhost", "example.net", "1", "::g", ":::", "1:2"})
  void names_and_fragments_are_no_addresses(String text) {
    assertThat(Addresses.parse(text, 4)).isEmpty();
    assertThat(Addresses.parse(text, 16)).isEmpty();
  }

  @Property
  void every_ipv6_address_leads_back(@ForAll @Size(16) byte[] octets) {
    assertThat(Addresses.parse(Addresses.text(octets), 16))
        .hasValueSatisfying(o -> assertThat(o).isEqualTo(octets));
  }
}
