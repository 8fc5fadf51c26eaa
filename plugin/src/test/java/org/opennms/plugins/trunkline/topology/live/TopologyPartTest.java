package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.config.ConfigReader;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.TopologyControl.Decision;
import org.opennms.plugins.trunkline.operations.TopologyControl.Refresh;
import org.opennms.plugins.trunkline.topology.NeighbourColumn;
import org.opennms.plugins.trunkline.topology.NetworkTopology;
import org.opennms.plugins.trunkline.topology.TableDecoder;

/** The part with readings that the test answers; topology and decoder are the real ones. */
class TopologyPartTest {
  private static final String LINK = "host1 p1 - host2 p1";

  private final MutableClock clock = new MutableClock();
  private final MemoryDevices devices = new MemoryDevices();
  private final ScriptedReader reader = new ScriptedReader();
  private final RecordedEvents events = new RecordedEvents();
  private final MemoryStore states = new MemoryStore();
  private final MemoryStore mappings = new MemoryStore();
  private final MemoryStore lost = new MemoryStore();
  private final Set<HostEdge> hostEdges = new HashSet<>();
  private final List<Collection<DrawnLinks.Drawing>> drawn = new ArrayList<>();
  private final Map<String, String> settings = new HashMap<>();
  private boolean hostAway;
  private ExecutorService worker;
  private TopologyPart part;

  @BeforeEach
  void start() {
    List.of(1, 2).forEach(devices::add);
    part = open();
  }

  @AfterEach
  void stop() {
    part.close();
    worker.shutdownNow();
  }

  private TopologyPart open() {
    worker = Executors.newSingleThreadExecutor();
    TopologyPart made =
        new TopologyPart(
            new TopologyPart.Needs(
                devices,
                reader,
                this::edges,
                this::draw,
                events,
                states,
                mappings,
                lost,
                new NetworkTopology(),
                new TableDecoder(true)),
            this::config,
            clock,
            worker);
    assertThat(made.load()).isTrue();
    return made;
  }

  private int draw(Collection<DrawnLinks.Drawing> links) {
    return drawn.add(links) ? links.size() : 0;
  }

  private TrunklineConfig config() {
    return ConfigReader.read(settings).value().orElseThrow();
  }

  private Set<HostEdge> edges() {
    if (hostAway) {
      throw new HostAbsentException("the host is away", null);
    }
    return Set.copyOf(hostEdges);
  }

  /** What the scheduler does each second, and waits for the worker. */
  private void tick() throws Exception {
    clock.pass(Duration.ofSeconds(1));
    part.tick();
    settle();
  }

  private void settle() throws Exception {
    for (int i = 0; i < 3; i++) {
      Future<?> done = worker.submit(() -> {});
      done.get();
    }
  }

  /** Host n sees host m by LLDP, port p1 to port p1; with 0 it sees nobody. */
  private void answer(int node, int sees) throws Exception {
    NodeKey key = new NodeKey("lab:" + node);
    CompletableFuture<NeighbourReader.Reading> asked = reader.asked.remove(key);
    NeighbourReader.Rows rows = reader.rows.get(key);
    rows.number(NeighbourColumn.LLDP_LOC_CHASSIS_SUBTYPE, new int[] {0}, 4);
    rows.octets(NeighbourColumn.LLDP_LOC_CHASSIS, new int[] {0}, mac(node, 0));
    if (sees > 0) {
      int[] index = {0, 1, 1};
      rows.number(NeighbourColumn.LLDP_CHASSIS_SUBTYPE, index, 4);
      rows.octets(NeighbourColumn.LLDP_CHASSIS, index, mac(sees, 0));
      rows.number(NeighbourColumn.LLDP_PORT_SUBTYPE, index, 5);
      rows.octets(NeighbourColumn.LLDP_PORT, index, "p1".getBytes(StandardCharsets.UTF_8));
      rows.octets(
          NeighbourColumn.LLDP_NAME, index, ("host" + sees).getBytes(StandardCharsets.UTF_8));
    }
    asked.complete(
        new NeighbourReader.Read(
            Set.of(LinkSource.LLDP, LinkSource.CDP), OptionalLong.of(clock.millis() / 10)));
    settle();
  }

  private static byte[] mac(int node, int port) {
    return new byte[] {2, 0, 0x5e, 1, (byte) node, (byte) port};
  }

  private List<String> links() {
    return part.snapshot().links().stream()
        .filter(Link::isBetweenNodes)
        .map(RecordedEvents::words)
        .toList();
  }

