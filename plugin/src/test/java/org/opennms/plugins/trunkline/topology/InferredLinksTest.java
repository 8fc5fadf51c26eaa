package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;

/** Where neighbours are silent. */
class InferredLinksTest {
  private static final String A = "00:1b:00:00:00:0a";
  private static final String B = "00:1c:00:00:00:0b";

  private final Agent a = new Agent("core-a").port(1, "Gi0/1", A).inferring();
  private final Agent b = new Agent("core-b").port(1, "Gi0/1", B).inferring();

  private Link only() {
    TopologySnapshot topology = Network.of(a, b);
    assertThat(topology.links()).hasSize(1);
    assertThat(topology.orphans()).isEmpty();
    Link link = topology.links().get(0);
    assertThat(link.state()).isEqualTo(LinkState.INFERRED);
    assertThat(link.confidence()).isLessThanOrEqualTo(0.5);
    return link;
  }

  @Test
  void two_addresses_alone_in_a_point_to_point_subnet_are_linked() {
    a.address(1, "198.51.100.1", "255.255.255.252");
    b.address(1, "198.51.100.2", "255.255.255.252");

    assertThat(only().sources()).containsExactly(LinkSource.SUBNET);
  }

  @Test
  void so_they_are_in_a_subnet_of_two_addresses() {
    a.address(1, "198.51.100.0", "255.255.255.254");
    b.address(1, "198.51.100.1", "255.255.255.254");

    assertThat(only().key().text()).isEqualTo("net:core-a/Gi0/1 -- net:core-b/Gi0/1");
  }

  @Test
  void in_a_larger_subnet_they_are_not() {
    a.address(1, "198.51.100.1", "255.255.255.248");
    b.address(1, "198.51.100.2", "255.255.255.248");

    assertThat(Network.of(a, b).links()).isEmpty();
  }

  @Test
  void the_spanning_tree_names_the_bridge_and_port_behind_a_root_port() {
    a.number(NeighbourColumn.BASE_PORT_IF_INDEX, 1, 5);
    a.octets(NeighbourColumn.STP_BRIDGE, "8000" + B.replace(":", ""), 5);
    a.octets(NeighbourColumn.STP_PORT, "8007", 5);
    b.octets(NeighbourColumn.BRIDGE_ADDRESS, B.replace(":", ""), 0);
    b.number(NeighbourColumn.BASE_PORT_IF_INDEX, 1, 7);

    Link link = only();

    assertThat(link.sources()).containsExactly(LinkSource.FORWARDING);
    assertThat(link.key().text()).isEqualTo("net:core-a/Gi0/1 -- net:core-b/Gi0/1");
  }

  @Test
  void the_only_address_learned_on_a_port_is_a_hint() {
    a.number(NeighbourColumn.BASE_PORT_IF_INDEX, 1, 5);
    a.number(NeighbourColumn.FDB_PORT, 5, 0, 0x1c, 0, 0, 0, 0x0b);

    assertThat(only().sources()).containsExactly(LinkSource.FORWARDING);
  }

  @Test
  void of_many_addresses_learned_on_a_port_none_is() {
    a.number(NeighbourColumn.BASE_PORT_IF_INDEX, 1, 5);
    a.number(NeighbourColumn.Q_FDB_PORT, 5, 1, 0, 0x1c, 0, 0, 0, 0x0b);
    a.number(NeighbourColumn.Q_FDB_PORT, 5, 2, 0, 0x1e, 0, 0, 0, 0x0b);

    assertThat(Network.of(a, b).links()).isEmpty();
  }

  @Test
  void an_alias_that_names_a_node_gives_a_candidate_of_low_confidence() {
    a.text(NeighbourColumn.IF_ALIAS, "Uplink to CORE-B Gi0/1 [10G]", 1);

    Link link = only();

    assertThat(link.sources()).containsExactly(LinkSource.ALIAS);
    assertThat(link.confidence()).isLessThan(0.35);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<To_core-b>",
        "TO-CORE-B",
        "facing_core-b:Ethernet1/2",
        "to.core-b:eth0",
        "core-b:Gi0/1"
      })
  void so_does_one_in_the_words_of_a_template(String alias) {
    a.text(NeighbourColumn.IF_ALIAS, alias, 1);

    assertThat(only().sources()).containsExactly(LinkSource.ALIAS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<private>", "<description>", "to", "-", "core-bb", "not core", "<>"})
  void an_alias_that_names_nobody_says_nothing(String alias) {
    a.text(NeighbourColumn.IF_ALIAS, alias, 1);

    assertThat(Network.of(a, b).links()).isEmpty();
  }

  @Test
  void an_alias_that_names_two_nodes_names_none() {
    a.text(NeighbourColumn.IF_ALIAS, "core-b or core-c", 1);

    assertThat(Network.of(a, b, new Agent("core-c")).links()).isEmpty();
  }

  @Test
  void the_only_host_met_on_an_interface_is_a_hint() {
    a.octets(NeighbourColumn.ARP, B.replace(":", ""), 1, 198, 51, 100, 2);

    assertThat(only().sources()).containsExactly(LinkSource.ARP);
  }

  @Test
  void of_two_hosts_on_an_interface_none_is() {
    a.octets(NeighbourColumn.ARP, B.replace(":", ""), 1, 198, 51, 100, 2);
    a.octets(NeighbourColumn.ARP, "001e00000001", 1, 198, 51, 100, 3);

    assertThat(Network.of(a, b).links()).isEmpty();
  }

  @Test
  void nothing_is_inferred_unless_it_is_asked_for() {
    Agent plain = new Agent("core-a").port(1, "Gi0/1", A);
    plain.address(1, "198.51.100.1", "255.255.255.252");
    b.address(1, "198.51.100.2", "255.255.255.252");

    assertThat(plain.report().observations()).isEmpty();
  }

  @Test
  void an_announcement_outweighs_what_is_inferred() {
    a.address(1, "198.51.100.1", "255.255.255.252");
    b.address(1, "198.51.100.2", "255.255.255.252");
    a.lldp(1, B, "Gi0/1", "core-b");

    assertThat(Network.of(a, b).links())
        .singleElement()
        .satisfies(link -> assertThat(link.state()).isEqualTo(LinkState.ONE_SIDED))
        .satisfies(link -> assertThat(link.confidence()).isGreaterThan(0.9));
  }
}
