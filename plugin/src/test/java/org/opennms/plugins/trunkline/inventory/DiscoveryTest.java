package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.config.IpLiteral;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.DiscoveryRun.State;
import org.opennms.plugins.trunkline.operations.OperationException;

class DiscoveryTest {
  private final World world = new World();

  @Test
  void a_run_counts_what_it_reads() {
    nodes(4);
    world.reader.script("n2", (d, k) -> Samples.failed(FailureReason.NO_ANSWER));
    world.reader.script("n3", (d, k) -> unchanged());
    world.host.add(Samples.silentOne(9, "printer", Optional.of(Samples.ADDRESS), false));
    world.reader.atOnce = false;

    String id = world.discovery().discoverAll().id();
    assertThat(run(id).total()).isZero();
    world.worker.run();
    assertThat(run(id))
        .satisfies(r -> assertThat(r.state()).isEqualTo(State.RUNNING))
        .satisfies(r -> assertThat(r.total()).isEqualTo(4))
        .satisfies(r -> assertThat(r.remaining()).isEqualTo(4));
    world.clock.pass(Duration.ofSeconds(2));
    world.reader.answer("n1");
    world.worker.run();
    assertThat(run(id).remaining()).isEqualTo(3);
    assertThat(run(id).devicesPerSecond()).isEqualTo(0.5);
    world.reader.answerAll();
    world.worker.run();

    DiscoveryRun done = run(id);
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.complete()).isEqualTo(2);
    assertThat(done.unchanged()).isEqualTo(1);
    assertThat(done.failed()).isEqualTo(1);
    assertThat(done.remaining()).isZero();
    assertThat(done.interfaces()).isEqualTo(2);
    assertThat(done.varbinds()).isEqualTo(2 * 7 + 5);
    assertThat(done.skipped()).isEqualTo(Map.of("the host found no service SNMP on it", 1));
    assertThat(done.ended()).contains(world.clock.instant());
    assertThat(done.message()).isEmpty();
    assertThat(world.part.inventory().summary().lastDiscovery()).isEqualTo(done.ended());
  }

  @Test
  void failures_are_grouped_by_reason_most_frequent_first_with_five_examples() {
    nodes(9);
    for (int i = 1; i <= 7; i++) {
      world.reader.script("n" + i, (d, k) -> Samples.failed(FailureReason.WRONG_DIGEST));
    }
    world.reader.script("n8", (d, k) -> Samples.failed(FailureReason.NO_ANSWER));
    List<DiscoveryRun.FailureGroup> groups = world.look().failures();
    assertThat(groups).extracting(DiscoveryRun.FailureGroup::count).containsExactly(7, 1);
    assertThat(groups.get(0).reason()).isEqualTo("wrong SNMPv3 authentication");
    assertThat(groups.get(0).examples()).hasSize(5).contains("n1: because");
  }

  @Test
  void a_device_that_cannot_be_read_harms_no_other() {
    nodes(6);
    world.reader.script("n1", (d, k) -> fail(new IllegalStateException("in the reader")));
    world.reader.script("n2", (d, k) -> Samples.complete(Samples.port(d, 1, "x"), null));
    world.reader.script("n3", (d, k) -> null);
    world.reader.script("n4", (d, k) -> Samples.complete(Samples.port(d, 1, "x", "fault")));
    world.host.broken.add(5);
    DiscoveryRun run = world.look();
    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(run.failed()).isEqualTo(4);
    assertThat(run.skipped()).containsOnlyKeys("the node DAO failed: LazyInitializationException");
    assertThat(world.names()).containsExactly("Req:n6/eth0");
  }

  @Test
  void a_stage_that_fails_is_an_internal_error() {
    nodes(1);
    world.reader.atOnce = false;
    world.discovery().discoverAll();
    world.worker.run();
    world.reader.open.get("n1").completeExceptionally(new IllegalStateException("bug"));
    world.worker.run();
    assertThat(last().failures())
        .singleElement()
        .satisfies(g -> assertThat(g.reason()).isEqualTo("internal error"));
  }

  @Test
  void a_device_that_never_answers_is_given_up_and_does_not_hold_the_others_up() {
    nodes(3);
    world.settings.put("discovery.concurrency", "2");
    world.reader.atOnce = false;
    world.discovery().discoverAll();
    world.worker.run();
    world.reader.answer("n2");
    world.worker.run();
    world.reader.answer("n3");
    world.worker.run();
    assertThat(last().complete()).isEqualTo(2);
    assertThat(last().state()).isEqualTo(State.RUNNING);
    world.clock.pass(Duration.ofMinutes(16));
    world.discovery().tick();
    world.worker.run();
    assertThat(last().state()).isEqualTo(State.DONE);
    assertThat(last().failures().get(0).examples()).containsExactly("n1: no end after 15 minutes");
    assertThat(world.reader.cancelled).isEqualTo(1);
  }

  @Test
  void no_more_devices_are_read_at_once_than_allowed_whatever_the_number_of_runs() {
    nodes(30);
    world.settings.put("discovery.concurrency", "5");
    world.reader.atOnce = false;
    world.discovery().discoverAll();
    world.discovery().look("schedule", Duration.ZERO);
    world.discovery().read("event", List.of(1, 2, 3, 4, 5, 6, 7, 8));
    world.worker.run();
    while (!world.reader.open.isEmpty()) {
      assertThat(world.reader.open.size()).isLessThanOrEqualTo(5);
      world.reader.answer(world.reader.open.keySet().iterator().next());
      world.worker.run();
    }
    assertThat(world.reader.mostOpen).isEqualTo(5);
    assertThat(world.discovery().runs()).allMatch(r -> r.state() == State.DONE);
    assertThat(world.discovery().runs()).extracting(DiscoveryRun::complete).contains(8, 30);
  }

  @Test
  void an_operator_who_wants_one_device_does_not_queue() {
    nodes(3);
    world.settings.put("discovery.concurrency", "1");
    world.reader.atOnce = false;
    world.discovery().discoverAll();
    world.worker.run();
    String wanted = world.discovery().discover("n3").orElseThrow().id();
    world.worker.run();
    world.reader.answer("n3");
    world.worker.run();
    assertThat(run(wanted).state()).isEqualTo(State.DONE);
    assertThat(run(wanted).device()).hasValueSatisfying(d -> assertThat(d.label()).isEqualTo("n3"));
  }

  @Test
  void a_spread_run_keeps_to_its_time() {
    nodes(10);
    world.discovery().look("schedule", Duration.ofMinutes(50));
    for (int minute = 0; minute < 50; minute++) {
      world.discovery().tick();
      world.worker.run();
      assertThat(world.reader.asks).hasSize(minute / 5 + 1);
      world.clock.pass(Duration.ofMinutes(1));
    }
    assertThat(last().state()).isEqualTo(State.DONE);
  }

  @Test
  void a_clock_that_is_set_back_does_not_hold_a_spread_run_up() {
    nodes(10);
    world.discovery().look("schedule", Duration.ofMinutes(50));
    world.worker.run();
    world.clock.pass(Duration.ofHours(-5));
    world.discovery().tick();
    world.worker.run();
    assertThat(last().state()).isEqualTo(State.DONE);
  }

  @Test
  void ticks_do_not_pile_up_behind_a_slow_host() {
    nodes(3);
    world.discovery().look("schedule", Duration.ofMinutes(50));
    for (int i = 0; i < 100; i++) {
      world.discovery().tick();
    }
    assertThat(world.worker.size()).isLessThanOrEqualTo(2);
  }

  @Test
  void a_second_request_for_all_is_the_run_under_way() {
    nodes(2);
    world.reader.atOnce = false;
    String first = world.discovery().discoverAll().id();
    assertThat(world.discovery().discoverAll().id()).isEqualTo(first);
    world.worker.run();
    assertThat(world.discovery().look("schedule", Duration.ZERO)).isTrue();
    assertThat(world.discovery().look("schedule", Duration.ZERO)).isFalse();
    assertThat(world.discovery().runs()).hasSize(2);
  }

  @Test
  void a_device_is_asked_once_however_many_runs_want_it() {
    nodes(1);
    world.reader.atOnce = false;
    world.discovery().discoverAll();
    world.discovery().read("event", List.of(1));
    world.discovery().discover("n1");
    world.worker.run();
    assertThat(world.reader.asks).hasSize(1);
    world.reader.answerAll();
    world.worker.run();
    assertThat(world.discovery().runs())
        .hasSize(3)
        .allMatch(r -> r.state() == State.DONE && r.complete() == 1);
  }

  @Test
  void an_operator_is_not_put_off_with_the_short_look_of_a_scheduled_run() {
    nodes(1);
    world.look();
    world.reader.asks.clear();
    world.reader.atOnce = false;
    world.reader.script("n1", (d, k) -> k.isPresent() ? unchanged() : Samples.one(d));
    world.discovery().look("schedule", Duration.ZERO);
    world.worker.run();
    String wanted = world.discovery().discover("n1").orElseThrow().id();
    world.worker.run();
    world.reader.answerAll();
    world.worker.run();
    assertThat(world.reader.asks)
        .extracting(ScriptedReader.Ask::thorough)
        .containsExactly(false, true);
    world.reader.answerAll();
    world.worker.run();
    assertThat(run(wanted).complete()).isEqualTo(1);
    assertThat(run(wanted).state()).isEqualTo(State.DONE);
  }

  @Test
  void cancelling_stops_the_requests_under_way_and_keeps_what_was_read() {
    nodes(5);
    world.settings.put("discovery.concurrency", "2");
    world.reader.atOnce = false;
    String id = world.discovery().discoverAll().id();
    world.worker.run();
    world.reader.answer("n1");
    world.worker.run();
    assertThat(world.discovery().cancel(id)).isTrue();
    assertThat(world.reader.open).isEmpty();
    assertThat(world.reader.cancelled).isEqualTo(2);
    world.worker.run();
    assertThat(run(id).state()).isEqualTo(State.CANCELLED);
    assertThat(run(id).complete()).isEqualTo(1);
    assertThat(run(id).failed()).isZero();
    assertThat(world.names()).containsExactly("Req:n1/eth0");
    assertThat(world.discovery().cancel(id)).isFalse();
    assertThat(world.discovery().cancel("nonsense")).isFalse();
  }

  @Test
  void a_reading_that_another_run_waits_for_survives_the_cancelling() {
    nodes(1);
    world.reader.atOnce = false;
    String all = world.discovery().discoverAll().id();
    String one = world.discovery().discover("n1").orElseThrow().id();
    world.worker.run();
    world.discovery().cancel(all);
    assertThat(world.reader.cancelled).isZero();
    world.reader.answerAll();
    world.worker.run();
    assertThat(run(one).complete()).isEqualTo(1);
    assertThat(run(all).complete()).isZero();
  }

  @Test
  void nobody_answering_is_said_once_with_the_own_address() {
    nodes(3);
    for (int i = 1; i <= 3; i++) {
      world.reader.script("n" + i, (d, k) -> Samples.failed(FailureReason.NO_ANSWER));
    }
    assertThat(world.look().message())
        .startsWith("Nobody answered. Devices see requests from 127.0.0.1:")
        .contains("access lists", "etc/trunkline/snmp.yaml");
  }

  @Test
  void a_host_that_is_away_fails_the_run_and_marks_nothing() {
    nodes(2);
    world.look();
    world.host.away = true;
    DiscoveryRun run = world.look();
    assertThat(run.state()).isEqualTo(State.FAILED);
    assertThat(run.message()).isEqualTo("the node DAO is away");
    assertThat(world.names()).containsExactly("Req:n1/eth0", "Req:n2/eth0");
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(() -> world.discovery().discover("n1"))
        .withMessage("the node DAO is away")
        .satisfies(e -> assertThat(e.remedy()).isNotBlank());
  }

  @Test
  void a_node_without_address_fails_for_the_operator_and_is_skipped_by_the_schedule() {
    world.host.add(Samples.silentOne(1, "n1", Optional.empty(), true));
    assertThat(world.look().skipped()).containsOnlyKeys("the host knows no address");
    world.discovery().discover("n1");
    world.worker.run();
    assertThat(last().failures().get(0).reason()).isEqualTo("no address");
    assertThat(last().state()).isEqualTo(State.DONE);
  }

  @Test
  void an_operator_reads_a_node_whatever_the_selection_says() {
    world.host.add(Samples.silentOne(1, "n1", IpLiteral.parse("192.0.2.7"), false));
    assertThat(world.discovery().discover("nobody")).isEmpty();
    assertThat(world.discovery().discover("Req:n1")).isPresent();
    world.worker.run();
    assertThat(last().complete()).isEqualTo(1);
  }

  @Test
  void twenty_runs_are_kept_and_those_under_way_besides() {
    nodes(2);
    world.discovery().look("schedule", Duration.ofHours(1));
    world.worker.run();
    String spread = last().id();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      ids.add(world.discovery().discover("n1").orElseThrow().id());
      world.worker.run();
    }
    assertThat(world.discovery().runs()).hasSize(20);
    assertThat(world.discovery().runs().get(0).id()).isEqualTo(ids.get(49));
    assertThat(run(spread).state()).isEqualTo(State.RUNNING);
    assertThat(world.discovery().run(ids.get(0))).isEmpty();
  }

  @Test
  void closing_leaves_nothing() {
    nodes(5);
    world.reader.atOnce = false;
    world.discovery().discoverAll();
    world.worker.run();
    world.discovery().discover("n1");
    world.worker.stop();
    world.discovery().close();
    assertThat(world.reader.open).isEmpty();
    assertThat(world.reader.cancelled).isEqualTo(5);
    assertThat(world.discovery().runs()).allMatch(r -> r.state() == State.CANCELLED);
    world.worker.run();
    assertThat(world.reader.asks).hasSize(5);
    assertThat(world.discovery().discoverAll().state()).isEqualTo(State.CANCELLED);
    assertThat(world.discovery().discoverAll().message()).isEqualTo("Trunkline is stopping.");
  }

  private void nodes(int count) {
    for (int i = 1; i <= count; i++) {
      world.host.add(Samples.device(i, "n" + i));
    }
  }

  private DiscoveryRun run(String id) {
    return world.discovery().run(id).orElseThrow();
  }

  private DiscoveryRun last() {
    return world.discovery().runs().get(0);
  }

  private DeviceReading unchanged() {
    return new DeviceReading.Unchanged(Samples.fingerprint(200, world.clock.instant()), 5);
  }

  private static DeviceReading fail(RuntimeException e) {
    throw e;
  }
}
