package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.operations.SampleTopology;
import org.opennms.plugins.trunkline.operations.ScriptedNeighbours;

/** Links, orphans, neighbours, exports, refresh and mapping by hand. */
class TopologyCommandsTest {
  private final ScriptedNeighbours neighbours = new ScriptedNeighbours();
  private final KarafShell shell = KarafShell.headless(new SampleTopology(), neighbours);
  private final String confirmed = SampleTopology.CONFIRMED.link().key().id();

  @AfterEach
  void close() {
    shell.close();
  }

  private String run(String line) throws Exception {
    return shell.run("opennms-trunkline:" + line);
  }

  @Test
  void links_show_both_ends_how_well_they_are_attested_and_what_differs() throws Exception {
    assertThat(run("links"))
        .containsPattern(confirmed + " +\\| edge1 +\\| Gi0/0/1 +\\| switch 2 +\\| ge-0/0/2")
        .containsPattern(
            "confirmed +\\| +98 % +\\| lldp cdp +\\| isp_uplink +\\| +1G +\\| mtu 9000")
        .contains("inferred", "2 of 2 links")
        .doesNotContain("phone");
  }

  @Test
  void links_are_chosen_by_node_state_and_difference() throws Exception {
    assertThat(run("links 'switch 2' --all")).contains("3 of 3 links");
    assertThat(run("links --state inferred")).contains("1 of 1 links");
    assertThat(run("links --mismatch")).contains("1 of 1 links", confirmed);
    assertThat(run("links --limit 1")).contains("1 of 2 links");
    assertThat(run("links --state manual")).contains("0 of 0 links");
  }

  @Test
  void links_are_given_to_other_programs() throws Exception {
    assertThat(run("links --format csv"))
        .startsWith("id,node_a,port_a,")
        .contains(",0.98,lldp cdp,");
    assertThat(run("links --format json")).contains("\"node_b\":\"switch 2\"");
  }

  @Test
  void a_link_is_shown_with_the_evidence_by_its_id_or_the_beginning_of_it() throws Exception {
    assertThat(run("link " + confirmed.substring(0, 6)))
        .contains("Link " + confirmed + ": confirmed", "mtu 9000 / 1500", "both ends told of it");
  }

  @Test
  void the_links_at_a_port_are_shown_by_node_and_name() throws Exception {
    assertThat(run("link edge1 gi0/0/1"))
        .contains("Link " + confirmed + ": confirmed", "edge1 Gi0/0/1");
    assertThat(run("link edge1 Gi0/0/1")).isEqualTo(run("link " + confirmed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "link nothing",
        "link nobody Gi0/0/1",
        "link edge1 Gi9/9",
        "links nobody",
        "links --state sure",
        "links --limit 0",
        "links --format xml",
        "neighbors nobody",
        "topology --format xml",
        "topology-refresh nobody",
        "neighbor-map edge1",
        "neighbor-map edge1 Gi0/0/1",
        "neighbor-map --orphan orphan-1",
        "neighbor-map --orphan orphan-9 edge1",
        "neighbor-map --clear nothing"
      })
  void what_is_not_there_is_refused_with_a_remedy(String line) {
    assertThatThrownBy(() -> run(line))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("\n");
  }

  @Test
  void orphans_are_listed_harmlessly_with_where_they_are_seen() throws Exception {
    assertThat(run("orphans"))
        .contains(
            "phone\\u001b[2J", "192.0.2.77", "switch 2 1", "Example Phone 3", "2 of 2 orphans")
        .doesNotContain("\u001b[2J");
    assertThat(run("orphans --csv")).startsWith("id,name,chassis,").contains("lab:edge1 2");
    assertThat(run("orphans --requisition")).startsWith("nodelabel,ip_management,");
    assertThat(run("orphans --limit 1")).contains("1 of 2 orphans");
  }

  @Test
  void neighbours_of_a_node_say_what_they_are_also_when_they_are_none() throws Exception {
    assertThat(run("neighbors edge1")).contains("switch2", "node switch 2", "1 neighbours");
    assertThat(run("neighbors 2"))
        .contains("orphan orphan-1", "one of 2 nodes", "says it is this node");
  }

  @Test
  void the_topology_is_counted_or_exported() throws Exception {
    assertThat(run("topology"))
        .contains("2 nodes, 2 connected; 2 links, 2 orphans")
        .containsPattern("confirmed +\\| +1");
    assertThat(run("topology --format dot")).isEqualTo("exported as dot\n");
  }

  @Test
  void a_refresh_waits_for_its_end_unless_it_is_detached() throws Exception {
    assertThat(run("topology-refresh")).contains("of 2 nodes", "2 of 2 read, 0 failed; 2 s");
    assertThat(run("topology-refresh edge1 --detach"))
        .contains("of 1 nodes")
        .doesNotContain("read,");
  }

  @Test
  void a_refresh_that_reads_nothing_fails() {
    neighbours.failing("edge1: no answer");
    assertThatThrownBy(() -> run("topology-refresh edge1")).isInstanceOf(CommandException.class);
    assertThat(shell.printed()).contains("Failed, edge1: no answer");
  }

  @Test
  void a_neighbour_is_mapped_listed_and_taken_back() throws Exception {
    assertThat(run("neighbor-map")).contains("Nothing is mapped");
    assertThat(run("neighbor-map edge1 Gi0/0/2 access1 --port Te1 --why 'no LLDP'"))
        .contains("edge1/Gi0/0/2 is access1 Te1");
    assertThat(run("neighbor-map --orphan orphan-1 access1")).contains("orphan-1 is access1");
    assertThat(run("neighbor-map")).contains("alice", "no LLDP", "orphan-1");
    assertThat(run("neighbor-map --clear edge1/Gi0/0/2")).contains("taken back");
    assertThat(run("neighbor-map")).doesNotContain("Gi0/0/2");
  }

  @Test
  void ids_of_links_and_states_are_completed() {
    assertThat(shell.complete("opennms-trunkline:link ")).contains(confirmed);
    assertThat(shell.complete("opennms-trunkline:links --state ")).contains("one-sided");
  }
}
