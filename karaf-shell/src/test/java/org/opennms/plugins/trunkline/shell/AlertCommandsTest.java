package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.operations.SampleAlerts;

class AlertCommandsTest {
  private final KarafShell shell = KarafShell.headless(new SampleAlerts());

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void open_alerts_are_listed_with_totals_and_when_counting_ends() throws Exception {
    assertThat(shell.run("opennms-trunkline:alerts"))
        .contains("12")
        .contains("critical")
        .contains("1 of 1 open")
        .contains("0 low, 0 medium, 0 high, 1 critical; 1 suppressed, 2 pending")
        .contains("only counted until 2026-11-21T08:00:00Z");
  }

  @Test
  void history_and_suppressed_ones_say_when_and_why() throws Exception {
    assertThat(shell.run("opennms-trunkline:alerts --history"))
        .contains("2026-11-20T08:01:30Z")
        .contains("2 that are over");
    assertThat(shell.run("opennms-trunkline:alerts --history --limit 1"))
        .contains("1 that are over");
    assertThat(shell.run("opennms-trunkline:alerts --suppressed"))
        .contains("announced work: firmware");
  }

  @Test
  void one_alert_tells_its_facts_and_what_happened_to_it() throws Exception {
    assertThat(shell.run("opennms-trunkline:alert 12"))
        .contains("interface-down")
        .contains("ifOperStatus is down")
        .contains("opened, critical: down");
  }

  @Test
  void an_alert_that_is_not_there_is_an_error_with_a_way_out() {
    assertThatThrownBy(() -> shell.run("opennms-trunkline:alert 99"))
        .hasMessageContaining("There is no alert 99.");
    assertThatThrownBy(() -> shell.run("opennms-trunkline:alert x"))
        .hasMessageContaining("'x' is no number.");
  }

  @Test
  void ids_of_open_alerts_are_offered() {
    assertThat(shell.complete("opennms-trunkline:alert 1")).containsExactly("12");
  }

  @Test
  void rules_are_tried_and_bad_ones_refused_with_every_problem() throws Exception {
    assertThat(shell.run("opennms-trunkline:alert-rules-check good.yaml"))
        .contains("would have raised 3 alerts")
        .contains("2026-11-18")
        .contains("utilization");
    assertThatThrownBy(() -> shell.run("opennms-trunkline:alert-rules-check bad.yaml"))
        .hasMessageContaining("1 problem(s)");
    assertThat(shell.printed()).contains("bad.yaml:3: rules[0].kind");
    assertThatThrownBy(() -> shell.run("opennms-trunkline:alert-rules-check good.yaml --days 99"))
        .hasMessageContaining("Give 1 to 31.");
  }

  @Test
  void enabling_says_whether_anything_changed() throws Exception {
    assertThat(shell.run("opennms-trunkline:alerts-enable")).contains("from now on");
    assertThat(shell.run("opennms-trunkline:alerts-enable")).contains("nothing changed");
  }

  @Test
  void a_test_alert_has_a_number() throws Exception {
    assertThat(shell.run("opennms-trunkline:alert-test")).contains("Test alert 13");
  }

  @Test
  void without_the_plugin_every_command_says_so() {
    KarafShell alone = KarafShell.headless();
    for (String command : new String[] {"alerts", "alert 1", "alert-test", "alerts-enable"}) {
      assertThatThrownBy(() -> alone.run("opennms-trunkline:" + command))
          .hasMessageContaining("not available");
    }
    alone.close();
  }
}
