package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.topology.Agent.ascii;
import static org.opennms.plugins.trunkline.topology.Agent.hex;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.model.Announcement;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.topology.PortSettings.Duplex;

/** The tables of the MIB modules, as agents fill them. */
class MibTablesTest {
  private static final String B = "00:1c:00:00:00:0b";

  private final Agent a = new Agent("a").port(1, "Gi0/1").port(17, "ethernet1/17");

  private static Announcement only(Agent agent) {
    return Network.only(Network.of(agent)).announced();
  }

  @Test
  void lldp_v2_is_indexed_by_if_index_and_destination() {
    a.number(NeighbourColumn.LLDP2_CHASSIS_SUBTYPE, 4, 0, 17, 1, 1);
    a.text(NeighbourColumn.LLDP2_CHASSIS, B, 0, 17, 1, 1);
    a.number(NeighbourColumn.LLDP2_PORT_SUBTYPE, 5, 0, 17, 1, 1);
    a.text(NeighbourColumn.LLDP2_PORT, "10GE2/4/0/7", 0, 17, 1, 1);
    a.text(NeighbourColumn.LLDP2_CAP_ENABLED, "28 00 2 4", 0, 17, 1, 1);
    a.number(NeighbourColumn.LLDP2_ADDRESS, 2, 0, 17, 1, 1, 1, 4, 192, 0, 2, 5);

    assertThat(Network.links(a))
        .containsExactly("mac:00:1c:00:00:00:0b/10GE2/4/0/7 -- net:a/ethernet1/17 one-sided");
    assertThat(only(a).capabilities()).containsExactly(Capability.BRIDGE, Capability.ROUTER);
    assertThat(only(a).addresses()).containsExactly("192.0.2.5");
  }

  @Test
  void nokia_keeps_lldp_in_a_table_of_its_own() {
    a.number(NeighbourColumn.TMNX_CHASSIS_SUBTYPE, 4, 0, 17, 1, 1);
    a.value(NeighbourColumn.TMNX_CHASSIS, TableValue.of(hex(B)), 0, 17, 1, 1);
    a.number(NeighbourColumn.TMNX_PORT_SUBTYPE, 7, 0, 17, 1, 1);
    a.text(NeighbourColumn.TMNX_PORT, "35684352", 0, 17, 1, 1);
    a.text(NeighbourColumn.TMNX_NAME, "sr-1", 0, 17, 1, 1);
    a.number(NeighbourColumn.TMNX_ADDRESS, 2, 0, 17, 1, 1, 1, 192, 0, 2, 8);

    assertThat(Network.only(Network.of(a)).source()).isEqualTo(LinkSource.LLDP);
    assertThat(only(a).name()).isEqualTo("sr-1");
    assertThat(only(a).addresses()).containsExactly("192.0.2.8");
  }

  @Test
  void what_two_modules_tell_of_one_neighbour_is_told_once() {
    a.lldp(17, 4, hex(B), 5, ascii("x1"), "b");
    a.number(NeighbourColumn.LLDP2_CHASSIS_SUBTYPE, 4, 0, 17, 1, 1);
    a.text(NeighbourColumn.LLDP2_CHASSIS, B, 0, 17, 1, 1);
    a.number(NeighbourColumn.LLDP2_PORT_SUBTYPE, 5, 0, 17, 1, 1);
    a.text(NeighbourColumn.LLDP2_PORT, "x1", 0, 17, 1, 1);

    assertThat(a.report().observations()).hasSize(1);
  }

  @Test
  void extensions_tell_vlan_duplex_and_media_class() {
    a.lldp(1, B, "Gi0/2", "b");
    a.number(NeighbourColumn.LLDP_PORT_VLAN, 7, 0, 1, 1);
    a.number(NeighbourColumn.LLDP_MAU_TYPE, 29, 0, 1, 1);
    a.number(NeighbourColumn.LLDP_MED_CLASS, 3, 0, 1, 1);
    a.text(NeighbourColumn.LLDP_MED_MANUFACTURER, "Example", 0, 1, 1);
    a.text(NeighbourColumn.LLDP_MED_MODEL, "P-1", 0, 1, 1);

    Announced announced = a.report().observations().get(0).announced();
    assertThat(announced.settings()).isEqualTo(new PortSettings(0, Duplex.HALF, 0, 7));
    assertThat(announced.medClass()).isEqualTo(3);
    assertThat(announced.platform()).isEqualTo("Example P-1");
  }

