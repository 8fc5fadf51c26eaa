package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.topology.Agent.NOON;
import static org.opennms.plugins.trunkline.topology.Agent.ascii;
import static org.opennms.plugins.trunkline.topology.Agent.hex;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NeighbourSighting.Mapping;
import org.opennms.plugins.trunkline.model.NodeKey;

class NetworkTopologyTest {
  private static final String A = "00:1b:00:00:00:0a";
  private static final String B = "00:1c:00:00:00:0b";
  private static final String C = "00:1d:00:00:00:0c";
  private static final Set<LinkSource> ALL = EnumSet.allOf(LinkSource.class);

  private final NetworkTopology topology = new NetworkTopology();

  private static Agent a() {
    return new Agent("a").chassis(A).port(1, "Gi0/1").port(2, "Gi0/2");
  }

  private static Agent b() {
    return new Agent("b").chassis(B).port(1, "Gi0/1").port(2, "Gi0/2");
  }

  private static Agent aSeesB() {
    return a().lldp(1, B, "Gi0/2", "b");
  }

  private static Agent bSeesA() {
    return b().lldp(2, A, "Gi0/1", "a");
  }

  private List<String> links() {
    return Network.links(topology.snapshot());
  }

  @Test
  void a_link_that_one_end_tells_of_is_confirmed_by_the_other() {
    TopologyChanges first = topology.acceptAll(List.of(aSeesB().report(), b().report()));
    TopologyChanges second = topology.accept(bSeesA().report());

    assertThat(first.appeared())
        .singleElement()
        .satisfies(link -> assertThat(link.state()).isEqualTo(LinkState.ONE_SIDED));
    assertThat(second.appeared()).isEmpty();
    assertThat(second.changed())
        .singleElement()
        .satisfies(c -> assertThat(c.after().state()).isEqualTo(LinkState.CONFIRMED))
        .satisfies(c -> assertThat(c.after().confidence()).isGreaterThan(c.before().confidence()));
  }

  @Test
  void an_orphan_becomes_a_node_when_the_node_is_added_and_an_orphan_again_when_it_goes() {
    topology.accept(aSeesB().report());
    assertThat(links()).containsExactly("mac:00:1c:00:00:00:0b/Gi0/2 -- net:a/Gi0/1 one-sided");

    topology.accept(b().report());
    assertThat(links()).containsExactly("net:a/Gi0/1 -- net:b/Gi0/2 one-sided");
    assertThat(topology.snapshot().orphans()).isEmpty();

    topology.remove(new NodeKey("net:b"), NOON);
    assertThat(links()).containsExactly("mac:00:1c:00:00:00:0b/Gi0/2 -- net:a/Gi0/1 one-sided");
    assertThat(topology.snapshot().nodes()).hasSize(1);
  }

  @Test
  void what_a_complete_walk_no_longer_tells_is_lost_once() {
    topology.acceptAll(List.of(aSeesB().report(), b().report()));

    TopologyChanges lost = topology.accept(a().report());
    TopologyChanges again = topology.accept(a().report());

    assertThat(lost.lost()).hasSize(1);
    assertThat(again.isEmpty()).isTrue();
  }

  @Test
  void a_walk_that_failed_loses_nothing() {
    topology.acceptAll(List.of(aSeesB().report(), b().report()));

    TopologyChanges changes = topology.accept(a().report(NOON, EnumSet.of(LinkSource.CDP)));

    assertThat(changes.isEmpty()).isTrue();
    assertThat(links()).hasSize(1);
  }

  @Test
  void what_is_not_told_again_expires() {
    topology.acceptAll(List.of(aSeesB().report(), b().report()));

    assertThat(topology.expire(NOON.plus(Duration.ofDays(2)).minusSeconds(1)).isEmpty()).isTrue();
    assertThat(topology.expire(NOON.plus(Duration.ofDays(2))).lost()).hasSize(1);
    assertThat(topology.expire(NOON.plus(Duration.ofDays(3))).isEmpty()).isTrue();
  }

