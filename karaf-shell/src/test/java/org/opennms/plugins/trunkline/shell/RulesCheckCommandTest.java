package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.operations.ScriptedTrial;

class RulesCheckCommandTest {
  private final KarafShell shell = KarafShell.headless(new ScriptedTrial());

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void counts_by_role_and_examples_say_what_would_change() throws Exception {
    assertThat(shell.run("opennms-trunkline:rules-check new.yaml"))
        .contains("2 of 3 interfaces would change")
        .contains("nothing is in force yet")
        .containsPattern("isp_uplink +\\| +0 \\| +1")
        .containsPattern("trunk +\\| +3 \\| +2")
        .containsPattern(
            "Te1/1/1 +\\| trunk, provider -, critical no, contract - +\\|"
                + " isp_uplink, provider Example Telecom, critical yes, contract 500M");
  }

  @Test
  void rules_that_change_nothing_are_said_to() throws Exception {
    assertThat(shell.run("opennms-trunkline:rules-check same.yaml"))
        .contains("0 of 3 interfaces would change")
        .doesNotContain("Role");
  }

  @Test
  void a_change_of_monitoring_alone_is_shown_as_such() throws Exception {
    assertThat(shell.run("opennms-trunkline:rules-check monitoring.yaml"))
        .containsPattern("\\| trunk +\\| trunk, monitored otherwise");
  }

  @Test
  void problems_are_listed_harmlessly_and_fail_the_command() {
    assertThatThrownBy(() -> shell.run("opennms-trunkline:rules-check bad.yaml"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("2 problem(s)")
        .hasMessageContaining("nothing was judged");
    assertThat(shell.printed())
        .contains("bad.yaml:3: rule 'a': has no name. Give each rule a name of its own.")
        .contains("rule '\\u001b[2Jb'")
        .doesNotContain("\u001b[2J");
  }

  @Test
  void a_name_that_is_no_path_and_a_missing_one_are_refused() {
    assertThatThrownBy(() -> shell.run("opennms-trunkline:rules-check 'a\u0000b'"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("is no path");
    assertThatThrownBy(() -> shell.run("opennms-trunkline:rules-check"))
        .isInstanceOf(CommandException.class);
  }

  @Test
  void a_hostile_node_label_does_not_reach_the_terminal() throws Exception {
    assertThat(shell.run("opennms-trunkline:rules-check hostile.yaml"))
        .contains("\\u001b]0;owned\\u0007")
        .doesNotContain("\u0007");
  }
}
