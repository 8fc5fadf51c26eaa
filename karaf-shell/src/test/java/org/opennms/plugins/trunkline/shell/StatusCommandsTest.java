package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.SteadyStatus;

/** Status, schedule and configuration, and what happens when services are missing. */
class StatusCommandsTest {
  @Test
  void status_shows_totals_and_every_part() throws Exception {
    KarafShell shell =
        KarafShell.headless(new SteadyStatus(), new InMemoryInterfaces(SampleNetwork.all()));

    assertThat(shell.run("opennms-trunkline:status"))
        .contains("Trunkline 0.1.0 on host 33.0.9, up 1 h 1 min")
        .contains("Known: 3 interfaces of 2 nodes; 1 critical, 1 monitored, 1 stale")
        .containsPattern("discovery +\\| ok")
        .containsPattern("alerts +\\| degraded +\\| 12 events were dropped");
    shell.close();
  }

  @Test
  void status_is_shown_also_without_the_interfaces() throws Exception {
    KarafShell shell = KarafShell.headless(new SteadyStatus());

    assertThat(shell.run("opennms-trunkline:status")).contains("discovery").doesNotContain("Known");
    shell.close();
  }

  @Test
  void the_schedule_shows_jobs_that_ran_and_jobs_that_did_not() throws Exception {
    KarafShell shell = KarafShell.headless(new SteadyStatus());

    assertThat(shell.run("opennms-trunkline:schedule"))
        .containsPattern("discovery +\\| 1 h +\\| 2026-11-20T08:00:00Z +\\| 12 s")
        .containsPattern("cleanup +\\| 1 d +\\| never +\\| - +\\| off");
    shell.close();
  }

  @Test
  void a_valid_configuration_is_said_to_be_valid_with_its_hints() throws Exception {
    KarafShell shell = KarafShell.headless(new SteadyStatus());

    assertThat(shell.run("opennms-trunkline:config-check"))
        .contains("The configuration is valid.", "Hints:", "chmod 600");
    shell.close();
  }

  @Test
  void problems_in_the_configuration_are_listed_and_fail_the_command() {
    KarafShell shell =
        KarafShell.headless(
            new SteadyStatus("etc/trunkline/snmp.yaml:3: version: 4 is none; give 1, 2c or 3"));

    assertThatThrownBy(() -> shell.run("opennms-trunkline:config-check"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("1 problem");
    assertThat(shell.printed()).contains("snmp.yaml:3: version: 4 is none");
    shell.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "discover",
        "discovery-runs",
        "interfaces",
        "interface edge1 Gi0/0/1",
        "override edge1 Gi0/0/1 --role trunk",
        "override-clear edge1 Gi0/0/1",
        "overrides",
        "schedule",
        "config-check",
        "rules-check rules.yaml",
        "worklist",
        "links",
        "link abc",
        "orphans",
        "neighbors edge1",
        "topology",
        "topology-refresh",
        "neighbor-map",
        "top",
        "traffic edge1 Gi0/0/1",
        "mib-lookup sysName",
        "mib-check",
        "snmp-get edge1 sysName",
        "snmp-walk edge1 system",
        "snmp-table edge1 ifTable",
        "snmp-sessions",
        "telemetry",
        "telemetry-deadletters",
        "telemetry-keys",
        "telemetry-pause",
        "telemetry-resume",
        "telemetry-verify telemetry.envelopes",
      })
  void without_its_service_a_command_is_there_and_says_what_is_missing(String line) {
    KarafShell shell = KarafShell.headless();

    assertThatThrownBy(() -> shell.run("opennms-trunkline:" + line))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("not available")
        .hasMessageContaining("bundle:list");
    shell.close();
  }

  @Test
  void without_services_completion_offers_nothing_and_does_not_fail() {
    KarafShell shell = KarafShell.headless();

    assertThat(shell.complete("opennms-trunkline:interface ")).isEmpty();
    assertThat(shell.complete("opennms-trunkline:interface x ")).isEmpty();
    assertThat(shell.complete("opennms-trunkline:interfaces --provider ")).isEmpty();
    assertThat(shell.complete("opennms-trunkline:discovery-runs --cancel ")).isEmpty();
    shell.close();
  }

  @Test
  void every_command_has_our_scope_and_a_description_and_help() throws Exception {
    KarafShell shell = KarafShell.headless();
    List<Class<?>> commands = KarafShell.commands();

    assertThat(commands).hasSize(47);
    for (Class<?> each : commands) {
      Command command = each.getAnnotation(Command.class);
      assertThat(command.scope()).isEqualTo("opennms-trunkline");
      assertThat(shell.run("opennms-trunkline:" + command.name() + " --help"))
          .contains(command.description());
    }
    shell.close();
  }
}