  private void connect() throws Exception {
    tick();
    answer(1, 2);
    answer(2, 1);
  }

  @Test
  void devices_that_are_new_are_walked_and_their_links_found() throws Exception {
    connect();
    assertThat(links()).containsExactly(LINK);
    assertThat(part.snapshot().links().get(0).state()).isEqualTo(LinkState.CONFIRMED);
    assertThat(part.takeTouched())
        .containsExactlyInAnyOrder(new NodeKey("lab:1"), new NodeKey("lab:2"));
    assertThat(part.takeTouched()).isEmpty();
    tick();
    assertThat(reader.asked).isEmpty();
  }

  @Test
  void a_link_that_neither_end_sees_any_more_is_lost_once() throws Exception {
    connect();
    part.control().refresh();
    answer(1, 0);
    assertThat(events.told).isEmpty();
    answer(2, 0);
    tick();
    assertThat(events.told).containsExactly("lost " + LINK);
  }

  @Test
  void a_walk_that_fails_loses_nothing_before_the_retention() throws Exception {
    connect();
    part.control().refresh();
    reader.asked.remove(new NodeKey("lab:1")).complete(new NeighbourReader.Failed("silence"));
    reader.asked.remove(new NodeKey("lab:2")).complete(new NeighbourReader.Failed("silence"));
    settle();
    assertThat(links()).containsExactly(LINK);
    clock.pass(Duration.ofDays(4));
    tick();
    assertThat(links()).isEmpty();
    assertThat(events.told).containsExactly("lost " + LINK);
  }

  @Test
  void a_link_trap_has_the_node_walked_after_it_has_calmed_down() throws Exception {
    connect();
    part.linkTrap(2);
    tick();
    assertThat(reader.asked).isEmpty();
    clock.pass(Duration.ofSeconds(31));
    tick();
    assertThat(reader.asked).containsOnlyKeys(new NodeKey("lab:2"));
  }

  @Test
  void a_restart_keeps_links_since_when_they_are_and_what_was_decided() throws Exception {
    connect();
    part.control().mapPort("host1", "p3", new Decision("host2", "p3", "alice", "no LLDP"));
    settle();
    Link before = part.snapshot().links().get(0);
    part.write();
    stop();
    clock.pass(Duration.ofHours(1));
    reader.asked.clear();

    part = open();
    settle();

    assertThat(links()).containsExactlyInAnyOrder(LINK, "host1 p3 - host2 p3");
    assertThat(part.snapshot().links().stream().filter(l -> l.key().equals(before.key())))
        .allSatisfy(l -> assertThat(l.firstSeen()).isEqualTo(before.firstSeen()));
    assertThat(part.control().mappings()).hasSize(1);
  }

  @Test
  void a_loss_that_was_told_before_a_restart_is_taken_back_after_it() throws Exception {
    connect();
    part.control().refresh();
    answer(1, 0);
    answer(2, 0);
    part.write();
    assertThat(lost.documents).hasSize(1);
    stop();
    part = open();
    connect();
    part.write();
    assertThat(events.told).last().isEqualTo("restored " + LINK);
    assertThat(lost.documents).isEmpty();
  }

  @Test
  void a_mapping_by_hand_survives_every_refresh_until_it_is_taken_back() throws Exception {
    connect();
    part.control().mapPort("host1", "p3", new Decision("host2", "", "alice", ""));
    part.control().refresh();
    answer(1, 2);
    answer(2, 1);
    assertThat(part.snapshot().links()).anyMatch(l -> l.state() == LinkState.MANUAL);
    assertThat(part.control().unmap("lab:1/p3")).isTrue();
    settle();
    assertThat(links()).containsExactly(LINK);
    assertThat(part.control().unmap("lab:1/p3")).isFalse();
  }

  @Test
  void a_mapping_that_cannot_be_kept_is_refused_and_not_in_force() throws Exception {
    connect();
    mappings.away = true;
    assertThatThrownBy(
            () -> part.control().mapPort("host1", "p3", new Decision("host2", "", "alice", "")))
        .isInstanceOf(OperationException.class);
    mappings.away = false;
    assertThat(part.control().mappings()).isEmpty();
    for (String[] wrong :
        new String[][] {
          {"nobody", "p3", "host2"}, {"host1", "p9", "host2"}, {"host1", "p3", "nobody"}
        }) {
      assertThatThrownBy(
              () -> part.control().mapPort(wrong[0], wrong[1], new Decision(wrong[2], "", "a", "")))
          .isInstanceOf(OperationException.class);
    }
    assertThatThrownBy(() -> part.control().mapOrphan("none", new Decision("host1", "", "a", "")))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("0 orphans");
  }

