package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Every command, over SSH. */
@ParameterizedClass
@EnumSource
class ShellIT {

  private static final Set<String> TESTED =
      Set.of(
          "alert",
          "alert-rules-check",
          "alert-test",
          "alerts",
          "alerts-enable",
          "anomalies",
          "baseline",
          "baseline-exclude",
          "baseline-learn",
          "baseline-replay",
          "baseline-reset",
          "config-check",
          "discover",
          "discovery-runs",
          "interface",
          "interfaces",
          "link",
          "links",
          "mib-check",
          "mib-lookup",
          "neighbor-map",
          "neighbors",
          "orphans",
          "override",
          "override-clear",
          "overrides",
          "rules-check",
          "schedule",
          "snmp-get",
          "snmp-notify",
          "snmp-record",
          "snmp-sessions",
          "snmp-set",
          "snmp-table",
          "snmp-walk",
          "status",
          "telemetry",
          "telemetry-deadletters",
          "telemetry-keys",
          "telemetry-pause",
          "telemetry-resume",
          "telemetry-verify",
          "top",
          "topology",
          "topology-refresh",
          "traffic",
          "worklist");

  @Parameter KarafLine line;

  private InstalledTrunkline trunkline() {
    return InstalledTrunkline.on(line);
  }

  private KarafShell shell() {
    return trunkline().shell();
  }

  @Test
  void this_class_runs_every_command_that_there_is() throws IOException {
    // The alias "help" pages its text, which gives nothing without a terminal.
    String help = shell().expect("*:help").replaceAll("\u001B\\[[0-9;]*m", "");

    Set<String> commands = new TreeSet<>();
    Pattern.compile("opennms-trunkline:([a-z-]+)")
        .matcher(help)
        .results()
        .map((MatchResult match) -> match.group(1))
        .forEach(commands::add);
    assertThat(commands).isEqualTo(new TreeSet<>(TESTED));
  }

  @Test
  void status_tells_version_parts_and_totals() throws IOException {
    assertThat(shell().expect("opennms-trunkline:status"))
        .contains("Trunkline " + SandboxFiles.ofThisBuild().version())
        .contains("discovery")
        .containsPattern("Known: [1-9]\\d* interfaces of " + InstalledTrunkline.DEVICES + " nodes");
  }

  @Test
  void traffic_of_monitored_interfaces_is_shown() throws IOException {
    assertThat(shell().expect("opennms-trunkline:top")).containsPattern("\\d+ of \\d+");
    ShellResult other = shell().run("opennms-trunkline:traffic nothing nowhere");
    assertThat(other.isOk()).isFalse();
    assertThat(other.output() + other.errors()).contains("is monitored");
  }

  @Test
  void discover_reads_all_nodes_and_the_runs_are_listed() throws IOException {
    assertThat(shell().expect("opennms-trunkline:discover"))
        .contains(String.valueOf(InstalledTrunkline.DEVICES));
    assertThat(shell().expect("opennms-trunkline:discovery-runs")).containsIgnoringCase("done");
  }

  @Test
  void the_export_is_off_and_its_commands_say_so() throws IOException {
    assertThat(shell().expect("opennms-trunkline:telemetry"))
        .contains("Export as trunkline is off");
    for (String command :
        new String[] {
          "telemetry-deadletters",
          "telemetry-keys",
          "telemetry-pause",
          "telemetry-resume",
          "telemetry-verify /tmp",
        }) {
      assertThat(shell().run("opennms-trunkline:" + command).isOk()).as(command).isFalse();
    }
  }

  @Test
  void discover_reads_one_node() throws IOException {
    String node = trunkline().anInterface().node();

    assertThat(shell().expect("opennms-trunkline:discover '" + node + "'")).contains(node);
  }

  @Test
  void interfaces_fit_a_table_and_give_json() throws IOException {
    JsonNode rows = trunkline().interfaces();

    assertThat(rows.size()).isGreaterThan(InstalledTrunkline.DEVICES);
    assertThat(shell().expect("opennms-trunkline:interfaces --limit 3"))
        .contains("3 of " + rows.size() + " interfaces");
  }

