package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.topology.Agent.ascii;
import static org.opennms.plugins.trunkline.topology.Agent.hex;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which port of a node a neighbour means, by what it announces. */
class RemotePortsTest {
  private static final String A = "00:1b:00:00:00:0a";
  private static final String B = "00:1c:00:00:00:0b";

  private final Agent a = new Agent("a").chassis(A).port(1, "Gi0/1");
  private final Agent b =
      new Agent("b")
          .chassis(B)
          .port(510, "ge-0/0/1.0", "00:1c:00:00:00:01")
          .port(511, "ge-0/0/2.0", "00:1c:00:00:00:02")
          .address(511, "192.0.2.11", "255.255.255.0")
          .text(NeighbourColumn.IF_ALIAS, "<To_a>", 511)
          .number(NeighbourColumn.LLDP_LOC_PORT_SUBTYPE, 7, 2)
          .text(NeighbourColumn.LLDP_LOC_PORT, "511", 2)
          .text(NeighbourColumn.LLDP_LOC_PORT_DESCR, "ge-0/0/2.0", 2);

  private String link() {
    return Network.links(a, b).get(0);
  }

  @ParameterizedTest(name = "subtype {0}: {1}, {2}")
  @CsvSource({
    "1, <To_a>, ''",
    "1, ge-0/0/2.0, ''",
    "2, ge-0/0/2.0, ''",
    "3, 00:1c:00:00:00:02, ''",
    "3, 001c.0000.0002, ''",
    "4, 192.0.2.11, ''",
    "5, ge-0/0/2.0, ''",
    "5, ge-0/0/2, ''",
    "5, <To_a>, ''",
    "6, 7-12, ge-0/0/2.0",
    "7, 511, ''",
    "7, 2, ''",
    "7, 99, ge-0/0/2.0",
    "7, <To_a>, ''",
    "0, ge-0/0/2.0, ''",
    "3, 00:1c:ff:ff:ff:ff, ge-0/0/2.0",
    "5, nonsense, <To_a>",
  })
  void an_id_of_any_subtype_leads_to_the_port(int subtype, String id, String description) {
    a.lldp(1, 4, hex(B), subtype, ascii(id), "b").described(1, description);

    assertThat(link()).isEqualTo("net:a/Gi0/1 -- net:b/ge-0/0/2.0 one-sided");
  }

  @ParameterizedTest(name = "subtype {0}: octets {1}")
  @CsvSource({"3, 001c00000002", "4, 01c000020b", "4, c000020b", "7, 001c00000002"})
  void so_does_one_in_octets(int subtype, String octets) {
    a.lldp(1, 4, hex(B), subtype, HexFormat.of().parseHex(octets), "b");

    assertThat(link()).isEqualTo("net:a/Gi0/1 -- net:b/ge-0/0/2.0 one-sided");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xe-9/9/9", "<private>", "Not received", "4711"})
  void an_id_that_means_no_port_leaves_the_port_open(String id) {
    a.lldp(1, 4, hex(B), 5, ascii(id), "b");

    assertThat(link()).contains("net:b/").doesNotContain("net:b/ge-");
  }

  @Test
  void an_alias_that_two_ports_have_means_neither() {
    b.text(NeighbourColumn.IF_ALIAS, "<To_a>", 510);
    a.lldp(1, 4, hex(B), 1, ascii("<To_a>"), "b");

    assertThat(link()).doesNotContain("net:b/ge-");
  }

  @Test
  void an_operators_words_in_angle_brackets_are_the_ports_name_and_no_nodes() {
    a.lldp(1, 4, hex("00:1d:00:00:00:0c"), 1, ascii("<To_a>"), "<b>");

    assertThat(link()).isEqualTo("mac:00:1d:00:00:00:0c/<To_a> -- net:a/Gi0/1 one-sided");
  }
}
