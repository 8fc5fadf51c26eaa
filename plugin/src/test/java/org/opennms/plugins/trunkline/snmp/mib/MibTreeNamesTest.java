package org.opennms.plugins.trunkline.snmp.mib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.mib.BuiltIn.TREE;
import static org.opennms.plugins.trunkline.snmp.mib.BuiltIn.oid;
import static org.opennms.plugins.trunkline.snmp.mib.BuiltIn.resolved;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MibTreeNamesTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "IF-MIB::ifHCInOctets.3, 1.3.6.1.2.1.31.1.1.1.6.3",
        "SNMPv2-MIB::sysDescr.0, 1.3.6.1.2.1.1.1.0",
        "IF-MIB::ifTable, 1.3.6.1.2.1.2.2",
        "LLDP-MIB::lldpRemSysName.0.5.1, 1.0.8802.1.1.2.1.4.1.1.9.0.5.1",
        "BGP4-MIB::bgpPeerState.192.0.2.1, 1.3.6.1.2.1.15.3.1.2.192.0.2.1",
        "IP-MIB::ipAddressIfIndex.ipv4.\"192.0.2.1\", 1.3.6.1.2.1.4.34.1.3.1.4.192.0.2.1",
        "IP-MIB::ipAddressIfIndex.ipv6.\"2001:db8::1\","
            + " 1.3.6.1.2.1.4.34.1.3.2.16.32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1",
        "LLDP-MIB::lldpRemManAddrIfId.0.5.1.ipV4.\"192.0.2.9\","
            + " 1.0.8802.1.1.2.1.4.2.1.4.0.5.1.1.4.192.0.2.9",
        "BRIDGE-MIB::dot1dTpFdbPort.'00:1b:21:3c:4d:5e', 1.3.6.1.2.1.17.4.3.1.2.0.27.33.60.77.94",
        "Q-BRIDGE-MIB::dot1qTpFdbPort.12.'00:1b:21:00:00:01',"
            + " 1.3.6.1.2.1.17.7.1.2.2.1.2.12.0.27.33.0.0.1",
        "SNMP-TARGET-MIB::snmpTargetAddrTDomain.'abc', 1.3.6.1.6.3.12.1.2.1.2.97.98.99",
        "RFC1213-MIB::atPhysAddress.1.1.192.0.2.1, 1.3.6.1.2.1.3.1.1.2.1.1.192.0.2.1",
        "EtherLike-MIB::dot3StatsDuplexStatus.7, 1.3.6.1.2.1.10.7.2.1.19.7",
        "CISCO-CDP-MIB::cdpCacheDeviceId.3.17, 1.3.6.1.4.1.9.9.23.1.2.1.1.6.3.17",
        "IF-MIB::linkDown, 1.3.6.1.6.3.1.1.5.3",
        "SNMPv2-SMI::enterprises.99999.1, 1.3.6.1.4.1.99999.1",
        "iso, 1",
      })
  void names_and_oids_lead_to_each_other(String name, String numbers) {
    assertThat(resolved(TREE, name)).isEqualTo(oid(numbers));
    assertThat(TREE.name(oid(numbers))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "ifHCInOctets.3, IF-MIB::ifHCInOctets.3",
    "sysDescr, SNMPv2-MIB::sysDescr",
    ".1.3.6.1.2.1.2.2.1.2.1, IF-MIB::ifDescr.1",
    "1.3.6.1.2.1.2.2.1.2.1, IF-MIB::ifDescr.1",
    ".iso.org.dod.internet.mgmt.mib-2.interfaces.ifTable.ifEntry.ifDescr.1, IF-MIB::ifDescr.1",
    "mib-2.interfaces.ifTable.ifEntry.ifDescr.1, IF-MIB::ifDescr.1",
    "interfaces.2.1.ifDescr.1, IF-MIB::ifDescr.1",
    "ifEntry.2.7, IF-MIB::ifDescr.7",
    "RFC1213-MIB::ifDescr.7, IF-MIB::ifDescr.7",
    "iso.3.6, SNMPv2-SMI::dod",
    "dot1dTpFdbPort.00:1b:21:3c:4d:5e, BRIDGE-MIB::dot1dTpFdbPort.'00:1b:21:3c:4d:5e'",
    "dot1dTpFdbPort.'0:1B:21:3C:4D:5E', BRIDGE-MIB::dot1dTpFdbPort.'00:1b:21:3c:4d:5e'",
    "dot1dTpFdbPort.0.27.33.60.77.94, BRIDGE-MIB::dot1dTpFdbPort.'00:1b:21:3c:4d:5e'",
  })
  void other_spellings_of_a_name_are_understood(String spelling, String name) {
    assertThat(TREE.name(resolved(TREE, spelling))).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | no loaded module defines 'nonsense'",
        "IF-MIB::nonsense | module IF-MIB does not define 'nonsense', or it is not loaded",
        "NO-MIB::ifDescr | module NO-MIB does not define 'ifDescr', or it is not loaded",
        "ifTable.ifDescr | 'ifDescr' does not stand below IF-MIB::ifTable",
        "ifDescr..1 | 'ifDescr..1' is no name: an empty part, or an open quote",
        "snmpTargetAddrTDomain.'abc | 'snmpTargetAddrTDomain.'abc' is no name: an empty part, or an"
            + " open quote",
        "3.1 | .3.1 is outside ccitt, iso and joint-iso-ccitt",
      })
  void what_is_no_name_says_why(String name, String reason) {
    assertThat(TREE.resolve(name)).isEqualTo(new Resolution.Unknown(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "::",
        "IF-MIB::",
        ".1.",
        "1..3",
        "ifDescr.",
        "'",
        "\"\"",
        ".iso.",
        "a.b.c"
      })
  void a_fragment_is_unknown_and_no_exception(String fragment) {
    assertThat(TREE.resolve(fragment)).isInstanceOf(Resolution.Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ifDescr.eth0 | 'eth0' is no label of ifIndex",
        "ifDescr.1.eth0 | 'eth0' is more than the index has parts",
        "ipAddressIfIndex.ipv4.'192.0.2.256' | '192.0.2.256' does not fit ipAddressAddr",
        "dot1dTpFdbPort.'00:1b:21' | dot1dTpFdbAddress takes 6 octets, not '00:1b:21'",
        "dot1dTpFdbPort.'zz' | 'zz' does not fit dot1dTpFdbAddress",
        "bgpPeerState.'192.0.2' | '192.0.2' does not fit bgpPeerRemoteAddr",
        "bgpPeerState.192.0.x.1 | 'x' stands where a number should",
      })
  void an_index_that_does_not_fit_says_why(String name, String reason) {
    assertThat(TREE.resolve(name))
        .isInstanceOfSatisfying(
            Resolution.BadIndex.class, bad -> assertThat(bad.reason()).isEqualTo(reason));
  }

  @Test
  void an_index_may_stop_early_as_the_start_of_a_walk() {
    assertThat(resolved(TREE, "lldpRemSysName.0.5")).isEqualTo(oid("1.0.8802.1.1.2.1.4.1.1.9.0.5"));
    assertThat(TREE.name(oid("1.0.8802.1.1.2.1.4.1.1.9.0.5")))
        .isEqualTo("LLDP-MIB::lldpRemSysName.0.5");
  }

  @Test
  void an_index_that_breaks_its_own_syntax_stays_numeric_and_resolves() {
    Oid tooShort = oid("1.3.6.1.2.1.4.34.1.3.1.4.192.0");
    Oid noOctet = oid("1.3.6.1.2.1.17.4.3.1.2.0.27.33.60.77.300");

    assertThat(TREE.name(tooShort)).isEqualTo("IP-MIB::ipAddressIfIndex.1.4.192.0");
    assertThat(TREE.name(noOctet)).isEqualTo("BRIDGE-MIB::dot1dTpFdbPort.0.27.33.60.77.300");
    assertThat(resolved(TREE, TREE.name(tooShort))).isEqualTo(tooShort);
    assertThat(resolved(TREE, TREE.name(noOctet))).isEqualTo(noOctet);
  }

  @Test
  void an_index_is_decoded_into_its_parts() {
    MibLocation location =
        TREE.locate(oid("1.0.8802.1.1.2.1.4.2.1.4.0.5.1.1.4.192.0.2.9")).orElseThrow();

    assertThat(location.symbol().qualifiedName()).isEqualTo("LLDP-MIB::lldpRemManAddrIfId");
    assertThat(location.values().orElseThrow())
        .extracting(value -> value.part().name() + "=" + value.text())
        .containsExactly(
            "lldpRemTimeMark=0",
            "lldpRemLocalPortNum=5",
            "lldpRemIndex=1",
            "lldpRemManAddrSubtype=ipV4",
            "lldpRemManAddr=\"192.0.2.9\"");
  }

  @Test
  void a_symbol_tells_kind_syntax_units_access_and_index() {
    MibSymbol speed = TREE.symbol("IF-MIB", "ifHighSpeed").orElseThrow();
    MibSymbol interval = TREE.symbol("LLDP-MIB", "lldpMessageTxInterval").orElseThrow();

    assertThat(speed.kind()).isEqualTo(MibSymbol.Kind.COLUMN);
    assertThat(speed.syntax().base()).isEqualTo(BaseType.UNSIGNED32);
    assertThat(speed.access()).isEqualTo("read-only");
    assertThat(speed.index())
        .extracting(IndexPart::name)
        .as("of ifEntry, augmented")
        .containsExactly("ifIndex");
    assertThat(interval.units()).isEqualTo("seconds");
    assertThat(interval.kind()).isEqualTo(MibSymbol.Kind.SCALAR);
  }

  @Test
  void a_notification_tells_its_objects() {
    assertThat(TREE.symbol("IF-MIB", "linkDown").orElseThrow().objects())
        .containsExactly("IF-MIB::ifIndex", "IF-MIB::ifAdminStatus", "IF-MIB::ifOperStatus");
  }

  @Test
  void the_columns_of_a_row_come_in_order() {
    assertThat(TREE.children(oid("1.3.6.1.2.1.2.2.1")))
        .extracting(MibSymbol::name)
        .startsWith("ifIndex", "ifDescr", "ifType", "ifMtu", "ifSpeed")
        .hasSize(22);
    assertThat(TREE.children(oid("1.3.6.1.2.1.2.2.1.2"))).isEmpty();
    assertThat(TREE.children(oid("9.9"))).isEmpty();
  }

  @Test
  void our_own_table_has_no_problems() {
    assertThat(BuiltIn.LOADED.report().problems()).isEmpty();
    assertThat(BuiltIn.LOADED.report().modules())
        .hasSize(BuiltInModulesGenerator.MODULES.size())
        .allMatch(MibReport.LoadedModule::isComplete);
  }
}
