package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;

class NodeChangesTest {
  private final World world = new World();
  private final NodeChanges changes = world.part.changes();

  @Test
  void an_import_gives_one_run_when_it_has_calmed_down() {
    for (int id = 1; id <= 40; id++) {
      world.host.add(Samples.device(id, "n" + id));
      changes.announce(id);
      changes.announce(id);
      pass(Duration.ofSeconds(1));
    }
    assertThat(runs()).isEmpty();
    pass(Duration.ofSeconds(29));
    assertThat(runs())
        .singleElement()
        .matches(r -> r.trigger().equals("event") && r.complete() == 40);
    pass(Duration.ofMinutes(5));
    assertThat(runs()).hasSize(1);
  }

  @Test
  void a_host_that_never_falls_silent_keeps_nobody_waiting_for_ever() {
    for (int second = 0; second < 310; second++) {
      changes.announce(1);
      pass(Duration.ofSeconds(1));
    }
    assertThat(runs()).hasSize(1);
  }

  @Test
  void a_node_that_the_configuration_leaves_out_is_left_out() {
    world.host.add(Samples.silentOne(1, "n1", Optional.of(Samples.ADDRESS), false));
    changes.announce(1);
    changes.announce(99);
    pass(Duration.ofSeconds(30));
    assertThat(runs().get(0).skipped())
        .containsOnlyKeys("the host found no service SNMP on it", "no longer known to the host");
  }

  @Test
  void without_delay_a_run_starts_at_the_next_tick() {
    world.settings.put("discovery.event-delay", "0s");
    changes.announce(1);
    pass(Duration.ZERO);
    assertThat(runs()).hasSize(1);
  }

  @Test
  void a_clock_that_is_set_back_delays_nothing() {
    changes.announce(1);
    pass(Duration.ofHours(-3));
    assertThat(runs()).hasSize(1);
  }

  @Test
  void after_too_many_announcements_every_node_is_looked_at() {
    world.host.add(Samples.device(3, "n3"));
    for (int id = 1; id <= NodeChanges.MOST + 1; id++) {
      changes.announce(id);
    }
    pass(Duration.ofSeconds(30));
    assertThat(runs()).singleElement().matches(r -> r.total() == 1 && r.complete() == 1);
  }

  @Test
  void as_many_announcements_as_fit_do_not_overflow_by_being_repeated() {
    for (int i = 0; i < 2; i++) {
      for (int id = 1; id <= NodeChanges.MOST; id++) {
        changes.announce(id);
      }
    }
    pass(Duration.ofSeconds(30));
    assertThat(runs().get(0).skipped())
        .containsEntry("no longer known to the host", NodeChanges.MOST);
  }

  @Test
  void an_overflow_while_such_a_run_is_under_way_is_not_forgotten() {
    world.host.add(Samples.device(3, "n3"));
    world.reader.atOnce = false;
    overflow();
    overflow();
    assertThat(runs()).hasSize(1);
    world.reader.answerAll();
    world.worker.run();
    pass(Duration.ofSeconds(1));
    assertThat(runs()).hasSize(2);
  }

  private void overflow() {
    for (int id = 1; id <= NodeChanges.MOST + 1; id++) {
      changes.announce(id);
    }
    pass(Duration.ofSeconds(30));
  }

  private void pass(Duration time) {
    world.clock.pass(time);
    world.part.tick();
    world.worker.run();
  }

  private List<DiscoveryRun> runs() {
    return world.discovery().runs();
  }
}
