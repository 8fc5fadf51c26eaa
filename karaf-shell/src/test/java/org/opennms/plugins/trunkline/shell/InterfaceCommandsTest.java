package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.rest.InterfaceJson;

/** The commands on interfaces, typed into Karaf's own shell. */
class InterfaceCommandsTest {
  private final InMemoryInterfaces interfaces = new InMemoryInterfaces(SampleNetwork.all());
  private final KarafShell shell = KarafShell.headless(interfaces, new InterfaceJson());

  @AfterEach
  void close() {
    shell.close();
  }

  private String run(String line) throws Exception {
    return shell.run("opennms-trunkline:" + line);
  }

  @ParameterizedTest
  @CsvSource({
    "interfaces, 3",
    "interfaces --role isp_uplink, 1",
    "interfaces --role=ISP-UPLINK, 1",
    "interfaces --provider example, 1",
    "interfaces --node 'switch 2', 2",
    "interfaces --node lab:edge1, 1",
    "interfaces --critical, 1",
    "interfaces --critical=false, 2",
    "interfaces --stale, 1",
    "interfaces --stale=false --monitored=false, 1",
    "interfaces --text CID, 1",
  })
  void a_listing_is_narrowed_by_its_options(String line, int expected) throws Exception {
    assertThat(run(line)).contains(expected + " of " + expected + " interfaces");
  }

  @Test
  void a_limit_says_how_many_there_are_besides() throws Exception {
    assertThat(run("interfaces --limit 2")).contains("2 of 3 interfaces");
  }

  @Test
  void a_listing_without_a_match_says_so_and_is_no_failure() throws Exception {
    assertThat(run("interfaces --text nowhere")).startsWith("No interface matches");
    assertThat(run("interfaces --text nowhere --json")).isEqualToIgnoringWhitespace("[]");
  }

