package org.opennms.plugins.trunkline.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.SteppedClock;
import org.opennms.plugins.trunkline.config.TrafficChoice;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Traffic;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.traffic.TrafficMeters.Event;

class DirectPollerTest {
  private static final Instant START = Readings.START;
  private static final Traffic SETTINGS =
      new Traffic(TrafficChoice.DIRECT, Duration.ofMinutes(5), Duration.ofMinutes(1));

  private final SteppedClock clock = new SteppedClock(START);
  private final TrafficMeters meters = new TrafficMeters();
  private final SampleFlow flow = new SampleFlow(meters, task -> new Thread(task, "test-traffic"));
  private final Recorded recorded = new Recorded();
  private final ScriptedReader reader = new ScriptedReader();
  private final List<Device> lookedAgain = new CopyOnWriteArrayList<>();
  private final DirectPoller poller =
      new DirectPoller(reader, flow, meters, clock, lookedAgain::add);
  private final WatchList watched = new WatchList();

  DirectPollerTest() {
    flow.add(recorded);
  }

  @AfterEach
  void close() {
    flow.close();
  }

  /** Answers with counters that grow by 37,500 octets a second, or not at all. */
  private final class ScriptedReader implements CounterReader {
    private final List<NodeKey> asked = new CopyOnWriteArrayList<>();
    private final Map<NodeKey, Instant> askedAt = new HashMap<>();
    private final List<CompletableFuture<Answer>> held = new ArrayList<>();
    private boolean hold;
    private Optional<String> silence = Optional.empty();
    private final Set<Integer> absent = new HashSet<>();
    private final Set<Integer> strangers = new HashSet<>();
    private final Set<Integer> lost = new HashSet<>();

    @Override
    public CompletionStage<Answer> read(Device device, List<NetworkInterface> of, Wanted wanted) {
      asked.add(device.key());
      askedAt.put(device.key(), clock.instant());
      if (hold) {
        CompletableFuture<Answer> open = new CompletableFuture<>();
        held.add(open);
        return open;
      }
      return CompletableFuture.completedFuture(answer(of));
    }

    private Answer answer(List<NetworkInterface> of) {
      if (silence.isPresent()) {
        return new Answer.Silent(silence.get());
      }
      Map<Integer, CounterReading> readings = new HashMap<>();
      for (NetworkInterface each : of) {
        readings.put(each.ifIndex(), reading());
      }
      readings.keySet().removeAll(absent);
      readings.keySet().removeAll(strangers);
      readings.keySet().removeAll(lost);
      return new Answer.Told(readings, absent, strangers);
    }

    private CounterReading reading() {
      Duration run = Duration.between(START, clock.instant());
      return new CounterReading(
          clock.instant(),
          1_000_000 + run.toMillis() / 10,
          CounterReading.UNTOLD,
          Readings.octets64(37_500 * run.toSeconds()),
          Readings.octets64(0),
          Readings.GIGABIT,
          AdminStatus.UP,
          OperStatus.UP);
    }
  }

  @Test
  void polls_are_spread_over_the_interval_and_do_not_drift() {
    plan(devices(600, 1, false));
    poller.tick(clock.instant());
    assertThat(reader.asked).isEmpty();
    int most = 0;
    for (int second = 1; second <= 300; second++) {
      int before = reader.asked.size();
      tick(1);
      most = Math.max(most, reader.asked.size() - before);
    }
    assertThat(reader.asked).hasSize(600).doesNotHaveDuplicates();
    assertThat(most).isLessThan(12);
    Map<NodeKey, Instant> first = new HashMap<>(reader.askedAt);
    for (int round = 0; round < 3; round++) {
      // However the ticks fall, the polls stay where they are.
      for (int second = 0; second < 300; second += 3) {
        tick(3);
      }
    }
    first.forEach(
        (node, at) ->
            assertThat(Duration.between(at, reader.askedAt.get(node)))
                .isBetween(Duration.ofSeconds(900 - 3), Duration.ofSeconds(900 + 3)));
  }

  @Test
  void critical_interfaces_are_polled_five_times_as_often() {
    plan(devices(1, 2, true));
    poller.tick(clock.instant());
    for (int second = 0; second < 300; second++) {
      tick(1);
    }
    assertThat(reader.asked).hasSize(5);
  }

  @Test
  void readings_become_samples_and_statuses() {
    plan(devices(1, 1, false));
    run(601);
    await().until(() -> recorded.samples().size() == 1);
    assertThat(recorded.samples().get(0).what().in().bitsPerSecond()).isEqualTo(300_000);
    assertThat(recorded.samples().get(0).what().quality()).isEqualTo(TrafficQuality.GOOD);
    assertThat(recorded.statuses()).hasSize(2).allMatch(s -> s.what().answered());
  }

  @Test
  void silence_is_a_gap_and_a_status_and_what_comes_after_covers_it() {
    plan(devices(1, 1, false));
    run(300);
    reader.silence = Optional.of("no answer to 4 attempts");
    run(300);
    await().until(() -> recorded.samples().size() == 1);
    assertThat(poller.silent()).containsEntry("sw1", "no answer to 4 attempts");
    reader.silence = Optional.empty();
    run(300);
    await().until(() -> recorded.samples().size() == 2);
    assertThat(recorded.samples())
        .extracting(s -> s.what().quality())
        .containsExactly(TrafficQuality.GAP, TrafficQuality.GAP);
    assertThat(recorded.samples().get(0).what().hasRates()).isFalse();
    assertThat(recorded.samples().get(1).what().in().bitsPerSecond()).isEqualTo(300_000);
    assertThat(recorded.samples().get(1).what().step()).isEqualTo(Duration.ofMinutes(10));
    assertThat(recorded.statuses()).extracting(s -> s.what().answered()).contains(false);
    assertThat(poller.silent()).isEmpty();
    assertThat(meters.of(Event.SILENT)).isEqualTo(1);
  }