  @Test
  void edges_of_the_host_are_links_and_their_change_has_the_nodes_walked() throws Exception {
    hostEdges.add(edge(1, 2, 2, 2));
    connect();
    assertThat(links()).containsExactly(LINK, "host1 p2 - host2 p2");
    part.edges().announce(edge(1, 2, 2, 2), false);
    tick();
    assertThat(links()).containsExactly(LINK);
    clock.pass(Duration.ofSeconds(31));
    tick();
    assertThat(reader.asked).hasSize(2);
  }

  @Test
  void a_host_that_cannot_tell_its_edges_is_asked_again() throws Exception {
    hostAway = true;
    connect();
    hostAway = false;
    hostEdges.add(edge(1, 2, 2, 2));
    clock.pass(Duration.ofMinutes(1));
    tick();
    assertThat(links()).hasSize(2);
  }

  @Test
  void links_that_the_host_lacks_are_drawn_when_that_is_switched_on_and_go_when_it_is_off()
      throws Exception {
    hostEdges.add(edge(1, 1, 2, 1));
    connect();
    part.draw();
    assertThat(drawn).containsExactly(List.of());
    settings.put("topology.user-defined-links", "true");
    part.draw();
    assertThat(drawn.get(1)).isEmpty();
    hostEdges.clear();
    clock.pass(Duration.ofMinutes(11));
    tick();
    part.draw();
    assertThat(drawn.get(2)).extracting(DrawnLinks.Drawing::portA).containsExactly("p1");
    settings.clear();
    part.draw();
    assertThat(drawn.get(3)).isEmpty();
    assertThat(part.draw()).isEqualTo("off");
  }

  @Test
  void a_node_that_the_host_deleted_takes_its_links_with_it_and_no_event_tells() throws Exception {
    connect();
    part.write();
    devices.remove(new NodeKey("lab:2"));
    tick();
    part.write();
    assertThat(links()).isEmpty();
    assertThat(events.told).isEmpty();
    assertThat(states.documents).containsOnlyKeys("lab:1");
  }

  @Test
  void a_store_that_is_away_delays_the_beginning_and_loses_no_writing() throws Exception {
    stop();
    states.away = true;
    TopologyPart late =
        new TopologyPart(
            new TopologyPart.Needs(
                devices,
                reader,
                this::edges,
                Collection::size,
                events,
                states,
                mappings,
                lost,
                new NetworkTopology(),
                new TableDecoder(true)),
            this::config,
            clock,
            Executors.newSingleThreadExecutor());
    assertThat(late.load()).isFalse();
    late.tick();
    assertThat(reader.asked).isEmpty();
    states.away = false;
    assertThat(late.load()).isTrue();
    part = open();
    connect();
    states.away = true;
    part.write();
    assertThat(part.health().unwritten()).isEqualTo(2);
    states.away = false;
    part.write();
    assertThat(states.documents).hasSize(2);
  }

  @Test
  void a_run_over_all_is_shared_and_says_how_it_went() throws Exception {
    connect();
    Refresh run = part.control().refresh();
    assertThat(part.control().refresh().id()).isEqualTo(run.id());
    answer(1, 2);
    reader.asked.remove(new NodeKey("lab:2")).complete(new NeighbourReader.Failed("silence"));
    settle();
    Refresh over = part.control().run(run.id()).orElseThrow();
    assertThat(over.isRunning()).isFalse();
    assertThat(over.failures()).containsExactly("host2: silence");
    assertThat(part.control().refresh("nobody")).isEmpty();
    assertThat(part.health().words()).contains("1 links, 0 orphans", "1 of 2 failed");
  }

  @Test
  void the_daily_walk_is_spread() throws Exception {
    connect();
    part.walk();
    assertThat(reader.asked).hasSize(1);
    clock.pass(Duration.ofMinutes(15));
    tick();
    assertThat(reader.asked.keySet().stream().map(NodeKey::text))
        .containsExactlyInAnyOrder("lab:1", "lab:2");
  }

  private static HostEdge edge(int nodeA, int ifIndexA, int nodeB, int ifIndexB) {
    HostEdge.Port from = new HostEdge.Port(nodeA, ifIndexA, "p" + ifIndexA);
    return new HostEdge("LLDP", from, new HostEdge.Port(nodeB, ifIndexB, "p" + ifIndexB));
  }
}
