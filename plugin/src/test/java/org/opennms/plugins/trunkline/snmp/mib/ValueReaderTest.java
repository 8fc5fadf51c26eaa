package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.mib.BuiltIn.TREE;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReaderTest {
  private static ValueReading read(String name, String text) {
    return TREE.read(TREE.symbols(name).get(0), text);
  }

  private static String shown(ValueReading reading) {
    WireValue value = ((ValueReading.Read) reading).value();
    if (value instanceof WireValue.Whole whole) {
      return whole.type() + " " + Long.toUnsignedString(whole.value());
    }
    if (value instanceof WireValue.Octets octets) {
      return octets.type() + " " + HexFormat.of().formatHex(octets.octets());
    }
    return "OID " + ((WireValue.Identifier) value).oid();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ifAdminStatus | down | INTEGER32 2",
        "ifAdminStatus | 2 | INTEGER32 2",
        "ifAlias | Uplink | OCTET_STRING 55706c696e6b",
        "ifAlias | 0x55 70 | OCTET_STRING 5570",
        "ifAlias | '' | OCTET_STRING ",
        "dot1dTpFdbAddress | 00:1b:21:3c:4d:5e | OCTET_STRING 001b213c4d5e",
        "dot1dTpFdbAddress | 0x001b213c4d5e | OCTET_STRING 001b213c4d5e",
        "bgpPeerRemoteAddr | 192.0.2.1 | IP_ADDRESS c0000201",
        "sysObjectID | enterprises.9.1 | OID 1.3.6.1.4.1.9.1",
        "ifHCInOctets | 18446744073709551615 | COUNTER64 18446744073709551615",
        "lldpRemSysCapEnabled | '{bridge, router}' | OCTET_STRING 28",
        "lldpRemSysCapEnabled | bridge router | OCTET_STRING 28",
        "lldpRemSysCapEnabled | {} | OCTET_STRING 00",
        "sysUpTime | 100 | TIME_TICKS 100",
        "snmpTargetAddrRowStatus | createAndGo | INTEGER32 4",
        "snmpSetSerialNo | 7 | INTEGER32 7",
      })
  void texts_become_values_of_the_syntax(String name, String text, String value) {
    assertThat(shown(read(name, text == null ? "" : text)).strip()).isEqualTo(value.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ifAdminStatus | sideways | 'sideways' is no INTEGER32 of IF-MIB::ifAdminStatus; known are"
            + " up, down, testing",
        "ifIndex | 0 | '0' is no InterfaceIndex of IF-MIB::ifIndex (1 to 2147483647)",
        "ifMtu | 1.5 | '1.5' is no INTEGER32 of IF-MIB::ifMtu",
        "ifMtu | 2147483648 | '2147483648' is no INTEGER32 of IF-MIB::ifMtu",
        "ifInOctets | -1 | '-1' is no COUNTER32 of IF-MIB::ifInOctets",
        "dot1dTpFdbAddress | 00:1b | '00:1b' is no MacAddress of BRIDGE-MIB::dot1dTpFdbAddress"
            + " (6 to 6 octets)",
        "ifAlias | 0x5 | '0x5' is no DisplayString of IF-MIB::ifAlias (0 to 64 octets)",
        "bgpPeerRemoteAddr | host | 'host' is no IP_ADDRESS of BGP4-MIB::bgpPeerRemoteAddr",
        "sysObjectID | nonsense | 'nonsense' is no OBJECT_IDENTIFIER of SNMPv2-MIB::sysObjectID",
        "ifTable | x | 'x' is no NONE of IF-MIB::ifTable",
      })
  void what_is_no_value_says_why(String name, String text, String reason) {
    assertThat(read(name, text)).isEqualTo(new ValueReading.Refused(reason));
  }

  @Property(tries = 2000)
  void any_text_is_read_or_refused(@ForAll String text) {
    for (String name :
        new String[] {"ifAlias", "ifMtu", "dot1dTpFdbAddress", "lldpRemSysCapEnabled"}) {
      assertThat(read(name, text)).isNotNull();
    }
  }
}