  @Test
  void first_seen_stays_and_last_seen_moves() {
    topology.acceptAll(List.of(aSeesB().report(), b().report()));
    topology.accept(aSeesB().report(NOON.plusSeconds(900), ALL));

    Link link = topology.snapshot().links().get(0);
    assertThat(link.firstSeen()).isEqualTo(NOON);
    assertThat(link.lastSeen()).isEqualTo(NOON.plusSeconds(900));
  }

  @Test
  void it_begins_again_after_a_restart_where_it_was() {
    topology.acceptAll(List.of(aSeesB().report(), bSeesA().report()));
    List<DeviceState> states =
        List.of(
            topology.state(new NodeKey("net:a")).orElseThrow(),
            topology.state(new NodeKey("net:b")).orElseThrow());

    NetworkTopology restarted = new NetworkTopology();
    restarted.restore(states);

    assertThat(restarted.snapshot()).isEqualTo(topology.snapshot());
    assertThat(restarted.accept(aSeesB().report()).isEmpty()).isTrue();
  }

  @Test
  void the_port_of_the_latest_time_mark_counts() {
    Agent moved = a();
    moved.lldp(1, B, "Gi0/2", "b");
    moved.octets(NeighbourColumn.LLDP_CHASSIS, B.replace(":", ""), 70, 1, 9);
    moved.number(NeighbourColumn.LLDP_CHASSIS_SUBTYPE, 4, 70, 1, 9);
    moved.text(NeighbourColumn.LLDP_PORT, "Gi0/2", 70, 1, 9);
    moved.number(NeighbourColumn.LLDP_PORT_SUBTYPE, 5, 70, 1, 9);
    moved.text(NeighbourColumn.LLDP_NAME, "b-new", 70, 1, 9);

    topology.accept(moved.report());

    assertThat(Network.only(topology.snapshot()).announced().name()).isEqualTo("b-new");
  }

  @Test
  void ends_that_are_set_differently_are_told() {
    Agent a = aSeesB().number(NeighbourColumn.IF_MTU, 9000, 1).number(NeighbourColumn.DUPLEX, 3, 1);
    a.number(NeighbourColumn.IF_HIGH_SPEED, 1000, 1);
    a.number(NeighbourColumn.BASE_PORT_IF_INDEX, 1, 1).number(NeighbourColumn.PVID, 10, 1);
    Agent b = bSeesA().number(NeighbourColumn.IF_MTU, 1500, 2).number(NeighbourColumn.DUPLEX, 2, 2);
    b.number(NeighbourColumn.IF_HIGH_SPEED, 100, 2);
    b.number(NeighbourColumn.BASE_PORT_IF_INDEX, 2, 2).number(NeighbourColumn.PVID, 20, 2);

    topology.acceptAll(List.of(a.report(), b.report()));

    assertThat(topology.snapshot().links().get(0).mismatches())
        .containsExactly(
            new LinkMismatch(LinkMismatch.Kind.SPEED, "1000 Mbit/s", "100 Mbit/s"),
            new LinkMismatch(LinkMismatch.Kind.DUPLEX, "full", "half"),
            new LinkMismatch(LinkMismatch.Kind.MTU, "9000", "1500"),
            new LinkMismatch(LinkMismatch.Kind.NATIVE_VLAN, "10", "20"));
  }

  @Test
  void an_mtu_that_counts_the_header_is_no_mismatch() {
    Agent a = aSeesB().number(NeighbourColumn.IF_MTU, 1514, 1);
    Agent b = bSeesA().number(NeighbourColumn.IF_MTU, 1500, 2);

    topology.acceptAll(List.of(a.report(), b.report()));

    assertThat(topology.snapshot().links().get(0).mismatches()).isEmpty();
  }

  @Test
  void an_operators_link_survives_every_refresh() {
    InterfaceKey port = new InterfaceKey(new NodeKey("net:a"), "Gi0/2");
    topology.acceptAll(List.of(a().report(), b().report()));
    topology.map(List.of(new ManualMapping.OnPort(port, new NodeKey("net:b"), "Gi0/1")), NOON);

    topology.accept(a().report(NOON.plusSeconds(60), ALL));
    topology.expire(NOON.plus(Duration.ofDays(900)));

    assertThat(links()).containsExactly("net:a/Gi0/2 -- net:b/Gi0/1 manual");
    assertThat(topology.map(List.of(), NOON).lost()).hasSize(1);
  }

