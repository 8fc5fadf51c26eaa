package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.mib.BuiltIn.TREE;
import static org.opennms.plugins.trunkline.snmp.mib.BuiltIn.oid;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFormatTest {
  private static String octets(String name, String hex) {
    byte[] octets = HexFormat.of().parseHex(hex);
    return TREE.format(
        BuiltIn.resolved(TREE, name), new WireValue.Octets(BaseType.OCTET_STRING, octets));
  }

  private static String whole(String name, BaseType type, long value) {
    return TREE.format(BuiltIn.resolved(TREE, name), new WireValue.Whole(type, value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ifPhysAddress.1 | 001b213c4d5e | 00:1b:21:3c:4d:5e",
        "ifPhysAddress.1 | '' | ''",
        "ifAlias.1 | 55706c696e6b20746f20426f6e6e | Uplink to Bonn",
        "ifAlias.1 | 4bc3b66c6e | Köln",
        "ifAlias.1 | 4bf66c6e | 4B F6 6C 6E",
        "ifAlias.1 | 0007 | 00 07",
        "ipAddressPrefix.1 | 0102 | 01 02",
        "hrSystemDate.0 | 07ea0b140a1e0f05 | 2026-11-20,10:30:15.5",
        "hrSystemDate.0 | 07ea0b140a1e0f052b0100 | 2026-11-20,10:30:15.5,+1:0",
        "lldpRemSysCapEnabled.0.5.1 | 28 | '{bridge(2), router(4)}'",
        "lldpRemSysCapEnabled.0.5.1 | 0080 | {8}",
        "lldpRemSysCapEnabled.0.5.1 | 00 | {}",
        "cdpCacheVersion.1.1 | 496f73 | Ios",
      })
  void octets_follow_their_syntax(String name, String hex, String shown) {
    assertThat(octets(name, hex)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "ifOperStatus.1, INTEGER32, 1, up(1)",
    "ifOperStatus.1, INTEGER32, 99, 99",
    "ifType.1, INTEGER32, 6, ethernetCsmacd(6)",
    "ifMtu.1, INTEGER32, 1500, 1500",
    "lldpMessageTxInterval.0, INTEGER32, 30, 30 seconds",
    "ifHCInOctets.1, COUNTER64, -1, 18446744073709551615",
    "sysUpTime.0, TIME_TICKS, 723405, 2:00:34.05 (723405)",
    "ifDescr.1, INTEGER32, 7, 7",
  })
  void numbers_follow_their_syntax(String name, BaseType type, long value, String shown) {
    assertThat(whole(name, type, value)).isEqualTo(shown);
  }

  @Test
  void days_are_told_in_durations() {
    assertThat(whole("sysUpTime.0", BaseType.TIME_TICKS, 9_378_405))
        .isEqualTo("1 day, 2:03:04.05 (9378405)");
    assertThat(whole("sysUpTime.0", BaseType.TIME_TICKS, 0xffff_ffffL))
        .isEqualTo("497 days, 2:27:52.95 (4294967295)");
  }

  @Test
  void an_oid_is_shown_by_its_name() {
    WireValue value = new WireValue.Identifier(oid("1.3.6.1.2.1.31"));

    assertThat(TREE.format(oid("1.3.6.1.2.1.1.2.0"), value)).isEqualTo("IF-MIB::ifMIB");
  }

  @Test
  void an_unknown_object_is_shown_by_the_type_on_the_wire() {
    Oid unknown = oid("1.3.6.1.4.1.99999.1.0");

    assertThat(TREE.format(unknown, new WireValue.Whole(BaseType.TIME_TICKS, 100)))
        .isEqualTo("0:00:01.00 (100)");
    assertThat(
            TREE.format(
                unknown, new WireValue.Octets(BaseType.IP_ADDRESS, new byte[] {-64, 0, 2, 1})))
        .isEqualTo("192.0.2.1");
    assertThat(
            TREE.format(
                unknown,
                new WireValue.Octets(
                    BaseType.OCTET_STRING, "text".getBytes(StandardCharsets.US_ASCII))))
        .isEqualTo("text");
  }

  @Test
  void an_inet_address_is_shown_by_its_length() {
    assertThat(octets("ipNetToPhysicalNetAddress.1.ipv4.\"192.0.2.1\"", "c0000201"))
        .isEqualTo("192.0.2.1");
  }
}
