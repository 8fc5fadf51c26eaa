package org.opennms.plugins.trunkline.topology.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.TopologyControl.Refresh;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Failed;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader.Read;

/** Walks of neighbours: bounded, shared, and each with an end. */
class NeighbourRunsTest {
  private static final Read READ = new Read(EnumSet.of(LinkSource.LLDP), OptionalLong.empty());

  private final MemoryDevices devices = new MemoryDevices();
  private final ScriptedReader reader = new ScriptedReader();
  private final MutableClock clock = new MutableClock();
  private final List<NeighbourRuns.Arrival> arrived = new ArrayList<>();
  private final NeighbourRuns runs =
      new NeighbourRuns(devices, reader, () -> 2, clock, arrived::add);

  @BeforeEach
  void add() {
    for (int node = 1; node <= 5; node++) {
      devices.add(node);
    }
  }

  private static List<NodeKey> nodes(int... ids) {
    List<NodeKey> nodes = new ArrayList<>();
    for (int id : ids) {
      nodes.add(new NodeKey("lab:" + id));
    }
    return nodes;
  }

  private Refresh start(String trigger, int... ids) {
    return runs.start(trigger, Optional.empty(), nodes(ids), Duration.ZERO);
  }

  private void answer(int id) {
    reader.asked.get(new NodeKey("lab:" + id)).complete(READ);
  }

  private Refresh latest() {
    return runs.all().get(0);
  }

  @Test
  void no_more_devices_are_asked_at_once_than_the_configuration_allows() {
    start("daily", 1, 2, 3, 4, 5);
    assertThat(reader.order).hasSize(2);

    answer(1);

    assertThat(reader.order).hasSize(3);
    assertThat(latest().read()).isEqualTo(1);
  }

  @Test
  void a_device_that_two_runs_want_is_asked_once_and_counts_in_both() {
    start("daily", 1);
    start("event", 1);
    answer(1);

    assertThat(reader.order).containsExactly(new NodeKey("lab:1"));
    assertThat(runs.all()).allMatch(r -> r.read() == 1 && !r.isRunning());
    assertThat(arrived).hasSize(1);
  }

  @Test
  void who_came_last_does_not_wait_for_the_daily_walk() {
    start("daily", 1, 2, 3, 4);
    start("operator", 5);
    answer(1);

    assertThat(reader.order.get(2)).isEqualTo(new NodeKey("lab:5"));
  }

  @Test
  void a_failure_is_counted_with_an_example_and_stops_nothing() {
    start("daily", 1, 2, 3);
    reader.asked.get(new NodeKey("lab:1")).complete(new Failed("no answer"));
    answer(2);
    answer(3);

    assertThat(latest().failed()).isEqualTo(1);
    assertThat(latest().failures()).containsExactly("host1: no answer");
    assertThat(latest().isRunning()).isFalse();
  }

  @Test
  void a_node_that_is_gone_is_a_failure_and_not_a_wait() {
    start("daily", 9);

    assertThat(latest().failed()).isEqualTo(1);
    assertThat(latest().isRunning()).isFalse();
  }

  @Test
  void a_reader_that_never_answers_is_given_up() {
    start("daily", 1, 2, 3);
    clock.pass(Duration.ofMinutes(16));
    runs.tick();

    assertThat(latest().failed()).isEqualTo(2);
    assertThat(reader.order).hasSize(3);
  }

  @Test
  void spread_devices_are_asked_one_after_the_other() {
    runs.start("daily", Optional.empty(), nodes(1, 2, 3, 4), Duration.ofMinutes(40));
    assertThat(reader.order).hasSize(1);

    answer(1);
    clock.pass(Duration.ofMinutes(10));
    runs.tick();

    assertThat(reader.order).hasSize(2);
  }

  @Test
  void closing_ends_all_runs_and_asks_nobody_any_more() {
    start("daily", 1, 2, 3);
    runs.close();

    assertThat(runs.all()).noneMatch(Refresh::isRunning);
    assertThat(reader.asked.values()).allMatch(f -> f.isCancelled());
    assertThat(start("event", 4).isRunning()).isFalse();
    assertThat(reader.order).hasSize(2);
    assertThat(arrived).isEmpty();
  }

  @Test
  void a_run_over_nobody_is_over_at_once_and_only_the_last_are_kept() {
    for (int i = 0; i < 30; i++) {
      assertThat(start("event").isRunning()).isFalse();
    }
    assertThat(runs.all()).hasSize(20);
  }
}