  @Test
  void json_is_what_rest_has_and_one_line_for_each_interface() throws Exception {
    String printed = run("interfaces --json");

    JsonNode rows = new ObjectMapper().readTree(printed);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).get("provider").asText()).isEqualTo("Example Telecom");
    assertThat(rows.get(2).get("ifAlias").asText())
        .isEqualTo(SampleNetwork.HOSTILE.networkInterface().ifAlias());
    assertThat(printed.lines()).hasSize(5);
    assertThat(printed.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 60, 79, 80, 120, 200})
  void a_table_never_is_wider_than_the_terminal(int width) throws Exception {
    KarafShell terminal = KarafShell.terminal(width, interfaces);
    for (String line : List.of("interfaces", "overrides")) {
      assertThat(terminal.run("opennms-trunkline:" + line).lines())
          .allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(width));
    }
    terminal.close();
  }

  @Test
  void a_pipe_gets_the_columns_uncut_though_the_terminal_is_narrow() throws Exception {
    KarafShell terminal = KarafShell.terminal(40, interfaces);

    assertThat(terminal.run("opennms-trunkline:interfaces | grep CID-4711"))
        .contains("ISP: Example Telecom CID-4711")
        .contains("1G");
    terminal.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"interfaces", "interface 2 ge-0/0/2", "interfaces --json"})
  void text_from_the_network_cannot_reach_the_terminal_as_it_is(String line) throws Exception {
    assertThat(run(line).chars())
        .allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f) || (c > 0x9f && c != 0x202e));
  }

  @Test
  void an_interface_is_shown_with_all_that_is_known_and_why() throws Exception {
    assertThat(run("interface edge1 Gi0/0/1"))
        .contains("edge1 (id 1, lab:edge1, Default)")
        .contains("router, Example Networks, XR-9, 7.1, SN0001")
        .contains("ISP: Example Telecom CID-4711")
        .contains("isp_uplink (confidence 0.97)")
        .contains("198.51.100.2/30")
        .contains("500M")
        .contains("+3.20", "names the provider Example Telecom", "-0.10")
        .contains("by alice at 2026-11-20T08:00:00Z: contract 4711")
        .doesNotContain(SampleNetwork.SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 Gi0/0/1", "lab:edge1 7", "edge1 GigabitEthernet0/0/1"})
  void an_interface_is_found_by_every_name_it_has(String names) throws Exception {
    assertThat(run("interface " + names)).contains("Gi0/0/1 (ifIndex 7)");
  }

  @Test
  void one_interface_as_json_may_have_the_option_in_front_or_behind() throws Exception {
    String front = run("interface --json edge1 Gi0/0/1");
    String behind = run("interface edge1 Gi0/0/1 --json");

    assertThat(new ObjectMapper().readTree(front).at("/facts/model").asText()).isEqualTo("XR-9");
    assertThat(behind).isEqualTo(front);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "interfaces --role uplink            | 'uplink' is no role          | isp_uplink, trunk",
        "interfaces --limit 0                | --limit is '0'               | from 1",
        "interfaces --limit many             | --limit is 'many'            | from 1",
        "interfaces --rol trunk              | Undefined option             | --rol",
        "interface edge1                     | ifName                       | required",
        "interface edge1 Gi9                 | 'Gi9' is known of node 'edge1' | discover",
        "interface edge1 Gi0/0/1 --jsn       | '--jsn'                      | --json",
        "override edge1 Gi0/0/1              | Nothing is decided           | --role",
        "override edge1 Gi9 --role trunk     | 'Gi9'                        | discover",
        "override edge1 Gi0/0/1 --role x     | 'x' is no role               | isp_uplink",
        "override edge1 Gi0/0/1 --critical y | --critical is 'y'            | true or false",
        "override edge1 7 --capacity 5X      | --capacity is '5X'           | 500M",
        "override edge1 7 --capacity -5      | --capacity is '-5'           | 500M",
        "override edge1 7 --capacity         | --capacity has no value      | Give one",
        "override edge1 7 trunk              | 'trunk' is neither           | --role",
        "override-clear 2 1                  | no override                  | overrides",
        "override-clear nobody 1             | no override                  | overrides",
      })
  void what_cannot_be_done_throws_and_says_what_to_do(String line, String wrong, String remedy) {
    assertThatThrownBy(() -> run(line))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(wrong)
        .hasMessageContaining(remedy);
  }

  @Test
  void an_override_is_set_and_what_it_does_not_name_stays() throws Exception {
    run("override --role server_link --critical true 'switch 2' ge-0/0/2");
    String printed = run("override 2 ge-0/0/2 --capacity 1.5M --why 'leased line'");

    assertThat(printed).contains("role server_link, critical yes, capacity 1.5M");
    assertThat(interfaces.all().get(SampleNetwork.HOSTILE.key()))
        .satisfies(
            o -> {
              assertThat(o.capacity()).hasValue(1_500_000L);
              assertThat(o.by()).isEqualTo("alice");
              assertThat(o.why()).isEqualTo("leased line");
            });
    assertThat(run("overrides")).contains("ge-0/0/2", "role server_link", "leased line");
  }

  @Test
  void an_override_is_taken_back_also_when_its_interface_is_gone() throws Exception {
    interfaces.remove(SampleNetwork.UPLINK.key());

    assertThat(run("overrides")).contains("Gi0/0/1");
    assertThat(run("override-clear lab:edge1 Gi0/0/1")).contains("taken back");
    assertThat(run("overrides")).startsWith("There are no overrides.");
  }

  @Test
  void a_store_that_refuses_is_told_with_its_remedy() {
    interfaces.breakStore();

    for (String line : List.of("override edge1 7 --critical false", "override-clear edge1 7")) {
      assertThatThrownBy(() -> run(line))
          .isInstanceOf(CommandException.class)
          .hasMessageContaining("did not take")
          .hasMessageContaining("database");
    }
  }

  @Test
  void nodes_interfaces_roles_and_providers_are_completed() {
    assertThat(shell.complete("opennms-trunkline:interface ")).contains("edge1", "switch 2");
    assertThat(shell.complete("opennms-trunkline:interface ed")).containsExactly("edge1");
    assertThat(shell.complete("opennms-trunkline:interface edge1 ")).containsExactly("Gi0/0/1");
    assertThat(shell.complete("opennms-trunkline:interface 2 ")).contains("1", "ge-0/0/2");
    assertThat(shell.complete("opennms-trunkline:override --role trunk edge1 G"))
        .containsExactly("Gi0/0/1");
    assertThat(shell.complete("opennms-trunkline:override edge1 Gi0/0/1 --role is"))
        .containsExactly("isp_uplink");
    assertThat(shell.complete("opennms-trunkline:override --critical ")).contains("true", "false");
    assertThat(shell.complete("opennms-trunkline:interfaces --provider "))
        .containsExactly("Example Telecom");
    assertThat(shell.complete("opennms-trunkline:interfaces --"))
        .contains("--role", "--json", "--limit");
  }

  @Test
  void a_name_that_could_harm_the_terminal_is_not_offered() {
    interfaces.put(
        SampleNetwork.port(
            SampleNetwork.SWITCH, 9, "\u001b[31mred", "", InterfaceRole.OTHER, false));

    assertThat(shell.complete("opennms-trunkline:interface 2 "))
        .contains("1")
        .allMatch(c -> !c.contains("\u001b"));
  }
}
