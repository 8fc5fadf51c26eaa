package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkKey;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.TopologyChanges;

class LinkWatchTest {
  private static final Link ONE = link("host1", "p1", "host2", "p1");
  private static final Link MOVED = link("host1", "p1", "host3", "p1");

  private final RecordedEvents events = new RecordedEvents();
  private final MemoryDevices devices = new MemoryDevices();
  private final LinkWatch watch =
      new LinkWatch(
          events, node -> devices.device(node).map(Known::device), () -> Duration.ofMinutes(10));
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private List<Link> there = List.of();

  @BeforeEach
  void add() {
    devices.add(1);
    devices.add(2);
    devices.add(3);
  }

  @Test
  void a_first_sight_is_no_news() {
    appear(ONE);
    assertThat(events.told).isEmpty();
  }

  @Test
  void a_lost_link_is_told_once_and_its_return_too() {
    appear(ONE);
    lose(ONE);
    assertThat(events.told).containsExactly("lost host1 p1 - host2 p1");
    assertThat(watch.lost()).containsExactly(ONE);

    appear(ONE);

    assertThat(events.told).last().isEqualTo("restored host1 p1 - host2 p1");
    assertThat(watch.lost()).isEmpty();
  }

  @Test
  void a_port_that_sees_another_node_has_not_lost_a_link() {
    appear(ONE);
    there = List.of(MOVED);
    change(List.of(MOVED), List.of(ONE));

    assertThat(events.told).containsExactly("neighbour of host1 p1: host2 > host3");
  }

  @Test
  void a_cable_that_was_moved_slowly_ends_the_loss_and_tells_of_the_new_neighbour() {
    appear(ONE);
    lose(ONE);
    appear(MOVED);

    assertThat(events.told)
        .containsExactly(
            "lost host1 p1 - host2 p1",
            "restored host1 p1 - host2 p1",
            "neighbour of host1 p1: host2 > host3");
    assertThat(watch.lost()).isEmpty();
  }

  @Test
  void a_link_of_a_node_that_the_host_deleted_is_not_lost() {
    appear(ONE);
    devices.remove(new NodeKey("lab:2"));
    lose(ONE);
    assertThat(events.told).isEmpty();
  }

  @Test
  void what_is_only_inferred_or_leads_to_an_orphan_is_not_told() {
    Link inferred = with(ONE, LinkState.INFERRED);
    Link stray =
        new Link(
            new LinkKey("x"),
            ONE.a(),
            new LinkEnd(
                Optional.empty(), "phone", Optional.empty(), 0, "1", Optional.empty(), "o1"),
            LinkState.ONE_SIDED,
            0.5,
            List.of(),
            EnumSet.of(LinkSource.LLDP),
            List.of(),
            now,
            now);
    appear(inferred, stray);
    lose(inferred, stray);
    assertThat(events.told).isEmpty();
  }

  @Test
  void a_flapping_link_falls_silent_and_is_told_of_when_it_is_steady() {
    appear(ONE);
    for (int i = 0; i < 10; i++) {
      pass(Duration.ofSeconds(20));
      lose(ONE);
      pass(Duration.ofSeconds(20));
      appear(ONE);
    }
    assertThat(events.told).hasSize(4);
    assertThat(watch.silenced()).isEqualTo(1);
    lose(ONE);
    pass(Duration.ofMinutes(11));

    assertThat(events.told).hasSize(5).last().isEqualTo("lost host1 p1 - host2 p1");
    assertThat(watch.silenced()).isZero();
  }

  @Test
  void a_link_that_was_lost_before_our_restart_is_told_to_be_back() {
    watch.restore(List.of(ONE));
    appear(ONE);
    assertThat(events.told).containsExactly("restored host1 p1 - host2 p1");
  }

  @Test
  void settings_that_differ_are_told_when_they_begin_and_when_they_end() {
    Link differing = with(ONE, new LinkMismatch(LinkMismatch.Kind.MTU, "9000", "1500"));
    appear(ONE);
    change(ONE, differing);
    change(differing, differing);
    change(differing, ONE);
    assertThat(events.told)
        .containsExactly("mismatch mtu host1 p1 - host2 p1", "matches mtu host1 p1 - host2 p1");
  }

  @Test
  void a_lost_link_no_longer_differs() {
    Link differing = with(ONE, new LinkMismatch(LinkMismatch.Kind.DUPLEX, "half", "full"));
    appear(differing);
    lose(differing);
    assertThat(events.told)
        .containsExactly(
            "mismatch duplex host1 p1 - host2 p1",
            "lost host1 p1 - host2 p1",
            "matches duplex host1 p1 - host2 p1");
  }

  private void appear(Link... links) {
    there = Arrays.asList(links);
    change(List.of(links), List.of());
  }

  private void lose(Link... links) {
    there = List.of();
    change(List.of(), List.of(links));
  }

  private void change(List<Link> appeared, List<Link> lost) {
    tell(new TopologyChanges(appeared, lost, List.of()));
  }

  private void change(Link before, Link after) {
    tell(
        new TopologyChanges(
            List.of(), List.of(), List.of(new TopologyChanges.Changed(before, after))));
  }

  private void tell(TopologyChanges changes) {
    watch.changed(changes, now, port -> there.stream().filter(l -> hasPort(l, port)).toList());
  }

  private static boolean hasPort(Link link, InterfaceKey port) {
    return link.a().interfaceKey().filter(port::equals).isPresent()
        || link.b().interfaceKey().filter(port::equals).isPresent();
  }

  private void pass(Duration time) {
    now = now.plus(time);
    watch.tick(now);
  }

  private static Link link(String a, String portA, String b, String portB) {
    Instant seen = Instant.parse("2026-03-02T07:00:00Z");
    return new Link(
        LinkKey.between(a + "/" + portA, b + "/" + portB),
        end(a, portA),
        end(b, portB),
        LinkState.CONFIRMED,
        0.99,
        List.of(),
        EnumSet.of(LinkSource.LLDP),
        List.of(),
        seen,
        seen);
  }

  private static LinkEnd end(String host, String port) {
    NodeKey node = new NodeKey(host.replace("host", "lab:"));
    return new LinkEnd(
        Optional.of(node),
        host,
        Optional.of(new InterfaceKey(node, port)),
        1,
        port,
        Optional.empty(),
        "");
  }

  private static Link with(Link l, LinkState state) {
    return new Link(
        l.key(),
        l.a(),
        l.b(),
        state,
        0.3,
        List.of(),
        l.sources(),
        List.of(),
        l.firstSeen(),
        l.lastSeen());
  }

  private static Link with(Link l, LinkMismatch mismatch) {
    return new Link(
        l.key(),
        l.a(),
        l.b(),
        l.state(),
        0.9,
        List.of(),
        l.sources(),
        List.of(mismatch),
        l.firstSeen(),
        l.lastSeen());
  }
}