  @Test
  void an_interface_that_is_not_told_of_is_a_gap_on_a_device_that_answers() {
    plan(devices(1, 4, false));
    reader.absent.add(2);
    reader.strangers.add(3);
    reader.lost.add(4);
    run(300);
    await().until(() -> recorded.samples().size() == 3);
    assertThat(recorded.samples())
        .extracting(s -> s.what().quality())
        .containsOnly(TrafficQuality.GAP);
    assertThat(recorded.statuses()).hasSize(4).allMatch(s -> s.what().answered());
    assertThat(recorded.statuses())
        .filteredOn(s -> s.what().operStatus() == OperStatus.UNTOLD)
        .extracting(s -> s.port().networkInterface().ifIndex())
        .containsExactlyInAnyOrder(2, 3, 4);
    assertThat(poller.silent()).isEmpty();
    assertThat(meters.of(Event.SILENT)).isZero();
    assertThat(meters.of(Event.STRANGER)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"absent", "strangers"})
  void a_device_with_other_interfaces_is_looked_at_again_but_not_all_the_time(String how) {
    plan(devices(2, 1, false));
    run(300);
    assertThat(lookedAgain).isEmpty();
    (how.equals("absent") ? reader.absent : reader.strangers).add(1);
    run(300);
    assertThat(lookedAgain).extracting(Device::nodeId).containsExactlyInAnyOrder(1, 2);
    run(3000);
    assertThat(lookedAgain).hasSize(2);
    run(600);
    assertThat(lookedAgain).hasSize(4);
  }

  @Test
  void a_lost_request_is_no_reason_to_look_at_a_device_again() {
    plan(devices(1, 2, false));
    reader.lost.add(1);
    run(600);
    assertThat(lookedAgain).isEmpty();
  }

  @Test
  void a_device_that_is_still_being_asked_loses_its_round_and_only_its_own() {
    plan(devices(2, 1, false));
    reader.hold = true;
    run(300);
    assertThat(reader.held).hasSize(2);
    reader.held.get(0).complete(new CounterReader.Answer.Silent("late"));
    run(300);
    assertThat(meters.of(Event.OVERRUN)).isEqualTo(1);
    assertThat(reader.held).hasSize(3);
  }

  @Test
  void too_many_devices_at_once_lose_their_rounds_and_nothing_piles_up() {
    plan(devices(DirectPoller.MOST_UNDER_WAY + 50, 1, false));
    reader.hold = true;
    run(300);
    assertThat(reader.held).hasSize(DirectPoller.MOST_UNDER_WAY);
    assertThat(meters.of(Event.OVERLOAD)).isEqualTo(50);
  }

  @Test
  void after_a_standstill_each_device_is_asked_once_and_the_rounds_lost_are_counted() {
    plan(devices(3, 1, false));
    run(300);
    int before = reader.asked.size();
    tick(1_500);
    assertThat(reader.asked).hasSize(before + 3);
    assertThat(meters.of(Event.MISSED)).isEqualTo(3 * 4);
  }

  @Test
  void when_the_clock_steps_back_polling_goes_on() {
    plan(devices(3, 1, false));
    run(300);
    clock.set(START.minus(Duration.ofHours(5)));
    poller.tick(clock.instant());
    int before = reader.asked.size();
    run(300);
    assertThat(reader.asked).hasSize(before + 3);
  }

  @Test
  void a_consumer_that_throws_does_not_hold_up_the_others() {
    Recorded second = new Recorded();
    flow.add(
        new SampleSink() {
          @Override
          public void sample(KnownInterface of, TrafficSample sample) {
            throw new IllegalStateException("broken on purpose");
          }

          @Override
          public void status(KnownInterface of, LinkStatus status) {
            throw new IllegalStateException("broken on purpose");
          }
        });
    flow.add(second);
    plan(devices(1, 1, false));
    run(601);
    await().until(() -> second.samples().size() == 1 && recorded.samples().size() == 1);
    assertThat(meters.of(Event.SINK_FAILED)).isEqualTo(3);
  }

  private void run(int seconds) {
    poller.tick(clock.instant());
    for (int second = 0; second < seconds; second++) {
      tick(1);
    }
  }

  private void tick(int seconds) {
    clock.set(clock.instant().plusSeconds(seconds));
    poller.tick(clock.instant());
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> reader.hold || flow.isQuiet());
  }

  private void plan(List<KnownInterface> ports) {
    watched.replace(ports);
    poller.plan(PollGroup.plan(watched.all(), SETTINGS, false, START));
  }

  private static List<KnownInterface> devices(int count, int ports, boolean critical) {
    List<KnownInterface> all = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      Device device = Ports.device(id, Optional.empty());
      for (int port = 1; port <= ports; port++) {
        all.add(Ports.port(device, port, critical));
      }
    }
    return all;
  }
}
