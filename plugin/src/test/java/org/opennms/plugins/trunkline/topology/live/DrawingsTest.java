package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkKey;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.live.DrawnLinks.Drawing;

/** Only what the host lacks is drawn in the host. */
class DrawingsTest {
  private static final Link LINK = link(LinkState.CONFIRMED, 1, 2);

  private final MemoryDevices devices = new MemoryDevices();

  @BeforeEach
  void add() {
    devices.add(1);
    devices.add(2);
  }

  private static Link link(LinkState state, int a, int b) {
    Instant seen = Instant.parse("2026-03-02T07:00:00Z");
    return new Link(
        LinkKey.between("lab:" + a, "lab:" + b),
        end(a),
        end(b),
        state,
        0.9,
        List.of(),
        EnumSet.of(LinkSource.LLDP),
        List.of(),
        seen,
        seen);
  }

  private static LinkEnd end(int node) {
    NodeKey key = new NodeKey("lab:" + node);
    return new LinkEnd(
        Optional.of(key),
        "host" + node,
        Optional.of(new InterfaceKey(key, "p1")),
        1,
        "p1",
        Optional.empty(),
        "");
  }

  private List<Drawing> missing(Link link, HostEdge... edges) {
    return Drawings.missing(List.of(link), List.of(edges), devices);
  }

  private static HostEdge edge(HostEdge.End a, HostEdge.End b) {
    return new HostEdge("LLDP", a, b);
  }

  @Test
  void a_link_that_the_host_does_not_have_is_drawn() {
    assertThat(missing(LINK)).containsExactly(new Drawing(LINK.key().id(), 1, "p1", 2, "p1"));
  }

  @Test
  void one_that_it_has_is_not_whatever_it_calls_the_ports_and_whichever_end_comes_first() {
    HostEdge.Port one = new HostEdge.Port(1, 1, "other name");
    HostEdge.Port two = new HostEdge.Port(2, 1, "");

    assertThat(missing(LINK, edge(one, two))).isEmpty();
    assertThat(missing(LINK, edge(two, one))).isEmpty();
  }

  @Test
  void an_edge_between_nodes_without_ports_shows_it_too() {
    assertThat(missing(LINK, edge(new HostEdge.Whole(1), new HostEdge.Whole(2)))).isEmpty();
    assertThat(missing(LINK, edge(new HostEdge.Port(1, 1, "p1"), new HostEdge.Whole(2)))).isEmpty();
  }

  @Test
  void an_edge_between_other_ports_is_another_link() {
    assertThat(missing(LINK, edge(new HostEdge.Port(1, 2, "p2"), new HostEdge.Port(2, 1, "p1"))))
        .hasSize(1);
  }

  @Test
  void what_is_only_inferred_and_what_leads_to_a_node_that_is_gone_is_not_drawn() {
    assertThat(missing(link(LinkState.INFERRED, 1, 2))).isEmpty();
    assertThat(missing(link(LinkState.CONFIRMED, 1, 9))).isEmpty();
  }
}