  @Test
  void an_operator_says_which_node_an_orphan_is() {
    Agent a = a().lldp(1, C, "Gi0/1", "stranger");
    topology.acceptAll(List.of(a.report(), b().report()));
    String orphan = topology.snapshot().orphans().get(0).id();

    topology.map(List.of(new ManualMapping.Identity(orphan, new NodeKey("net:b"))), NOON);

    assertThat(links()).containsExactly("net:a/Gi0/1 -- net:b/Gi0/1 one-sided");
    assertThat(topology.snapshot().orphans()).isEmpty();
  }

  @Test
  void a_node_that_says_nothing_of_itself_is_found_from_the_other_end() {
    Agent silent = new Agent("silent").nameless().cdp(24, "a", "Gi0/1", "192.0.2.9");
    Agent a = a().lldp(1, 4, hex(C), 7, ascii("24"), "ProCurve Switch");

    topology.acceptAll(List.of(a.report(), silent.report()));

    assertThat(links()).containsExactly("net:a/Gi0/1 -- net:silent/24 confirmed");
    assertThat(topology.snapshot().seenBy(a.key()).get(0).mapping())
        .isEqualTo(Mapping.BY_OTHER_END);
  }

  @Test
  void the_other_end_is_no_proof_when_it_has_another_name() {
    Agent other = new Agent("other").cdp(24, "a", "Gi0/1", "192.0.2.9");
    Agent a = a().lldp(1, 4, hex(C), 7, ascii("24"), "stranger");

    topology.acceptAll(List.of(a.report(), other.report()));

    assertThat(topology.snapshot().orphans()).hasSize(1);
  }

  @Test
  void parallel_links_are_kept_apart() {
    Agent a = aSeesB().lldp(2, B, "Gi0/1", "b");
    Agent b = bSeesA().lldp(1, A, "Gi0/2", "a");

    topology.acceptAll(List.of(a.report(), b.report()));

    assertThat(links())
        .containsExactly(
            "net:a/Gi0/1 -- net:b/Gi0/2 confirmed", "net:a/Gi0/2 -- net:b/Gi0/1 confirmed");
  }

  @Test
  void ports_that_do_not_agree_are_a_conflict() {
    topology.acceptAll(List.of(aSeesB().report(), b().lldp(2, A, "Gi0/2", "a").report()));

    assertThat(links())
        .containsExactly(
            "net:a/Gi0/1 -- net:b/Gi0/2 conflicting", "net:a/Gi0/2 -- net:b/Gi0/2 conflicting");
  }

  @Test
  void two_halves_that_name_no_known_port_are_one_link() {
    Agent a = a().lldp(1, B, "somewhere", "b");
    Agent b = b().lldp(2, A, "elsewhere", "a");

    topology.acceptAll(List.of(a.report(), b.report()));

    assertThat(links()).containsExactly("net:a/Gi0/1 -- net:b/Gi0/2 confirmed");
  }

  @Test
  void an_edge_that_the_host_names_needs_no_chassis_id() {
    LocalPort local =
        new LocalPort(
            Optional.of(new InterfaceKey(new NodeKey("net:a"), "Gi0/1")), "Gi0/1", "host");
    Observation edge =
        new Observation(
            local,
            LinkSource.HOST,
            Announced.port(new Identifier(Identifier.Kind.TEXT, "GigabitEthernet0/2")),
            Optional.of(new NodeKey("net:b")));
    DeviceReport report = a().report();
    topology.accept(b().report());
    topology.accept(
        new DeviceReport(report.device(), ALL, List.of(edge), report.at(), report.expires()));

    assertThat(links()).containsExactly("net:a/Gi0/1 -- net:b/Gi0/2 one-sided");
  }

  @Test
  void a_change_of_one_device_is_told_to_those_who_see_it() {
    topology.acceptAll(List.of(aSeesB().report(), b().report()));

    Agent renumbered = new Agent("b").chassis(B).port(7, "Gi0/2").port(8, "Gi0/3");
    topology.accept(renumbered.report());

    assertThat(topology.snapshot().links().get(0).b().ifIndex()).isEqualTo(7);
  }
}
