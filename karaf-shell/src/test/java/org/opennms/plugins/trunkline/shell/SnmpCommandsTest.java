package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.operations.MibDesk.Problem;
import org.opennms.plugins.trunkline.operations.SampleMibs;
import org.opennms.plugins.trunkline.operations.ScriptedControl;
import org.opennms.plugins.trunkline.operations.ScriptedSnmp;

/** SNMP and MIB commands, typed into Karaf's own shell. */
class SnmpCommandsTest {
  private final ScriptedSnmp snmp = new ScriptedSnmp();
  private final SampleMibs mibs = new SampleMibs();
  private final ScriptedControl control = new ScriptedControl();
  private final KarafShell shell = KarafShell.headless(snmp, mibs, control);

  @AfterEach
  void close() {
    shell.close();
  }

  private String run(String line) throws Exception {
    return shell.run("opennms-trunkline:" + line);
  }

  @Test
  void several_objects_are_read_and_missing_ones_are_told() throws Exception {
    assertThat(run("snmp-get edge1 ifDescr.1 ifOperStatus.1 ifDescr.9"))
        .isEqualToNormalizingNewlines(
            """
            IF-MIB::ifDescr.1 = Gi0/0/0
            IF-MIB::ifOperStatus.1 = up(1)
            ifDescr.9 = (no such instance)
            """);
  }