  @Test
  void interfaces_are_filtered_by_role() throws IOException {
    String role = trunkline().interfaces().get(0).path("role").asText();

    String rows = shell().expect("opennms-trunkline:interfaces --json --role " + role);

    assertThat(rows).contains("\"role\"");
    assertThat(Pattern.compile("\"role\"\\s*:\\s*\"(?!" + role + "\")").matcher(rows).find())
        .isFalse();
  }

  @Test
  void an_interface_is_shown_with_reasons() throws IOException {
    InstalledTrunkline.Interface some = trunkline().anInterface();

    assertThat(shell().expect("opennms-trunkline:interface " + some.quoted()))
        .contains(some.name())
        .containsIgnoringCase("role");
  }

  @Test
  void an_override_wins_is_listed_and_is_taken_back() throws IOException {
    InstalledTrunkline.Interface some = trunkline().anInterface();

    shell().expect("opennms-trunkline:override " + some.quoted() + " --role camera --why tested");
    assertThat(shell().expect("opennms-trunkline:overrides"))
        .contains(some.node())
        .contains("camera");
    assertThat(
            shell()
                .expect(
                    "opennms-trunkline:interfaces --role camera --text " + "'" + some.name() + "'"))
        .contains("camera");
    shell().expect("opennms-trunkline:override-clear " + some.quoted());

    assertThat(shell().expect("opennms-trunkline:overrides")).doesNotContain("tested");
  }

  @Test
  void schedule_lists_the_jobs() throws IOException {
    assertThat(shell().expect("opennms-trunkline:schedule")).containsIgnoringCase("discovery");
  }

  @Test
  void the_work_lists_say_how_long_they_are() throws IOException {
    assertThat(shell().expect("opennms-trunkline:worklist"))
        .contains("unclassified", "low-confidence", "conflicts", "changed");
  }

  @Test
  void rules_that_are_not_there_fail_their_check() throws IOException {
    ShellResult check = shell().run("opennms-trunkline:rules-check /no/such/rules.yaml");

    assertThat(check.isOk()).isFalse();
    assertThat(check.output() + check.errors()).contains("/no/such/rules.yaml");
  }

  @Test
  void an_operators_test_alert_arrives_in_the_hosts_list() throws IOException {
    String sent = shell().expect("opennms-trunkline:alert-test");
    Matcher id = Pattern.compile("Test alert (\\d+)").matcher(sent);
    assertThat(id.find()).isTrue();
    new Waiting(Duration.ofSeconds(30))
        .until(
            "the host has the alarm",
            () -> shell().run("sandbox:alarms").output().contains("TEST: this is how"),
            () -> "See " + trunkline().karaf().logFile());
    assertThat(shell().expect("opennms-trunkline:alert " + id.group(1))).contains("TEST");
  }

  @Test
  void alerts_and_their_rules_are_shown_and_checked() throws IOException {
    assertThat(shell().expect("opennms-trunkline:alerts")).contains("open");
    assertThat(shell().expect("opennms-trunkline:alert-rules-check etc/trunkline/alerts.yaml"))
        .contains("rules are sound");
    ShellResult check = shell().run("opennms-trunkline:alert-rules-check /no/such/alerts.yaml");
    assertThat(check.isOk()).isFalse();
    assertThat(shell().expect("opennms-trunkline:alerts-enable")).contains("Anomalies");
  }

  @Test
  void config_check_names_the_files_and_shows_no_secret() throws IOException {
    ShellResult check = shell().run("opennms-trunkline:config-check");

    assertThat(check.exitCode()).as(check.toString()).isZero();
    assertThat(check.output())
        .contains("org.opennms.plugins.trunkline.cfg")
        .contains("snmp.yaml")
        .doesNotContain("sandbox-auth-phrase");
  }

  @Test
  void names_are_known_and_the_mib_directory_is_checked() throws IOException {
    assertThat(shell().expect("opennms-trunkline:mib-lookup ifOperStatus.3"))
        .contains("1.3.6.1.2.1.2.2.1.8.3")
        .contains("up(1)");
    assertThat(shell().expect("opennms-trunkline:mib-check")).contains("modules built in");
  }

