package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.topology.Agent.ascii;
import static org.opennms.plugins.trunkline.topology.Agent.hex;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which of its own ports a device sees a neighbour, whatever its tables call that port. */
class LocalPortsTest {
  private static final String B = "00:1c:00:00:00:0b";
  private static final String C = "00:1c:00:00:00:0c";

  private final Agent a =
      new Agent("a")
          .port(101, "Gi0/1", "00:1b:00:00:00:01")
          .port(102, "Gi0/2", "00:1b:00:00:00:02")
          .address(102, "192.0.2.2", "255.255.255.0")
          .text(NeighbourColumn.IF_ALIAS, "to core", 102);

  private String seenOn(Agent agent) {
    return agent.report().observations().get(0).local().name();
  }

  private Agent row(int number, int subtype, byte[] id, String description) {
    return a.number(NeighbourColumn.LLDP_LOC_PORT_SUBTYPE, subtype, number)
        .value(NeighbourColumn.LLDP_LOC_PORT, TableValue.of(id), number)
        .text(NeighbourColumn.LLDP_LOC_PORT_DESCR, description, number);
  }

  @ParameterizedTest(name = "subtype {0}: {1} {2}")
  @CsvSource({
    "1, to core, ''",
    "1, Gi0/2, ''",
    "2, Gi0/2, ''",
    "2, slot 0 port 2, GigabitEthernet0/2",
    "3, 00:1b:00:00:00:02, ''",
    "3, 00-1B-00-00-00-02, ''",
    "3, 001b.0000.0002, ''",
    "3, 0x001b00000002, ''",
    "3, 0:1b:0:0:0:2, ''",
    "3, 00 1B 00 00 00 02, ''",
    "4, 192.0.2.2, ''",
    "5, Gi0/2, ''",
    "5, GigabitEthernet0/2, ''",
    "5, GIGABITETHERNET 0/2, ''",
    "6, circuit 7, Gi0/2",
    "7, Gi0/2, ''",
    "7, 102, ''",
    "7, 2, Gi0/2",
    "0, Gi0/2, ''",
    "9, Gi0/2, ''",
  })
  void a_row_of_the_local_table_leads_to_the_interface(int subtype, String id, String description) {
    row(7, subtype, ascii(id), description).lldp(7, B, "x", "b");

    assertThat(seenOn(a)).isEqualTo("Gi0/2");
  }

  @ParameterizedTest(name = "subtype {0}: octets {1}")
  @CsvSource({
    "3, 001b00000002",
    "4, 01c0000202",
    "4, c0000202",
    "5, 4769302f3200",
    "7, 001b00000002",
    "0, 001b00000002",
  })
  void so_does_an_id_in_octets(int subtype, String octets) {
    row(7, subtype, HexFormat.of().parseHex(octets), "").lldp(7, B, "x", "b");

    assertThat(seenOn(a)).isEqualTo("Gi0/2");
  }

  @Test
  void an_id_sent_as_an_integer_is_its_digits() {
    a.number(NeighbourColumn.LLDP_LOC_PORT_SUBTYPE, 7, 7)
        .number(NeighbourColumn.LLDP_LOC_PORT, 102, 7)
        .lldp(7, B, "x", "b");

    assertThat(seenOn(a)).isEqualTo("Gi0/2");
  }

  @Test
  void a_row_that_names_no_interface_stays_a_port_of_its_own() {
    row(102, 5, ascii("3/4"), "").lldp(102, B, "x", "b");

    assertThat(seenOn(a)).isEqualTo("3/4");
  }

  @Test
  void an_id_that_two_interfaces_bear_leads_to_neither() {
    a.text(NeighbourColumn.IF_ALIAS, "spare", 101).text(NeighbourColumn.IF_ALIAS, "spare", 102);
    row(7, 1, ascii("spare"), "").lldp(7, B, "x", "b");

    assertThat(seenOn(a)).isEqualTo("spare");
  }

  @Test
  void without_a_row_the_number_is_the_bridge_port_before_it_is_the_if_index() {
    Agent bridge = new Agent("bridge").port(1, "Vl1").port(10101, "Gi0/1");
    bridge.number(NeighbourColumn.BASE_PORT_IF_INDEX, 10101, 1).lldp(1, B, "x", "b");
    Agent router = new Agent("router").port(1, "ge-0/0/0").lldp(1, B, "x", "b");

    assertThat(seenOn(bridge)).isEqualTo("Gi0/1");
    assertThat(seenOn(router)).isEqualTo("ge-0/0/0");
  }

