package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleBaselines;
import org.opennms.plugins.trunkline.operations.SampleNetwork;

class BaselineCommandsTest {
  private final SampleBaselines baselines = new SampleBaselines();
  private final InMemoryInterfaces interfaces = new InMemoryInterfaces(SampleNetwork.all());
  private final KarafShell shell = KarafShell.headless(baselines, interfaces);

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void the_week_is_a_map_of_seven_days_the_darker_the_more() throws Exception {
    String shown = shell.run("opennms-trunkline:baseline edge1 Gi0/0/1");

    assertThat(shown)
        .contains("edge1 Gi0/0/1 received bit/s: normal (100 %), 4.00 weeks learned")
        .contains("hours of Europe/Berlin")
        .contains("expected from 20.0 Mbit/s to 420 Mbit/s, confidence 0.86 on average")
        .containsPattern("(?m)^Mon .*@@")
        .doesNotContain("\u001b");
    assertThat(shown.lines().filter(l -> l.startsWith("Sun"))).hasSize(2);
  }

  @Test
  void colours_stand_for_shades_where_a_terminal_shows_them() throws Exception {
    KarafShell terminal = KarafShell.terminal(110, baselines);

    assertThat(terminal.run("opennms-trunkline:baseline edge1 Gi0/0/1"))
        .contains("\u001b[48;5;160m");
    assertThat(terminal.run("opennms-trunkline:baseline edge1 Gi0/0/1 --plain"))
        .doesNotContain("48;5")
        .contains("@@");
    terminal.close();
  }

  @Test
  void hours_of_which_nothing_is_known_are_question_marks() throws Exception {
    String fresh = SampleNetwork.all().get(1).key().name();
    String node = SampleNetwork.all().get(1).device().label();

    assertThat(shell.run("opennms-trunkline:baseline '" + node + "' '" + fresh + "'"))
        .contains("learning (0 %)", "no sample yet", "????");
  }

  @Test
  void the_168_hours_are_shown_in_figures_on_request() throws Exception {
    String shown = shell.run("opennms-trunkline:baseline edge1 Gi0/0/1 --slots");

    assertThat(shown).containsPattern("Mon 00 +\\|").containsPattern("Sun 23 +\\|");
    assertThat(shown)
        .containsPattern(
            "Wed 13 +\\| +420 +\\| +336 +\\| +504 .* 48 +\\| +4 +\\| +0.86 +\\| reliable");
  }

  @Test
  void an_interface_without_a_baseline_is_said_to_be_so_with_a_remedy() {
    assertThatThrownBy(() -> shell.run("opennms-trunkline:baseline edge1 nothing"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("no baseline")
        .hasMessageContaining("--monitored true");
  }

  @Test
  void anomalies_are_listed_with_how_the_budget_is_kept() throws Exception {
    assertThat(shell.run("opennms-trunkline:anomalies"))
        .containsPattern("\\.\\.\\. +\\| edge1 +\\| Gi0/0/1 +\\| spike in +\\| critical")
        .containsPattern("842 Mbit/s +\\| +310 +\\| +\\+6.[67] +\\| +0.92 +\\| yes")
        .contains("2 of 2")
        .contains("0.4 a day of a budget of 5.0, over 80 metrics; 12 were only listed");
    assertThat(shell.run("opennms-trunkline:anomalies --limit 1")).contains("1 of 2");
  }

  @Test
  void what_was_learned_is_forgotten_or_learned_anew_without_a_bad_period() throws Exception {
    shell.run("opennms-trunkline:baseline-reset edge1 Gi0/0/1");
    shell.run(
        "opennms-trunkline:baseline-exclude edge1 Gi0/0/1 --from 2026-11-02T08:00:00Z"
            + " --to 2026-11-03T08:00:00Z");

    assertThat(baselines.told())
        .containsExactly(
            "reset Gi0/0/1", "exclude Gi0/0/1 2026-11-02T08:00:00Z 2026-11-03T08:00:00Z");
  }

  @Test
  void learning_from_history_says_how_it_went() throws Exception {
    assertThat(shell.run("opennms-trunkline:baseline-learn"))
        .contains("Learning 2 interfaces")
        .contains("1 of 2 interfaces learned from 10080 samples in 3 s, 1 without history");
    assertThat(shell.run("opennms-trunkline:baseline-learn edge1 Gi0/0/1 --detach"))
        .contains("Learning one interface")
        .doesNotContain("samples");
    assertThat(baselines.told()).containsExactly("learn all", "learn Gi0/0/1");
  }

  @Test
  void other_settings_are_tried_on_the_stored_past() throws Exception {
    assertThat(shell.run("opennms-trunkline:baseline-replay edge1 Gi0/0/1 --days 14 --budget 0.5"))
        .contains("2 episodes, 1 of them alarms, in 2016 samples");
    assertThat(baselines.told()).containsExactly("replay Gi0/0/1 14 OptionalDouble[0.5]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baseline-reset edge1 nothing",
        "baseline-exclude edge1 Gi0/0/1 --from 2026-11-02T08:00:00Z",
        "baseline-exclude edge1 Gi0/0/1 --from yesterday --to today",
        "baseline-learn edge1",
        "baseline-learn edge1 nothing",
        "baseline-replay edge1 Gi0/0/1 --budget none",
        "baseline-replay edge1 Gi0/0/1 --days 0",
        "anomalies --hours none"
      })
  void a_slip_is_refused_without_a_stack_trace(String typed) {
    assertThatThrownBy(() -> shell.run("opennms-trunkline:" + typed))
        .isInstanceOf(CommandException.class);
  }
}
