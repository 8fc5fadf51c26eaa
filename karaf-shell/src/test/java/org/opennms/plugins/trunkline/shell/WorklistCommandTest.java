package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.operations.SampleWork;
import org.opennms.plugins.trunkline.operations.WorkLists;

class WorklistCommandTest {
  private final KarafShell shell = KarafShell.headless(new SampleWork());

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void without_a_list_the_length_of_each_is_shown() throws Exception {
    assertThat(shell.run("opennms-trunkline:worklist"))
        .containsPattern("unclassified +\\| +1")
        .containsPattern("conflicts +\\| +0");
  }

  @Test
  void doubts_show_role_confidence_and_alias_harmlessly() throws Exception {
    assertThat(shell.run("opennms-trunkline:worklist low-confidence"))
        .containsPattern("switch 2 +\\| ge-0/0/2 +\\| access +\\| +50 % \\| - ")
        .contains("\\u001b[2J", "2 of 2")
        .doesNotContain("\u001b[2J");
  }

  @Test
  void changes_show_what_was_what_is_and_how_many_were_not_kept() throws Exception {
    assertThat(shell.run("opennms-trunkline:worklist changed"))
        .containsPattern("edge1 +\\| Gi0/0/1 +\\| trunk +\\| isp_uplink Example Telecom")
        .containsPattern("\\| isp_uplink Example Carrier +\\| other")
        .contains("7 more changes were too many to be kept");
  }

  @Test
  void the_limit_holds_before_and_behind_the_list_and_an_empty_list_is_said() throws Exception {
    assertThat(shell.run("opennms-trunkline:worklist --limit 1 changed")).contains("1 of 2");
    assertThat(shell.run("opennms-trunkline:worklist changed --limit 1")).contains("1 of 2");
    assertThat(shell.run("opennms-trunkline:worklist conflicts")).contains("0 of 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "Changed", "changed --limit 0", "changed --limit x", "''"})
  void what_is_no_list_and_no_limit_is_refused(String words) {
    assertThatThrownBy(() -> shell.run("opennms-trunkline:worklist " + words))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("Give ");
  }

  @Test
  void completion_offers_every_list() {
    assertThat(shell.complete("opennms-trunkline:worklist "))
        .containsAll(Arrays.stream(WorkLists.Kind.values()).map(WorkLists.Kind::spelling).toList());
  }
}
