package org.opennms.plugins.trunkline.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkState;

/** What holds for every network, and for every agent however broken. */
class TopologyPropertiesTest {
  private static final int NODES = 6;
  private static final int PORTS = 4;

  /** What one device announces to another; some of it is wrong. */
  private static List<Agent> network(Random random) {
    List<Agent> agents = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      Agent agent = new Agent("n" + i);
      if (random.nextInt(4) > 0) {
        agent.chassis(mac(i));
      }
      for (int port = 1; port <= PORTS; port++) {
        agent.port(port, "e" + port, mac(i, port));
      }
      for (int seen = random.nextInt(5); seen > 0; seen--) {
        announce(agent, random);
      }
      agents.add(agent);
    }
    return agents;
  }

  private static void announce(Agent agent, Random random) {
    int other = random.nextInt(NODES + 2);
    int local = 1 + random.nextInt(PORTS);
    int remote = 1 + random.nextInt(PORTS);
    switch (random.nextInt(4)) {
      case 0 -> agent.cdp(local, "n" + other, "e" + remote, "192.0.2." + other);
      case 1 -> agent.lldp(local, 4, Agent.hex(mac(other)), 7, Agent.ascii("" + remote), "");
      case 2 -> agent.lldp(local, mac(other, remote), "e" + remote, "n" + random.nextInt(NODES));
      default -> agent.lldp(local, mac(other), "e" + remote, "n" + other);
    }
  }

  private static String mac(int node) {
    return mac(node, 0);
  }

  private static String mac(int node, int port) {
    return String.format("00:1b:%02x:00:00:%02x", node, port);
  }

  @Property(tries = 200)
  void the_order_in_which_devices_report_does_not_matter(@ForAll long seed) {
    Random random = new Random(seed);
    List<DeviceReport> reports = new ArrayList<>();
    network(random).forEach(agent -> reports.add(agent.report()));
    NetworkTopology atOnce = new NetworkTopology();
    atOnce.acceptAll(reports);

    Collections.shuffle(reports, random);
    NetworkTopology oneByOne = new NetworkTopology();
    reports.forEach(oneByOne::accept);

    assertThat(oneByOne.snapshot()).isEqualTo(atOnce.snapshot());
    assertThat(TopologyExport.json(oneByOne.snapshot()))
        .isEqualTo(TopologyExport.json(atOnce.snapshot()));
    assertThat(TopologyGraph.dot(oneByOne.snapshot()))
        .isEqualTo(TopologyGraph.dot(atOnce.snapshot()));
  }

  @Property(tries = 200)
  void a_network_that_changed_step_by_step_is_as_one_read_afresh(@ForAll long seed) {
    Random random = new Random(seed);
    List<Agent> before = network(random);
    List<Agent> after = network(random);
    NetworkTopology stepwise = new NetworkTopology();
    before.forEach(agent -> stepwise.accept(agent.report()));
    int kept = random.nextInt(NODES + 1);
    for (int i = 0; i < NODES; i++) {
      if (i < kept) {
        stepwise.accept(after.get(i).report());
      } else {
        stepwise.remove(after.get(i).key(), Agent.NOON);
      }
    }

    NetworkTopology afresh = new NetworkTopology();
    afresh.acceptAll(after.subList(0, kept).stream().map(Agent::report).toList());

    assertThat(stepwise.snapshot()).isEqualTo(afresh.snapshot());
  }

  @Property(tries = 200)
  void the_changes_that_are_told_lead_from_one_state_to_the_next(@ForAll long seed) {
    Random random = new Random(seed);
    NetworkTopology topology = new NetworkTopology();
    List<Link> told = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      for (Agent agent : network(random)) {
        TopologyChanges changes = topology.accept(agent.report());
        told.removeIf(l -> changes.lost().stream().anyMatch(x -> x.key().equals(l.key())));
        changes.changed().forEach(c -> told.removeIf(l -> l.key().equals(c.after().key())));
        changes.changed().forEach(c -> told.add(c.after()));
        told.addAll(changes.appeared());
      }
    }

    assertThat(told)
        .extracting(Network::text)
        .containsExactlyInAnyOrderElementsOf(Network.links(topology.snapshot()));
  }

  @Property(tries = 200)
  void a_pair_of_ports_has_one_link_and_a_confirmed_one_has_two_sides(@ForAll long seed) {
    NetworkTopology topology = new NetworkTopology();
    topology.acceptAll(network(new Random(seed)).stream().map(Agent::report).toList());

    List<Link> links = topology.snapshot().links();
    assertThat(links).extracting(Link::key).doesNotHaveDuplicates();
    assertThat(links).allMatch(l -> l.confidence() > 0 && l.confidence() < 1);
    assertThat(links)
        .filteredOn(l -> l.state() == LinkState.CONFIRMED)
        .allMatch(Link::isBetweenNodes);
  }

  @Provide
  Arbitrary<List<Cell>> cells() {
    Arbitrary<NeighbourColumn> column = Arbitraries.of(NeighbourColumn.values());
    Arbitrary<int[]> index =
        Arbitraries.integers().between(-2, 300).array(int[].class).ofMinSize(0).ofMaxSize(24);
    Arbitrary<TableValue> octets =
        Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(TableValue::of);
    Arbitrary<TableValue> text = Arbitraries.strings().ofMaxLength(30).map(TableValue::of);
    Arbitrary<TableValue> number = Arbitraries.longs().map(TableValue::of);
    return Combinators.combine(column, index, Arbitraries.oneOf(octets, text, number))
        .as(Cell::new)
        .list()
        .ofMaxSize(200);
  }

  /** A value somewhere. */
  static final class Cell {
    private final NeighbourColumn column;
    private final TableIndex index;
    private final TableValue value;

    Cell(NeighbourColumn column, int[] index, TableValue value) {
      this.column = column;
      this.index = TableIndex.of(index);
      this.value = value;
    }

    void into(Agent agent) {
      int[] subIds = new int[index.length()];
      for (int i = 0; i < subIds.length; i++) {
        subIds[i] = index.at(i);
      }
      agent.value(column, value, subIds);
    }

    @Override
    public String toString() {
      return column + " " + index;
    }
  }

  @Property(tries = 500)
  void no_agent_however_broken_stops_the_decoder_or_spoils_an_export(
      @ForAll("cells") List<Cell> cells) throws Exception {
    Agent broken = new Agent("broken").inferring();
    cells.forEach(cell -> cell.into(broken));
    Agent whole = new Agent("whole").chassis("00:1b:00:00:00:0a").port(1, "e1");

    TopologySnapshot topology = Network.of(broken, whole);

    assertThat(new ObjectMapper().readTree(TopologyExport.json(topology)).get("links").size())
        .isEqualTo(topology.links().size());
    assertThat(TopologyTable.links(topology)).startsWith("id,");
    assertThat(TopologyGraph.dot(topology)).endsWith("}\n");
  }
}