  @Test
  void a_device_that_has_none_of_the_objects_fails_the_command() {
    assertThatThrownBy(() -> run("snmp-get edge1 ifDescr.9"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("none of these objects")
        .hasMessageContaining("snmp-walk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snmp-get edge1 ifOperStatus.1 --format json",
        "snmp-get --format json edge1 ifOperStatus.1",
        "snmp-get edge1 ifOperStatus.1 --format=json",
      })
  void options_stand_before_or_behind_the_names(String line) throws Exception {
    assertThat(run(line))
        .isEqualToNormalizingNewlines(
            """
            [
            {"name":"IF-MIB::ifOperStatus.1","oid":"1.3.6.1.2.1.2.2.1.8.1","type":"integer32",\
            "value":"up(1)","raw":"1"}
            ]
            """);
  }

  @Test
  void a_hostile_value_reaches_neither_terminal_nor_spreadsheet() throws Exception {
    assertThat(run("snmp-get edge1 ifDescr.2")).contains("\\u001b[2J").doesNotContain("\u001b");
    assertThat(run("snmp-get edge1 ifDescr.2 --format json"))
        .contains("=cmd \\\"x\\\"\\u001b[2J")
        .doesNotContain("\u001b");
    assertThat(run("snmp-get edge1 ifDescr.2 --format csv"))
        .contains(",\"'=cmd \"\"x\"\"\\u001b[2J\",")
        .doesNotContain("\u001b");
  }

  @Property
  void any_text_is_a_printable_json_string_and_a_single_csv_cell(@ForAll String raw) {
    assertThat(Records.json(raw)).matches("\"([ !#-\\[\\]-~]|\\\\[\"\\\\]|\\\\u[0-9a-f]{4})*\"");
    assertThat(Records.csv(raw)).matches("(?s)\"([^\"]|\"\")*\"|[^\",\n\r]*");
    assertThat(Records.csv(raw)).doesNotMatch("(?s)\"?[=+@].*");
  }

  @Test
  void negative_numbers_stay_numbers_in_csv() {
    assertThat(Records.csv("-51")).isEqualTo("-51");
    assertThat(Records.csv("-51+x")).isEqualTo("'-51+x");
  }

  @Test
  void a_walk_prints_rows_and_says_when_its_limit_ended_it() throws Exception {
    assertThat(run("snmp-walk edge1 ifDescr --limit 1"))
        .contains("IF-MIB::ifDescr.1 = Gi0/0/0")
        .contains("Stopped at 1 rows; --limit raises that.")
        .doesNotContain("ifDescr.2");
    assertThat(run("snmp-walk edge1 ifDescr")).contains("ifDescr.2").doesNotContain("Stopped");
    assertThat(run("snmp-walk edge1 mib-2")).contains("nothing there");
  }

  @Test
  void a_walk_that_breaks_off_prints_what_it_read_and_fails() {
    snmp.breakOff("192.0.2.1:161 (v2c), profile lab: no answer", "Check the community.");

    assertThatThrownBy(() -> run("snmp-walk edge1 ifDescr --format json"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("profile lab: no answer; 2 rows were read before")
        .hasMessageContaining("Check the community");
    assertThat(shell.printed()).contains("ifDescr.2").endsWith("\n]\n");
  }

  @Test
  void a_table_is_shown_as_columns_and_as_csv_with_a_header() throws Exception {
    assertThat(run("snmp-table edge1 ifTable"))
        .containsPattern("Index +\\| ifDescr +\\| ifOperStatus +\\| ifPhysAddress")
        .containsPattern("1 +\\| Gi0/0/0 +\\| up\\(1\\) +\\| 00:00:5e:00:53:01");
    assertThat(run("snmp-table edge1 ifTable --format csv"))
        .isEqualToNormalizingNewlines(
            """
            index,ifDescr,ifOperStatus,ifPhysAddress
            1,Gi0/0/0,up(1),00:00:5e:00:53:01
            2,Gi0/0/1,down(2),
            """);
  }

  @Test
  void a_table_that_breaks_off_is_shown_and_fails() {
    snmp.breakOff("192.0.2.1:161 (v2c), profile lab: no answer", "Check the community.");

    assertThatThrownBy(() -> run("snmp-table edge1 ifTable"))
        .hasMessageContaining("2 rows were read before");
    assertThat(shell.printed()).contains("Gi0/0/1");
  }

  @Test
  void sessions_show_each_device_and_the_totals() throws Exception {
    assertThat(run("snmp-sessions"))
        .containsPattern("192\\.0\\.2\\.1:161 +\\| +1\\.2 +\\| +25 +\\| +4 +\\| closed")
        .containsPattern(
            "192\\.0\\.2\\.9:161 +\\| +- +\\| +10 +\\| +1 +\\| open .*spoofed source 2")
        .contains("2 of 2 devices")
        .contains("Totals: 13 requests, 240 varbinds, 10 retries, 3 timeouts, 1 shrinks");
    assertThat(run("snmp-sessions --limit 1 --format csv"))
        .contains("edge1,192.0.2.1:161,1.2,25,4,closed,10,240,1,0,1,-")
        .doesNotContain("192.0.2.9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snmp-get nowhere sysName",
        "snmp-walk nowhere sysName",
        "snmp-table nowhere ifTable",
      })
  void an_unknown_node_is_refused_with_what_to_do(String line) {
    assertThatThrownBy(() -> run(line))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("no node 'nowhere'")
        .hasMessageContaining("label, id or FS:FID");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format xml", "--limit 0", "--limit many", "--nonsense"})
  void a_wrong_option_is_refused_with_what_to_do(String option) {
    assertThatThrownBy(() -> run("snmp-walk edge1 ifDescr " + option))
        .isInstanceOf(CommandException.class)
        .hasMessageFindingMatch("Give|Its options are");
  }

  @Test
  void formats_are_offered() {
    assertThat(shell.complete("opennms-trunkline:snmp-sessions --format "))
        .containsExactlyInAnyOrder("text", "json", "csv");
  }

  @Test
  void a_name_is_looked_up() throws Exception {
    assertThat(run("mib-lookup ifOperStatus.3 --format csv"))
        .contains(
            "IF-MIB::ifOperStatus.3,1.3.6.1.2.1.2.2.1.8.3,column,INTEGER32,read-only,,ifIndex,")
        .contains("\"up(1), down(2), testing(3)\"");
  }

  @Test
  void an_unknown_name_is_refused_with_names_that_are_alike() {
    assertThatThrownBy(() -> run("mib-lookup operStatus"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("IF-MIB::ifOperStatus")
        .hasMessageContaining("etc/trunkline/mibs");
  }

  @Test
  void a_sound_directory_passes_the_check_and_is_read_again_on_request() throws Exception {
    assertThat(run("mib-check"))
        .contains("2 modules built in, 1 from etc/trunkline/mibs")
        .containsPattern("ACME-MIB +\\| acme/ACME-MIB.txt +\\| +12 +\\| +11");
    assertThat(mibs.wasReloaded()).isFalse();
    run("mib-check --reload");
    assertThat(mibs.wasReloaded()).isTrue();
  }

  @Test
  void faults_fail_the_check_and_notes_do_not() throws Exception {
    Problem note = new Problem("file_name", false, "a.txt: ACME-MIB: is named differently");
    KarafShell noted = KarafShell.headless(new SampleMibs(note));
    assertThat(noted.run("opennms-trunkline:mib-check")).contains("is named differently");
    noted.close();
    Problem fault = new Problem("syntax", true, "a.txt:8: acmeFan: 'STATSU' is not expected");
    KarafShell faulty = KarafShell.headless(new SampleMibs(note, fault));
    assertThatThrownBy(() -> faulty.run("opennms-trunkline:mib-check --format csv"))
        .hasMessageContaining("1 fault(s)");
    assertThat(faulty.printed()).contains("syntax,true,a.txt:8: acmeFan: 'STATSU'");
    faulty.close();
  }

  @Test
  void a_change_names_who_asked_for_it_and_shows_what_the_device_confirmed() throws Exception {
    assertThat(run("snmp-set edge1 ifAlias.3=uplink 'ifAlias.4=to core'"))
        .isEqualToNormalizingNewlines(
            """
            IF-MIB::ifAlias.3 = uplink
            IF-MIB::ifAlias.4 = to core
            """);
    assertThat(control.asked.get(0)).endsWith(" sets [ifAlias.3=uplink, ifAlias.4=to core]");
  }

  @Test
  void a_change_on_an_unknown_node_fails_with_the_remedy() {
    assertThatThrownBy(() -> run("snmp-set edge9 ifAlias.3=x"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("no node 'edge9'")
        .hasMessageContaining("FS:FID");
  }

  @Test
  void a_notification_takes_options_before_and_behind_its_objects() throws Exception {
    assertThat(run("snmp-notify edge1 coldStart")).contains("Sent to 192.0.2.1:162");
    assertThat(run("snmp-notify edge1 linkUp ifIndex.3=3 --inform --port 10162"))
        .contains("192.0.2.1:10162 (v2c) confirmed it.");
    assertThat(run("snmp-notify --inform edge1 linkUp ifIndex.3=3")).contains("confirmed");

    assertThat(control.asked)
        .containsExactly(
            "Message[name=coldStart, assignments=[], confirmed=false, port=162]",
            "Message[name=linkUp, assignments=[ifIndex.3=3], confirmed=true, port=10162]",
            "Message[name=linkUp, assignments=[ifIndex.3=3], confirmed=true, port=162]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "trap"})
  void a_port_that_is_none_is_refused(String port) {
    assertThatThrownBy(() -> run("snmp-notify edge1 coldStart --port " + port))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("--port is '" + port + "'");
  }

  @Test
  void a_block_is_printed_in_hexadecimal_lines() throws Exception {
    assertThat(run("snmp-walk edge1 ifDescr --format block --limit 5").lines())
        .hasSize(3)
        .first()
        .asString()
        .matches("01(00){31}");
    assertThat(run("snmp-table edge1 ifTable --limit 1 --format block"))
        .isEqualToNormalizingNewlines("01" + "00".repeat(15) + "\n");
    assertThatThrownBy(() -> run("snmp-get edge1 ifDescr.1 --format block"))
        .hasMessageContaining("text, json or csv");
  }

  @Test
  void a_recording_has_a_line_an_object_and_never_overwrites(@TempDir Path directory)
      throws Exception {
    Path file = directory.resolve("edge1.snmprec");

    assertThat(run("snmp-record edge1 " + file)).contains("2 objects are written to " + file);

    assertThat(Files.readAllLines(file))
        .containsExactly("1.3.6.1.2.1.2.2.1.2.1|4x|00", "1.3.6.1.2.1.2.2.1.8.1|2|1");
    assertThatThrownBy(() -> run("snmp-record edge1 " + file))
        .hasMessageContaining("exists already");
  }

  @Test
  void a_recording_that_breaks_off_keeps_what_it_has_and_fails(@TempDir Path directory)
      throws Exception {
    snmp.breakOff("no answer to 4 attempts", "Check the route.");
    Path file = directory.resolve("part.snmprec");

    assertThatThrownBy(() -> run("snmp-record edge1 " + file + " --limit 1"))
        .hasMessageContaining("no answer to 4 attempts");
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void sessions_show_the_node_of_each_device() throws Exception {
    assertThat(run("snmp-sessions")).contains("edge1", "192.0.2.1:161", "Fly");
  }
}
