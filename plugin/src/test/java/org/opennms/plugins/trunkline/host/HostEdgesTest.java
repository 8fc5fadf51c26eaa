package org.opennms.plugins.trunkline.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.dao.EdgeDao;
import org.opennms.integration.api.v1.model.TopologyEdge;
import org.opennms.integration.api.v1.model.TopologyPort;
import org.opennms.integration.api.v1.model.TopologyProtocol;
import org.opennms.integration.api.v1.model.immutables.ImmutableNode;
import org.opennms.integration.api.v1.model.immutables.ImmutableNodeCriteria;
import org.opennms.integration.api.v1.model.immutables.ImmutableTopologyEdge;
import org.opennms.integration.api.v1.model.immutables.ImmutableTopologyPort;
import org.opennms.integration.api.v1.model.immutables.ImmutableTopologySegment;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.topology.live.HostEdge;
import org.opennms.plugins.trunkline.topology.live.HostEdgeSink;

class HostEdgesTest {
  private static final HostEdge.Port ONE = new HostEdge.Port(1, 7, "Gi0/1");
  private static final HostEdge.Port TWO = new HostEdge.Port(2, 3, "");

  private final Dao dao = new Dao();
  private final HostEdges edges = new HostEdges(dao);

  @Test
  void ports_nodes_and_segments_are_told_apart() {
    dao.edges.add(edge("a", TopologyProtocol.LLDP).setTarget(port(2, 3, null)).build());
    dao.edges.add(edge("b", TopologyProtocol.CDP).setTarget(node(4)).build());
    dao.edges.add(edge("c", TopologyProtocol.BRIDGE).setTarget(segment("s1")).build());

    assertThat(edges.edges())
        .containsExactlyInAnyOrder(
            new HostEdge("LLDP", ONE, TWO),
            new HostEdge("CDP", ONE, new HostEdge.Whole(4)),
            new HostEdge("BRIDGE", ONE, new HostEdge.Segment("s1")));
  }

  @Test
  void a_port_without_an_index_is_its_node() {
    dao.edges.add(edge("a", TopologyProtocol.LLDP).setTarget(port(2, -1, "x")).build());
    assertThat(edges.edges()).containsExactly(new HostEdge("LLDP", ONE, new HostEdge.Whole(2)));
  }

  @Test
  void routing_neighbours_and_what_users_drew_are_no_cables() {
    for (TopologyProtocol protocol :
        Set.of(TopologyProtocol.OSPF, TopologyProtocol.USERDEFINED, TopologyProtocol.NODES)) {
      dao.edges.add(edge("a" + protocol, protocol).setTarget(port(2, 3, null)).build());
    }
    assertThat(edges.edges()).isEmpty();
  }

  @Test
  void a_host_that_fails_is_told_as_absent() {
    dao.away = true;
    assertThatThrownBy(edges::edges)
        .isInstanceOf(HostAbsentException.class)
        .hasMessageContaining("edge DAO");
  }

  @Test
  void announcements_are_handed_over_whatever_their_id() {
    List<String> heard = new ArrayList<>();
    EdgeListener listener = new EdgeListener(sink(heard));
    listener.onEdgeAddedOrUpdated(
        edge("1|2", TopologyProtocol.LLDP).setTarget(port(2, 3, null)).build());
    listener.onEdgeDeleted(edge("3|4", TopologyProtocol.LLDP).setTarget(port(2, 3, null)).build());
    assertThat(heard)
        .containsExactly(
            "true " + new HostEdge("LLDP", ONE, TWO), "false " + new HostEdge("LLDP", ONE, TWO));
    assertThat(listener.getProtocols()).containsExactlyInAnyOrderElementsOf(HostEdges.PROTOCOLS);
  }

  @Test
  void nothing_escapes_into_the_hosts_thread() {
    List<String> heard = new ArrayList<>();
    EdgeListener listener = new EdgeListener(sink(heard));
    assertThatNoException().isThrownBy(() -> listener.onEdgeAddedOrUpdated(null));
    assertThatNoException().isThrownBy(() -> listener.onEdgeDeleted(null));
    assertThat(heard).containsExactly("?", "?");
  }

  private static HostEdgeSink sink(List<String> heard) {
    return new HostEdgeSink() {
      @Override
      public void announce(HostEdge edge, boolean added) {
        heard.add(added + " " + edge);
      }

      @Override
      public void misunderstood() {
        heard.add("?");
      }
    };
  }

  private static ImmutableTopologyEdge.Builder edge(String id, TopologyProtocol protocol) {
    return ImmutableTopologyEdge.newBuilder()
        .setId(id)
        .setProtocol(protocol)
        .setTooltipText("")
        .setSource(port(1, 7, "Gi0/1"));
  }

  private static TopologyPort port(int node, int ifIndex, String name) {
    return ImmutableTopologyPort.newBuilder()
        .setId(node + ":" + ifIndex)
        .setTooltipText("")
        .setIfIndex(ifIndex)
        .setIfName(name)
        .setNodeCriteria(
            ImmutableNodeCriteria.newBuilder()
                .setId(node)
                .setForeignSource("stale")
                .setForeignId("stale")
                .build())
        .build();
  }

  private static ImmutableNode node(int id) {
    return ImmutableNode.newBuilder().setId(id).build();
  }

  private static ImmutableTopologySegment segment(String id) {
    return ImmutableTopologySegment.newBuilder()
        .setId(id)
        .setTooltipText("")
        .setProtocol(TopologyProtocol.BRIDGE)
        .build();
  }

  private static final class Dao implements EdgeDao {
    private final Set<TopologyEdge> edges = new HashSet<>();
    private boolean away;

    @Override
    public long getEdgeCount() {
      return edges.size();
    }

    @Override
    public long getEdgeCount(TopologyProtocol protocol) {
      return getEdges(protocol).size();
    }

    @Override
    public Set<TopologyEdge> getEdges() {
      throw new IllegalArgumentException("a protocol that the API lacks");
    }

    @Override
    public Set<TopologyEdge> getEdges(TopologyProtocol protocol) {
      if (away) {
        throw new IllegalStateException("no service");
      }
      return edges.stream().filter(e -> e.getProtocol() == protocol).collect(Collectors.toSet());
    }

    @Override
    public Set<TopologyProtocol> getProtocols() {
      throw new IllegalArgumentException("a protocol that the API lacks");
    }
  }
}
