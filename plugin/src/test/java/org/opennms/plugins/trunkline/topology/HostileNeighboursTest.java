package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.topology.Agent.ascii;
import static org.opennms.plugins.trunkline.topology.Agent.hex;

import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NeighbourSighting.Mapping;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Neighbours are strangers: every id can be a lie, and every text an attack. */
class HostileNeighboursTest {
  private static final String A = "00:1b:00:00:00:0a";
  private static final String B = "00:1c:00:00:00:0b";
  private static final String C = "00:1d:00:00:00:0c";
  private static final String MARKUP = "<img src=x onerror=\"alert('1')\">&\\";

  private final Agent a = new Agent("a").chassis(A).port(1, "Gi0/1").port(2, "Gi0/2");
  private final Agent b = new Agent("b").chassis(B).port(1, "Gi0/1").port(2, "Gi0/2");

  @Test
  void ten_thousand_neighbours_on_one_port_hide_nobody_and_take_no_node() {
    for (int i = 0; i < 10_000; i++) {
      a.lldp(
          1, 4, hex(String.format("02:00:00:00:%02x:%02x", i >> 8, i & 0xff)), 5, ascii("p"), "x");
      a.reachedAt(1, "192.0.2.77");
    }
    a.lldp(1, B, "Gi0/1", "b");
    b.lldp(1, A, "Gi0/1", "a");

    TopologySnapshot topology = Network.of(a, b);

    assertThat(topology.orphans()).hasSize(10_000);
    assertThat(topology.links().stream().filter(Link::isBetweenNodes))
        .singleElement()
        .satisfies(link -> assertThat(link.state()).isEqualTo(LinkState.CONFIRMED));
  }

  @Test
  void there_is_an_end_to_what_is_believed_of_one_device() {
    for (int i = 0; i < 30_000; i++) {
      a.lldp(
          1, 4, hex(String.format("02:00:00:01:%02x:%02x", i >> 8, i & 0xff)), 5, ascii("p"), "");
    }

    assertThat(a.report().observations()).hasSize(20_000);
  }

  @Test
  void a_name_with_markup_is_text_in_every_export() {
    a.lldp(1, C, "\"];evil [label=\"", MARKUP).lldp(2, C, "=cmd|'/c calc'!A1", "=1+1");

    TopologySnapshot topology = Network.of(a);

    assertThat(TopologyGraph.dot(topology))
        .contains("headlabel=\"\\\"];evil [label=\\\"\"")
        .doesNotContain("\n  \"];");
    assertThat(TopologyTable.links(topology)).contains("'=cmd|").doesNotContain(",=cmd");
    assertThat(TopologyExport.json(topology)).contains("onerror=\\\"alert").endsWith("}\n");
  }

  @Test
  void a_chassis_id_that_two_nodes_have_is_nobodys() {
    Agent clone = new Agent("clone").chassis(B).port(1, "Gi0/1");
    a.lldp(1, B, "Gi0/1", "");

    TopologySnapshot topology = Network.of(a, b, clone);

    assertThat(Network.only(topology).mapping()).isEqualTo(Mapping.AMBIGUOUS);
    assertThat(Network.only(topology).candidates())
        .containsExactly(new NodeKey("net:b"), new NodeKey("net:clone"));
    assertThat(topology.links()).noneMatch(Link::isBetweenNodes);
    assertThat(topology.orphans().get(0).candidates()).hasSize(2);
  }

  @Test
  void what_else_is_said_tells_two_nodes_with_one_chassis_id_apart() {
    Agent clone = new Agent("clone").chassis(B).port(1, "Gi0/1");
    a.lldp(1, B, "Gi0/1", "clone");

    assertThat(Network.links(a, b, clone))
        .containsExactly("net:a/Gi0/1 -- net:clone/Gi0/1 one-sided");
  }

  @Test
  void a_stranger_with_a_nodes_chassis_id_is_contradicted_by_the_node() {
    Agent c = new Agent("c").chassis(C).port(1, "Gi0/1");
    a.lldp(1, B, "Gi0/1", "b");
    b.lldp(1, C, "Gi0/1", "c");
    c.lldp(1, B, "Gi0/1", "b");

    assertThat(Network.links(a, b, c))
        .containsExactly(
            "net:a/Gi0/1 -- net:b/Gi0/1 conflicting", "net:b/Gi0/1 -- net:c/Gi0/1 confirmed");
  }

  @Test
  void a_conflict_costs_confidence_and_says_why() {
    Agent c = new Agent("c").chassis(C).port(1, "Gi0/1");
    a.lldp(1, B, "Gi0/1", "b");
    b.lldp(1, C, "Gi0/1", "c");
    c.lldp(1, B, "Gi0/1", "b");

    TopologySnapshot topology = Network.of(a, b, c);

    Link lie = topology.links().get(0);
    assertThat(lie.reasons()).anyMatch(r -> r.says().equals("net:b/Gi0/1 sees only net:c"));
    assertThat(lie.confidence()).isLessThan(topology.links().get(1).confidence() - 0.1);
  }

  @Test
  void a_neighbour_that_claims_to_be_ourselves_is_no_link_and_no_orphan() {
    a.lldp(1, A, "Gi0/1", "a").lldp(2, A, "nowhere", "a");

    TopologySnapshot topology = Network.of(a);

    assertThat(topology.links()).isEmpty();
    assertThat(topology.orphans()).isEmpty();
    assertThat(topology.sightings()).allMatch(s -> s.mapping() == Mapping.OURSELVES);
  }

  @Test
  void a_cable_between_two_own_ports_is_a_link_when_both_ports_see_it() {
    a.lldp(1, A, "Gi0/2", "a").lldp(2, A, "Gi0/1", "a");

    assertThat(Network.links(a)).containsExactly("net:a/Gi0/1 -- net:a/Gi0/2 confirmed");
  }

  @Test
  void a_cycle_of_nodes_is_a_cycle_of_links() {
    Agent c = new Agent("c").chassis(C).port(1, "Gi0/1").port(2, "Gi0/2");
    a.lldp(2, B, "Gi0/1", "b").lldp(1, C, "Gi0/2", "c");
    b.lldp(2, C, "Gi0/1", "c").lldp(1, A, "Gi0/2", "a");
    c.lldp(2, A, "Gi0/1", "a").lldp(1, B, "Gi0/2", "b");

    assertThat(Network.links(a, b, c))
        .containsExactly(
            "net:a/Gi0/1 -- net:c/Gi0/2 confirmed",
            "net:a/Gi0/2 -- net:b/Gi0/1 confirmed",
            "net:b/Gi0/2 -- net:c/Gi0/1 confirmed");
  }

  @Test
  void zero_chassis_ids_do_not_make_all_neighbours_one() {
    a.lldp(1, "00:00:00:00:00:00", "1/1", "x").lldp(2, "00:00:00:00:00:00", "1/2", "y");

    assertThat(Network.of(a).orphans()).hasSize(2);
  }

  @Test
  void tables_swapped_for_nonsense_give_an_empty_report() {
    a.text(NeighbourColumn.LLDP_CHASSIS_SUBTYPE, "\u0000\u0001", 1, 2)
        .number(NeighbourColumn.LLDP_CHASSIS, -1, -1, -2, -3, -4, -5)
        .octets(NeighbourColumn.CDP_DEVICE, "", 1, 1)
        .number(NeighbourColumn.MTXR_INTERFACE, Long.MIN_VALUE, 1);

    assertThat(a.report().observations()).isEmpty();
  }
}