  @Test
  void ports_that_are_all_called_by_one_mac_address_are_several() {
    Agent silent = new Agent("silent");
    for (int port = 1; port <= 2; port++) {
      silent
          .number(NeighbourColumn.LLDP_LOC_PORT_SUBTYPE, 3, port)
          .value(NeighbourColumn.LLDP_LOC_PORT, TableValue.of(hex(C)), port);
    }
    silent.lldp(1, B, "x", "b").lldp(2, B, "x", "b");

    assertThat(silent.report().observations()).extracting(o -> o.local().name()).hasSize(2);
    assertThat(silent.report().device().ports()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 4294967295", "2000000000, 2000000000"})
  void any_number_is_a_port(int number, String name) {
    Agent bare = new Agent("bare").lldp(number, B, "x", "b");

    assertThat(seenOn(bare)).isEqualTo(name);
  }

  @Test
  void port_0_has_its_row_too() {
    Agent bare = new Agent("bare").lldp(0, B, "x", "b");
    bare.number(NeighbourColumn.LLDP_LOC_PORT_SUBTYPE, 5, 0)
        .text(NeighbourColumn.LLDP_LOC_PORT, "wan", 0);

    assertThat(seenOn(bare)).isEqualTo("wan");
  }

  @Test
  void a_row_whose_index_lacks_the_time_mark_is_a_neighbour() {
    a.number(NeighbourColumn.LLDP_CHASSIS_SUBTYPE, 4, 102, 1)
        .value(NeighbourColumn.LLDP_CHASSIS, TableValue.of(hex(B)), 102, 1)
        .number(NeighbourColumn.LLDP_PORT_SUBTYPE, 5, 102, 1)
        .text(NeighbourColumn.LLDP_PORT, "x1", 102, 1);

    assertThat(Network.links(a))
        .containsExactly("mac:00:1c:00:00:00:0b/x1 -- net:a/Gi0/2 one-sided");
  }

  @Test
  void router_os_without_an_interface_table_has_its_numbers() {
    Agent router = new Agent("router").lldp(1, B, "x1", "b").lldp(2, C, "x1", "c");
    router.octets(NeighbourColumn.MTXR_MAC, B.replace(":", ""), 1);
    router.number(NeighbourColumn.MTXR_INTERFACE, 2, 1);
    router.octets(NeighbourColumn.MTXR_MAC, C.replace(":", ""), 2);
    router.number(NeighbourColumn.MTXR_INTERFACE, 9, 2);

    assertThat(Network.links(router))
        .containsExactly(
            "mac:00:1c:00:00:00:0b/x1 -- net:router/2 one-sided",
            "mac:00:1c:00:00:00:0c/x1 -- net:router/9 one-sided");
  }

  @Test
  void a_name_that_two_rows_of_router_os_bear_does_not_choose_the_interface() {
    Agent router = new Agent("router").port(1, "ether1").port(2, "ether2").port(7, "sfp1");
    router.lldp(9, B, "x1", "twin");
    for (int row = 5; row <= 6; row++) {
      router.text(NeighbourColumn.MTXR_IDENTITY, "twin", row);
      router.number(NeighbourColumn.MTXR_INTERFACE, row - 4, row);
    }

    assertThat(Network.of(router).sightings())
        .filteredOn(s -> s.source().spelling().equals("lldp"))
        .extracting(s -> s.local().port())
        .containsExactly("9");
  }

  @Test
  void a_nameless_row_of_router_os_is_the_neighbour_of_its_number() {
    Agent router = new Agent("router").port(1, "ether1").port(7, "sfp1").lldp(9, B, "x1", "b");
    router.octets(NeighbourColumn.MTXR_MAC, C.replace(":", ""), 1);
    router.number(NeighbourColumn.MTXR_INTERFACE, 7, 1);

    assertThat(seenOn(router)).isEqualTo("sfp1");
  }

  @Test
  void a_row_of_router_os_that_names_somebody_else_is_not() {
    Agent router = new Agent("router").port(1, "ether1").port(7, "sfp1").lldp(9, B, "x1", "b");
    router.text(NeighbourColumn.MTXR_IDENTITY, "c", 1);
    router.number(NeighbourColumn.MTXR_INTERFACE, 7, 1);

    assertThat(seenOn(router)).isEqualTo("9");
  }
}
