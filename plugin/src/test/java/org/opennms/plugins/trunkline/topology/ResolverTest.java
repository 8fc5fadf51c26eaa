package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.topology.Agent.ascii;
import static org.opennms.plugins.trunkline.topology.Agent.hex;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.model.NeighbourSighting.Mapping;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Which node a neighbour is: by what it announces, and never by a guess. */
class ResolverTest {
  private static final String B = "00:1c:00:00:00:0b";
  private static final String STRANGE = "74:4d:28:00:00:01";

  private final Agent a = new Agent("a").port(1, "Gi0/1");

  private NeighbourSighting seen(Agent... others) {
    Agent[] all = new Agent[others.length + 1];
    all[0] = a;
    System.arraycopy(others, 0, all, 1, others.length);
    return Network.of(all).sightings().stream()
        .filter(s -> s.local().device().equals("net:a"))
        .findFirst()
        .orElseThrow();
  }

  private static void isNode(NeighbourSighting seen, Agent node) {
    assertThat(seen.remote().node()).contains(node.key());
    assertThat(seen.mapping()).isEqualTo(Mapping.NODE);
  }

  @ParameterizedTest(name = "subtype {0}: {1}")
  @CsvSource({
    "4, 00:1c:00:00:00:0b",
    "4, 00-1C-00-00-00-0B",
    "4, 001c.0000.000b",
    "4, 001c00-00000b",
    "4, 001C0000000B",
    "4, 0x001c0000000b",
    "4, 0:1c:0:0:0:b",
    "4, 00 1C 00 00 00 0B",
    "7, 00:1c:00:00:00:0b",
    "0, 001c.0000.000b",
    "1, 00-1C-00-00-00-0B",
  })
  void a_chassis_id_is_the_same_in_every_spelling(int subtype, String chassis) {
    Agent b = new Agent("b").chassis(B).port(1, "e1");
    a.lldp(1, subtype, ascii(chassis), 5, ascii("e1"), "");

    isNode(seen(b), b);
  }

  @Test
  void so_it_is_when_the_node_itself_announces_text() {
    Agent b = new Agent("b").port(1, "e1");
    b.number(NeighbourColumn.LLDP_LOC_CHASSIS_SUBTYPE, 4, 0)
        .text(NeighbourColumn.LLDP_LOC_CHASSIS, "00-1C-00-00-00-0B", 0);
    a.lldp(1, B, "e1", "");

    isNode(seen(b), b);
  }

  @Test
  void a_serial_number_as_chassis_id_counts() {
    Agent b = new Agent("b").port(1, "e1");
    b.number(NeighbourColumn.LLDP_LOC_CHASSIS_SUBTYPE, 7, 0)
        .text(NeighbourColumn.LLDP_LOC_CHASSIS, "SN-0815", 0);
    a.lldp(1, 7, ascii("SN-0815"), 5, ascii("e1"), "");

    isNode(seen(b), b);
  }

  @Test
  void a_network_address_as_chassis_id_is_the_nodes_address() {
    Agent b = new Agent("b").port(1, "e1").address(1, "192.0.2.2", "255.255.255.0");
    a.lldp(1, 5, new byte[] {1, (byte) 192, 0, 2, 2}, 5, ascii("e1"), "");

    isNode(seen(b), b);
  }

  @Test
  void the_bridge_address_is_the_chassis_of_a_node_without_lldp() {
    Agent b = new Agent("b").port(1, "e1");
    b.octets(NeighbourColumn.BRIDGE_ADDRESS, B.replace(":", ""), 0);
    a.lldp(1, B, "e1", "");

    isNode(seen(b), b);
  }

