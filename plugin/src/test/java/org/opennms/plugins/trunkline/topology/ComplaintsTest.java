package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.topology.Agent.ascii;
import static org.opennms.plugins.trunkline.topology.Agent.hex;

import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkBundle;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NeighbourSighting.Mapping;
import org.opennms.plugins.trunkline.model.Orphan;

/** What users of other products complained of; each is a case here. */
class ComplaintsTest {
  private static final String A = "00:1b:00:00:00:0a";
  private static final String B = "00:1c:00:00:00:0b";
  private static final String C = "00:1d:00:00:00:0c";

  private final Agent a = new Agent("a").chassis(A).port(1, "Gi0/1").port(2, "Gi0/2");
  private final Agent b = new Agent("b").chassis(B).port(1, "Gi0/1").port(2, "Gi0/2");

  @Test
  void a_neighbour_without_a_name_does_not_inherit_that_of_the_row_before() {
    a.lldp(1, C, "eth0", "printer").lldp(2, "00:1d:00:00:00:0d", "eth0", "");

    assertThat(Network.of(a).orphans())
        .extracting(Orphan::label)
        .containsExactly("printer", "00:1d:00:00:00:0d");
  }

  @Test
  void a_link_stays_the_same_when_the_neighbour_changes_its_name() {
    NetworkTopology topology = new NetworkTopology();
    topology.accept(a.lldp(1, C, "eth0", "old").report());
    var before = topology.snapshot().links().get(0);
    Agent renamed = new Agent("a").chassis(A).port(1, "Gi0/1").port(2, "Gi0/2");

    TopologyChanges changes = topology.accept(renamed.lldp(1, C, "eth0", "new").report());

    assertThat(changes.lost()).isEmpty();
    assertThat(changes.appeared()).isEmpty();
    assertThat(topology.snapshot().links())
        .singleElement()
        .satisfies(link -> assertThat(link.key()).isEqualTo(before.key()))
        .satisfies(link -> assertThat(link.b().device()).isEqualTo("new"));
  }

  @Test
  void the_remote_port_is_the_port_id_and_not_the_chassis_id() {
    Agent other = b.port(3, "Gi0/3", "00:1c:00:00:00:0b").port(4, "Gi0/4", "00:1c:00:00:00:04");
    a.lldp(1, 4, hex(B), 3, hex("00:1c:00:00:00:04"), "b");

    assertThat(Network.links(a, other)).containsExactly("net:a/Gi0/1 -- net:b/Gi0/4 one-sided");
  }

  @Test
  void router_os_numbers_neighbours_and_not_ports() {
    Agent router = new Agent("router").port(1, "ether1").port(2, "ether2").port(7, "sfp1");
    router.lldp(1, 4, hex(B), 5, ascii("Gi0/2"), "b");
    router.octets(NeighbourColumn.MTXR_MAC, B.replace(":", ""), 1);
    router.text(NeighbourColumn.MTXR_IDENTITY, "b", 1);
    router.number(NeighbourColumn.MTXR_INTERFACE, 7, 1);

    assertThat(Network.links(router, b))
        .containsExactly("net:b/Gi0/2 -- net:router/sfp1 one-sided");
  }

  @Test
  void the_local_port_number_is_looked_up_and_not_taken_for_an_if_index() {
    Agent shifted = new Agent("s").port(1, "Vl1").port(2, "Gi0/1").port(3, "Gi0/2");
    shifted.number(NeighbourColumn.LLDP_LOC_PORT_SUBTYPE, 5, 1);
    shifted.text(NeighbourColumn.LLDP_LOC_PORT, "Gi0/1", 1);
    shifted.number(NeighbourColumn.LLDP_LOC_PORT_SUBTYPE, 5, 2);
    shifted.text(NeighbourColumn.LLDP_LOC_PORT, "Gi0/2", 2);
    shifted.lldp(1, B, "Gi0/1", "b").lldp(2, B, "Gi0/2", "b");

    assertThat(Network.links(shifted, b))
        .containsExactly(
            "net:b/Gi0/1 -- net:s/Gi0/1 one-sided", "net:b/Gi0/2 -- net:s/Gi0/2 one-sided");
  }

  @Test
  void a_neighbour_without_management_address_is_linked() {
    a.lldp(1, B, "Gi0/1", "");

    assertThat(Network.links(a, b)).containsExactly("net:a/Gi0/1 -- net:b/Gi0/1 one-sided");
  }

  @Test
  void a_port_behind_a_bridge_is_the_port() {
    Agent router = new Agent("router").chassis(B).port(1, "bridge1").port(2, "ether1");
    a.lldp(1, B, "bridge1/ether1", "router");

    assertThat(Network.links(a, router))
        .containsExactly("net:a/Gi0/1 -- net:router/ether1 one-sided");
  }

  @Test
  void two_devices_that_share_an_out_of_band_address_are_not_linked_by_it() {
    a.address(9, "192.0.2.1", "255.255.255.0").port(9, "mgmt");
    b.address(9, "192.0.2.1", "255.255.255.0").port(9, "mgmt");
    Agent c = new Agent("c").port(1, "eth1").lldp(1, C, "x1", "stranger").reachedAt(1, "192.0.2.1");

    TopologySnapshot topology = Network.of(a, b, c);

    assertThat(topology.links()).noneMatch(Link::isBetweenNodes);
    assertThat(topology.orphans()).extracting(Orphan::label).containsExactly("stranger");
  }