  @Test
  void the_second_version_of_the_extensions_tells_them_too() {
    a.number(NeighbourColumn.LLDP2_CHASSIS_SUBTYPE, 4, 0, 17, 1, 1);
    a.text(NeighbourColumn.LLDP2_CHASSIS, B, 0, 17, 1, 1);
    a.number(NeighbourColumn.LLDP2_PORT_VLAN, 7, 0, 17, 1, 1);
    a.number(NeighbourColumn.LLDP2_MAU_TYPE, 30, 0, 17, 1, 1);

    assertThat(a.report().observations().get(0).announced().settings())
        .isEqualTo(new PortSettings(0, Duplex.FULL, 0, 7));
  }

  @Test
  void cdp_tells_settings_and_addresses() {
    a.cdp(1, "sw2(FOX1234ABCD)", "GigabitEthernet0/2", "192.0.2.7");
    a.number(NeighbourColumn.CDP_NATIVE_VLAN, 99, 1, 1);
    a.number(NeighbourColumn.CDP_DUPLEX, 3, 1, 1);
    a.octets(NeighbourColumn.CDP_CAPABILITIES, "00000028", 1, 1);

    Announced announced = a.report().observations().get(0).announced();
    assertThat(announced.settings()).isEqualTo(new PortSettings(0, Duplex.FULL, 0, 99));
    assertThat(announced.capabilities()).containsExactly(Capability.SWITCH, Capability.IGMP);
    assertThat(only(a).addresses()).containsExactly("192.0.2.7");
  }

  @Test
  void a_cdp_name_with_a_serial_number_is_the_nodes_name() {
    a.cdp(1, "sw2.example.net(FOX1234ABCD)", "Gi0/2", "192.0.2.7");
    Agent sw2 = new Agent("SW2").port(1, "GigabitEthernet0/2");

    assertThat(Network.links(a, sw2))
        .containsExactly("net:SW2/GigabitEthernet0/2 -- net:a/Gi0/1 one-sided");
  }

  @ParameterizedTest
  @CsvSource({"2800, BRIDGE ROUTER", "20, BRIDGE", "0400, TELEPHONE", "01, STATION", "'', ''"})
  void lldp_capabilities_are_bits_from_the_left(String octets, String words) {
    assertThat(CapabilityBits.lldp(TableValue.of(HexFormat.of().parseHex(octets))))
        .isEqualTo(words(words));
  }

  @ParameterizedTest
  @CsvSource({"4, BRIDGE", "20, BRIDGE ROUTER", "128, STATION", "0, ''"})
  void sent_as_a_number_they_are_bits_from_the_right(int number, String words) {
    assertThat(CapabilityBits.lldp(TableValue.of(number))).isEqualTo(words(words));
  }

  @ParameterizedTest
  @CsvSource({"RSI, ROUTER SWITCH IGMP", "'Router Switch ', ROUTER SWITCH", "8, SWITCH"})
  void cdp_capabilities_come_as_letters_words_and_digits(String text, String words) {
    assertThat(CapabilityBits.cdp(TableValue.of(text))).isEqualTo(words(words));
  }

  private static Set<Capability> words(String words) {
    return Arrays.stream(words.split(" ", -1))
        .filter(word -> !word.isEmpty())
        .map(Capability::valueOf)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "7, Gi0/7, '', ethernet7",
    "7, 'aa:bb:cc:00:00:07', '', ethernet7",
    "7, '', 'Gi0/7', ethernet7",
    "4, ethernet4, '', ethernet4"
  })
  void the_local_port_is_found_by_whatever_the_row_says(
      int number, String id, String description, String name) {
    Agent agent = new Agent("x");
    for (int i = 1; i <= 9; i++) {
      agent.port(100 + i, "ethernet" + i, "aa:bb:cc:00:00:0" + i);
      agent.text(NeighbourColumn.IF_ALIAS, "Gi0/" + i, 100 + i);
    }
    agent.text(NeighbourColumn.LLDP_LOC_PORT, id, number);
    agent.text(NeighbourColumn.LLDP_LOC_PORT_DESCR, description, number);
    agent.lldp(number, B, "p", "b");

    assertThat(Network.only(Network.of(agent)).local().port()).isEqualTo(name);
  }

  @Test
  void without_a_row_the_number_is_the_bridge_port() {
    Agent agent = new Agent("x").port(1, "Vl1").port(10101, "Gi0/1");
    agent.number(NeighbourColumn.BASE_PORT_IF_INDEX, 10101, 1);
    agent.lldp(1, B, "p", "b");

    assertThat(Network.only(Network.of(agent)).local().port()).isEqualTo("Gi0/1");
  }

  @Test
  void a_device_without_any_table_of_ports_has_those_on_which_it_sees_somebody() {
    Agent agent = new Agent("x").lldp(12, B, "p", "b");

    assertThat(Network.only(Network.of(agent)).local().port()).isEqualTo("12");
  }
}