  @Test
  void without_a_chassis_that_tells_the_management_address_does() {
    Agent b = new Agent("b").port(1, "e1").address(1, "192.0.2.2", "255.255.255.0");
    a.lldp(1, 7, ascii("local"), 5, ascii("e1"), "").reachedAt(1, "192.0.2.2");

    isNode(seen(b), b);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"b", "B", "b.example.net", "b.", "b(FOX12345678)", "B.EXAMPLE.NET"})
  void then_the_name_in_every_form(String name) {
    Agent b = new Agent("b").port(1, "e1");
    a.lldp(1, 7, ascii("local"), 5, ascii("e1"), name);

    isNode(seen(b), b);
  }

  @Test
  void a_name_with_another_domain_is_another_device() {
    Agent b = new Agent("b.example.net").port(1, "e1");
    a.lldp(1, 7, ascii("local"), 5, ascii("e1"), "b.example.org");

    assertThat(seen(b).mapping()).isEqualTo(Mapping.ORPHAN);
  }

  @Test
  void then_the_mac_address_of_the_port() {
    Agent b = new Agent("b").port(1, "e1", B);
    a.lldp(1, 7, ascii("local"), 3, hex(B), "");

    isNode(seen(b), b);
  }

  @Test
  void two_nodes_of_one_name_are_candidates_and_nobody() {
    Agent b = new Agent("b.example.net").port(1, "e1");
    Agent other = new Agent("b.example.org").port(1, "e1");
    a.lldp(1, 7, ascii("local"), 5, ascii("e1"), "b");

    NeighbourSighting seen = seen(b, other);

    assertThat(seen.mapping()).isEqualTo(Mapping.AMBIGUOUS);
    assertThat(seen.candidates())
        .extracting(NodeKey::text)
        .containsExactly("net:b.example.net", "net:b.example.org");
    assertThat(seen.remote().node()).isEmpty();
  }

  @Test
  void the_address_tells_two_nodes_of_one_name_apart() {
    Agent b = new Agent("b.example.net").port(1, "e1").address(1, "192.0.2.2", "255.255.255.0");
    Agent other = new Agent("b.example.org").port(1, "e1");
    a.lldp(1, 7, ascii("local"), 5, ascii("e1"), "b").reachedAt(1, "192.0.2.2");

    isNode(seen(b, other), b);
  }

  @Test
  void the_chassis_wins_over_the_name_and_says_so() {
    Agent b = new Agent("b").chassis(B).port(1, "e1");
    Agent c = new Agent("c").port(1, "e1");
    a.lldp(1, B, "e1", "c");

    NeighbourSighting seen = seen(b, c);

    isNode(seen, b);
    assertThat(seen.reasons()).anyMatch(r -> r.weight() < 0 && r.says().contains("net:c"));
    assertThat(seen.candidates()).extracting(NodeKey::text).containsExactly("net:c");
  }

  @Test
  void a_node_that_announces_another_chassis_is_not_meant_by_its_name() {
    Agent b = new Agent("b").chassis(B).port(1, "e1");
    a.lldp(1, STRANGE, "e1", "b");

    assertThat(seen(b).mapping()).isEqualTo(Mapping.ORPHAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:00:00:00:00:00", "01:80:c2:00:00:0e", "ff:ff:ff:ff:ff:ff"})
  void an_address_of_no_device_is_no_evidence(String mac) {
    Agent b = new Agent("b").port(1, "e1", mac);
    a.lldp(1, mac, "e1", "");

    assertThat(seen(b).mapping()).isEqualTo(Mapping.ORPHAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "169.254.1.1", "224.0.0.5"})
  void so_is_a_network_address_that_everybody_has(String address) {
    Agent b = new Agent("b").port(1, "e1").address(1, address, "255.0.0.0");
    a.lldp(1, 7, ascii("local"), 5, ascii("e1"), "").reachedAt(1, address);

    assertThat(seen(b).mapping()).isEqualTo(Mapping.ORPHAN);
  }

  @Test
  void cdp_ids_are_names_serial_numbers_and_mac_addresses() {
    Agent b = new Agent("b").port(1, "e1", B);
    b.text(NeighbourColumn.CDP_DEVICE_ID, "FOX12345678", 0);

    for (String id :
        new String[] {"b.example.net", "FOX12345678", "FOX12345678(b)", "001c0000000b"}) {
      Agent teller = new Agent("teller").port(1, "p1").cdp(1, id, "e1", "198.51.100.9");

      assertThat(Network.links(teller, b))
          .as(id)
          .containsExactly("net:b/e1 -- net:teller/p1 one-sided");
    }
  }

  @Test
  void what_makes_a_node_known_makes_the_orphan_that_node_at_once() {
    NetworkTopology topology = new NetworkTopology();
    a.lldp(1, B, "e1", "");
    topology.accept(a.report());
    topology.accept(new Agent("b").port(1, "e1").report());
    assertThat(topology.snapshot().orphans()).hasSize(1);

    topology.accept(new Agent("b").chassis(B).port(1, "e1").report());

    assertThat(topology.snapshot().orphans()).isEmpty();
    assertThat(Network.links(topology.snapshot()))
        .containsExactly("net:a/Gi0/1 -- net:b/e1 one-sided");
  }
}