  @Test
  void a_device_is_asked_by_snmp_and_the_engine_tells_what_it_learned() throws IOException {
    String node = "'" + trunkline().anInterface().node() + "'";

    assertThat(shell().expect("opennms-trunkline:snmp-get " + node + " sysName"))
        .contains("SNMPv2-MIB::sysName.0 = ");
    assertThat(shell().expect("opennms-trunkline:snmp-walk " + node + " ifDescr --limit 2"))
        .contains("IF-MIB::ifDescr.")
        .contains("Stopped at 2 rows");
    assertThat(shell().expect("opennms-trunkline:snmp-table " + node + " ifTable --format csv"))
        .startsWith("index,");
    assertThat(shell().expect("opennms-trunkline:snmp-sessions")).contains("Totals: ");
  }

  @Test
  void links_are_found_by_walking_and_shown_on_the_hosts_map() throws IOException {
    assertThat(shell().expect("opennms-trunkline:topology-refresh"))
        .contains(InstalledTrunkline.DEVICES + " of " + InstalledTrunkline.DEVICES + " read");
    String links = shell().expect("opennms-trunkline:links --state confirmed --format csv");
    assertThat(links.lines().count()).isGreaterThan(InstalledTrunkline.DEVICES / 2);
    String[] first = links.lines().skip(1).findFirst().orElseThrow().split(",", -1);

    assertThat(shell().expect("opennms-trunkline:link " + first[0])).contains("confirmed");
    assertThat(shell().expect("opennms-trunkline:neighbors '" + first[1] + "'"))
        .contains("node " + first[3]);
    assertThat(shell().expect("opennms-trunkline:topology --format dot")).startsWith("graph");
    new Waiting(Duration.ofSeconds(20))
        .until(
            "the host's map shows the links",
            () -> shell().expect("sandbox:graph trunkline").contains("edge " + first[0]),
            () -> first[0]);
    assertThat(shell().expect("opennms-trunkline:orphans --requisition"))
        .startsWith("nodelabel,ip_management");
  }

  @Test
  void a_neighbour_is_mapped_by_hand_and_the_mapping_is_taken_back() throws IOException {
    InstalledTrunkline.Interface some = trunkline().anInterface();
    String mapped =
        shell()
            .expect(
                "opennms-trunkline:neighbor-map "
                    + some.quoted()
                    + " '"
                    + some.node()
                    + "' --why tested");
    String subject = mapped.substring(0, mapped.indexOf(" is "));

    assertThat(shell().expect("opennms-trunkline:neighbor-map")).contains(subject, "tested");
    shell().expect("opennms-trunkline:neighbor-map --clear '" + subject + "'");
    assertThat(shell().expect("opennms-trunkline:neighbor-map")).doesNotContain("tested");
  }

  @Test
  void rows_are_given_as_a_block_and_a_device_is_recorded() throws IOException {
    String node = "'" + trunkline().anInterface().node() + "'";

    assertThat(shell().expect("opennms-trunkline:snmp-table " + node + " ifTable --format block"))
        .containsPattern("(?m)^0108040000000000");
    assertThat(shell().expect("opennms-trunkline:snmp-record " + node))
        .containsPattern("[1-9]\\d+ objects are written to .*\\.snmprec");
  }

  @Test
  void traps_are_sent_and_changes_are_refused_as_shipped() throws IOException {
    String node = "'" + trunkline().anInterface().node() + "'";

    assertThat(shell().expect("opennms-trunkline:snmp-notify " + node + " coldStart"))
        .contains("nobody confirms a trap");
    ShellResult refused = shell().run("opennms-trunkline:snmp-set " + node + " sysName=other");
    assertThat(refused.isOk()).isFalse();
    assertThat(refused.output() + refused.errors()).contains("allowSet: true");
  }

  @Test
  void a_failure_has_an_exit_code_and_says_what_to_do() throws IOException {
    ShellResult result = shell().run("opennms-trunkline:discover no-such-node");

    assertThat(result.isOk()).isFalse();
    assertThat(result.output() + result.errors()).contains("no-such-node").contains("Give");
  }
}
