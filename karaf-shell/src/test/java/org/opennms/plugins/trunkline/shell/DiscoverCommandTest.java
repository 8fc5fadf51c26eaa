package org.opennms.plugins.trunkline.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.karaf.shell.support.CommandException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.ScriptedDiscovery;

/** Discovery, typed into Karaf's own shell. */
class DiscoverCommandTest {
  private final ScriptedDiscovery discovery =
      new ScriptedDiscovery(SampleNetwork.EDGE, SampleNetwork.SWITCH);
  private final KarafShell shell = KarafShell.terminal(100, discovery);

  @AfterEach
  void close() {
    shell.close();
  }

  private String run(String line) throws Exception {
    return shell.run("opennms-trunkline:" + line);
  }

  @Test
  void a_run_shows_its_progress_in_one_line_and_ends_with_a_summary() throws Exception {
    String printed = run("discover");

    assertThat(printed)
        .contains("Discovery run-1 of all nodes runs.")
        .contains("\r0 of 10 devices")
        .contains("\r5 of 10 devices, 1 failed")
        .contains("run-1 of all nodes is done: 8 read, 0 unchanged, 2 failed, 0 not tried")
        .contains("Failed, no answer: 2\n  edge9: timeout after 2 s to 192.0.2.9")
        .contains("Skipped: no SNMP service 3, other location 1");
  }

  @Test
  void without_a_terminal_there_is_no_progress_line() throws Exception {
    KarafShell script = KarafShell.headless(discovery);

    assertThat(script.run("opennms-trunkline:discover")).doesNotContain("\r", "\u001b");
    script.close();
  }

  @Test
  void one_node_is_discovered_by_any_of_its_names() throws Exception {
    assertThat(run("discover edge1")).contains("run-1 of node edge1 is done");
    assertThat(run("discover lab:edge1")).contains("run-2 of node edge1 is done");
    assertThat(run("discover 'switch 2'")).contains("run-3 of node switch 2 is done");
  }

  @Test
  void a_detached_run_goes_on_and_can_be_cancelled() throws Exception {
    discovery.stickFast();
    assertThat(run("discover edge1 --detach")).contains("discovery-runs");
    assertThat(run("discovery-runs")).contains("run-1", "node edge1", "running");
    assertThat(shell.complete("opennms-trunkline:discovery-runs --cancel "))
        .containsExactly("run-1");

    assertThat(run("discovery-runs --cancel run-1")).contains("run-1 is cancelled");

    assertThat(discovery.cancelled()).containsExactly("run-1");
    assertThatThrownBy(() -> run("discovery-runs --cancel run-1"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("No run 'run-1' is under way");
  }

  @Test
  void ctrl_c_cancels_the_run() throws Exception {
    discovery.stickFast();
    AtomicReference<Exception> thrown = new AtomicReference<>();
    Thread typing =
        new Thread(
            () -> {
              try {
                run("discover");
              } catch (Exception e) {
                thrown.set(e);
              }
            });
    typing.start();
    Awaitility.await().until(() -> shell.printed().contains("0 of 10 devices"));

    shell.interrupt();

    Awaitility.await().until(() -> discovery.cancelled().contains("run-1"));
    Awaitility.await().until(() -> !typing.isAlive());
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(shell.printed()).contains("run-1 of all nodes is cancelled"));
  }

  @Test
  void a_run_that_reads_nothing_fails_the_command_and_says_why() {
    discovery.silence();

    assertThatThrownBy(() -> run("discover"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("could read nothing")
        .hasMessageContaining("config-check");
    assertThat(shell.printed()).contains("our own address is 192.0.2.250");
  }

  @Test
  void a_node_that_the_host_does_not_have_fails_the_command() {
    assertThatThrownBy(() -> run("discover nobody"))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("no node 'nobody'");
  }

  @Test
  void without_any_run_the_list_says_how_to_start_one() throws Exception {
    assertThat(run("discovery-runs")).contains("opennms-trunkline:discover");
  }
}