  @Test
  void an_address_that_two_neighbours_announce_is_neithers() {
    Agent silent = new Agent("net").nameless().port(9, "mgmt");
    silent.address(9, "192.0.2.1", "255.255.255.0");
    a.lldp(1, 7, ascii("one"), 5, ascii("x1"), "").reachedAt(1, "192.0.2.1");
    a.lldp(2, 7, ascii("two"), 5, ascii("x1"), "").reachedAt(2, "192.0.2.1");

    assertThat(Network.of(a, silent).links()).hasSize(2).noneMatch(Link::isBetweenNodes);
  }

  @Test
  void an_address_alone_does_not_make_a_stranger_with_another_name_a_node() {
    a.address(9, "192.0.2.1", "255.255.255.0").port(9, "mgmt");
    Agent c = new Agent("c").port(1, "eth1").lldp(1, C, "x1", "stranger").reachedAt(1, "192.0.2.1");

    TopologySnapshot topology = Network.of(a, c);

    assertThat(topology.links()).noneMatch(Link::isBetweenNodes);
    assertThat(Network.only(topology).reasons())
        .anyMatch(r -> r.says().contains("net:a") && r.says().contains("chassis id is another"));
  }

  @Test
  void all_neighbours_of_one_port_are_kept() {
    Agent phone = new Agent("phone").chassis(C).port(1, "port1").port(2, "port2");
    a.lldp(1, C, "port1", "phone").lldp(1, "00:1e:00:00:00:01", "eth0", "pc");

    assertThat(Network.links(a, phone))
        .containsExactly(
            "mac:00:1e:00:00:00:01/eth0 -- net:a/Gi0/1 one-sided",
            "net:a/Gi0/1 -- net:phone/port1 one-sided");
  }

  @Test
  void a_ring_of_aggregates_makes_no_link_that_is_not_there() {
    Agent x = lag("x", A);
    Agent y = lag("y", B);
    Agent z = lag("z", C);
    x.lldp(1, B, "e1", "y").lldp(2, B, "e2", "y").lldp(3, C, "e3", "z").lldp(4, C, "e4", "z");
    // One end tells of the aggregate instead of the member.
    y.lldp(1, A, "lag1", "x").lldp(2, A, "e2", "x").lldp(3, C, "e1", "z").lldp(4, C, "e2", "z");
    z.lldp(1, B, "e3", "y").lldp(2, B, "e4", "y").lldp(3, A, "e3", "x").lldp(4, A, "e4", "x");

    TopologySnapshot topology = Network.of(x, y, z);

    assertThat(Network.links(topology))
        .containsExactly(
            "net:x/e1 -- net:y/e1 confirmed",
            "net:x/e2 -- net:y/e2 confirmed",
            "net:x/e3 -- net:z/e3 confirmed",
            "net:x/e4 -- net:z/e4 confirmed",
            "net:y/e3 -- net:z/e1 confirmed",
            "net:y/e4 -- net:z/e2 confirmed");
    assertThat(topology.bundles()).extracting(LinkBundle::members).allMatch(m -> m.size() == 2);
    assertThat(topology.bundles()).hasSize(3);
  }

  private static Agent lag(String name, String mac) {
    Agent agent = new Agent(name).chassis(mac).port(11, "lag1").port(12, "lag2");
    for (int i = 1; i <= 4; i++) {
      agent.port(i, "e" + i).number(NeighbourColumn.AGGREGATE, i <= 2 ? 11 : 12, i);
    }
    return agent;
  }

  @Test
  void a_server_without_snmp_does_not_vanish() {
    a.lldp(1, 6, ascii("vmnic5"), 3, hex("00:1e:00:00:00:02"), "server1");

    TopologySnapshot topology = Network.of(a);

    assertThat(topology.orphans()).extracting(Orphan::label).containsExactly("server1");
    assertThat(topology.links())
        .singleElement()
        .satisfies(link -> assertThat(link.b().port()).isEqualTo("vmnic5"));
  }

  @Test
  void lldp_and_cdp_are_read_both_and_make_one_link() {
    a.lldp(1, B, "Gi0/2", "b").cdp(1, "b", "GigabitEthernet0/2", "192.0.2.9");
    b.cdp(2, "a", "GigabitEthernet0/1", "192.0.2.8");

    assertThat(Network.of(a, b).links())
        .singleElement()
        .satisfies(link -> assertThat(link.state()).isEqualTo(LinkState.CONFIRMED))
        .satisfies(link -> assertThat(link.sources()).hasSize(2));
  }

  @Test
  void a_factory_name_that_one_node_bears_makes_no_stranger_that_node() {
    Agent own = new Agent("MikroTik").port(1, "ether1", "00:1b:10:00:00:01");
    a.lldp(1, 4, hex("74:4d:28:00:00:01"), 5, ascii("ether1"), "MikroTik");

    assertThat(Network.only(Network.of(a, own)).mapping()).isEqualTo(Mapping.ORPHAN);
  }
}
