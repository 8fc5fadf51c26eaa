package org.opennms.plugins.trunkline.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.SteppedClock;
import org.opennms.plugins.trunkline.config.TrafficChoice;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Traffic;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.TrafficSummary;

/** Which source an interface has, and how one steps in for the other. */
class TrafficPartTest {
  private static final Instant START = Readings.START;
  private static final Device DEVICE = Ports.device(1, Optional.empty());

  private final SteppedClock clock = new SteppedClock(START);
  private final ScriptedArchive archive = new ScriptedArchive();
  private final ScriptedDevices devices = new ScriptedDevices();
  private final PortList ports =
      new PortList(
          List.of(
              Ports.port(DEVICE, 1, false),
              Ports.port(DEVICE, 2, false),
              Ports.port(DEVICE, 3, true)));
  private final Recorded recorded = new Recorded();
  private Traffic settings = settings(TrafficChoice.AUTO);
  private final TrafficPart part =
      new TrafficPart(
          new TrafficPart.Needs(ports, devices, archive, device -> {}),
          () -> settings,
          clock,
          task -> daemon(task, "test-traffic"),
          task -> daemon(task, "test-archive"));

  TrafficPartTest() {
    part.addSink(recorded);
  }

  @AfterEach
  void close() {
    part.close();
  }

  /** Has stored 1,000 octets a second up to now for the interfaces named. */
  private static final class ScriptedArchive implements MetricArchive {
    private final List<String> collected = new CopyOnWriteArrayList<>();
    private boolean configured = true;
    private Optional<String> problem = Optional.empty();
    private final List<Duration> asked = new CopyOnWriteArrayList<>();

    @Override
    public boolean isConfigured() {
      return configured;
    }

    @Override
    public MetricArchive.Answer read(
        Device device, List<NetworkInterface> of, Instant from, Instant to) {
      asked.add(Duration.between(from, to));
      if (problem.isPresent()) {
        return new MetricArchive.Answer.Unavailable(problem.get());
      }
      Map<InterfaceKey, Series> series = new HashMap<>();
      of.stream()
          .filter(each -> collected.contains(each.ifName()))
          .forEach(each -> series.put(each.key(), series(from, to)));
      return new MetricArchive.Answer.Stored(series);
    }

    private Series series(Instant from, Instant to) {
      long step = 300_000;
      int steps = (int) ((to.toEpochMilli() - from.toEpochMilli()) / step);
      long[] ends = new long[steps];
      Arrays.setAll(ends, i -> from.toEpochMilli() / step * step + (i + 1) * step);
      double[] octets = new double[steps];
      Arrays.fill(octets, 1_000);
      return new Series(ends, step, Map.of(Metric.IN_OCTETS, octets, Metric.OUT_OCTETS, octets));
    }
  }

  /** Count 2,000 octets a second. */
  private final class ScriptedDevices implements CounterReader {
    private final List<String> counters = new CopyOnWriteArrayList<>();
    private final List<String> statuses = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<CounterReader.Answer> read(
        Device device, List<NetworkInterface> of, Wanted wanted) {
      Map<Integer, CounterReading> readings = new HashMap<>();
      for (NetworkInterface each : of) {
        (wanted == Wanted.COUNTERS ? counters : statuses).add(each.ifName());
        long seconds = Duration.between(START, clock.instant()).toSeconds() + 1;
        readings.put(
            each.ifIndex(),
            new CounterReading(
                clock.instant(),
                seconds * 100,
                CounterReading.UNTOLD,
                Readings.octets64(2_000 * seconds),
                Readings.octets64(2_000 * seconds),
                Readings.GIGABIT,
                AdminStatus.UP,
                OperStatus.UP));
      }
      return CompletableFuture.completedFuture(
          new CounterReader.Answer.Told(readings, Set.of(), Set.of()));
    }
  }

  @Test
  void what_the_host_collects_comes_from_the_host_and_the_rest_from_the_devices() {
    archive.collected.addAll(List.of("Gi0/1", "Gi0/3"));
    run(Duration.ofMinutes(30));
    devices.counters.clear();
    run(Duration.ofMinutes(10));
    assertThat(rates("Gi0/1")).containsOnly(8_000.0);
    assertThat(rates("Gi0/2")).containsOnly(16_000.0);
    assertThat(devices.counters).doesNotContain("Gi0/1").contains("Gi0/2");
  }

  @Test
  void critical_interfaces_are_polled_directly_every_minute_though_the_host_collects_them() {
    archive.collected.add("Gi0/3");
    run(Duration.ofMinutes(10));
    assertThat(devices.counters).filteredOn("Gi0/3"::equals).hasSize(10);
    assertThat(rates("Gi0/3")).hasSize(9).containsOnly(16_000.0);
  }

  @Test
  void status_is_asked_of_the_device_whatever_the_source() {
    settings = settings(TrafficChoice.HOST);
    archive.collected.addAll(List.of("Gi0/1", "Gi0/2", "Gi0/3"));
    run(Duration.ofMinutes(10));
    assertThat(devices.counters).isEmpty();
    assertThat(devices.statuses).filteredOn("Gi0/1"::equals).hasSize(2);
    assertThat(devices.statuses).filteredOn("Gi0/3"::equals).hasSize(10);
    assertThat(recorded.samples()).extracting(s -> s.what().operStatus()).contains(OperStatus.UP);
  }

  @Test
  void a_setting_that_was_changed_is_in_force_with_the_next_tick() {
    settings = settings(TrafficChoice.HOST);
    run(Duration.ofSeconds(10));
    assertThat(devices.counters).isEmpty();
    settings = new Traffic(TrafficChoice.DIRECT, Duration.ofSeconds(5), Duration.ofSeconds(5));
    run(Duration.ofSeconds(15));
    assertThat(devices.counters).contains("Gi0/1", "Gi0/2", "Gi0/3");
  }

  @Test
  void direct_polling_steps_in_when_the_host_stops_collecting_and_steps_back() {
    archive.collected.add("Gi0/1");
    run(Duration.ofMinutes(20));
    archive.collected.clear();
    run(Duration.ofMinutes(40));
    assertThat(last("Gi0/1").in().bitsPerSecond()).isEqualTo(16_000);
    archive.collected.add("Gi0/1");
    run(Duration.ofMinutes(80));
    assertThat(last("Gi0/1").in().bitsPerSecond()).isEqualTo(8_000);
  }

  @Test
  void samples_of_an_interface_come_in_the_order_of_time_also_when_the_source_changes() {
    archive.collected.add("Gi0/1");
    run(Duration.ofMinutes(20));
    archive.collected.clear();
    run(Duration.ofMinutes(40));
    archive.collected.add("Gi0/1");
    run(Duration.ofMinutes(80));
    assertThat(samples("Gi0/1")).isSortedAccordingTo((a, b) -> a.end().compareTo(b.end()));
  }

  @Test
  void history_at_the_start_fills_the_day_and_is_no_news_to_anybody() {
    archive.collected.addAll(List.of("Gi0/1", "Gi0/2"));
    run(Duration.ofMinutes(2));
    part.summarize();
    TrafficSummary first =
        part.desk().summaries().stream()
            .filter(s -> s.of().key().name().equals("Gi0/1"))
            .findFirst()
            .orElseThrow();
    assertThat(first.coverage()).isGreaterThan(0.99);
    assertThat(first.in().averageMbps()).isEqualTo(0.008);
    assertThat(samples("Gi0/1"))
        .allMatch(s -> s.end().isAfter(START.minus(Duration.ofMinutes(16))))
        .hasSizeLessThan(5);
  }

  @Test
  void the_day_of_a_critical_interface_is_filled_too_though_it_is_polled_directly() {
    archive.collected.add("Gi0/3");
    run(Duration.ofMinutes(3));
    assertThat(part.desk().day("sw1", "Gi0/3").orElseThrow().summary().coverage())
        .isGreaterThan(0.99);
    assertThat(rates("Gi0/3")).containsOnly(16_000.0);
  }

  @Test
  void when_direct_polling_steps_in_it_does_not_count_again_what_the_host_has_counted() {
    archive.collected.clear();
    run(Duration.ofMinutes(20));
    archive.collected.add("Gi0/1");
    run(Duration.ofMinutes(90));
    archive.collected.clear();
    run(Duration.ofMinutes(40));
    assertThat(samples("Gi0/1"))
        .allMatch(sample -> sample.step().compareTo(Duration.ofMinutes(6)) < 0);
  }

  @Test
  void a_host_that_refuses_is_told_by_the_status_and_everything_is_polled() {
    archive.problem = Optional.of("the host refuses the user");
    run(Duration.ofMinutes(11));
    assertThat(part.status().degraded()).isTrue();
    assertThat(part.status().words()).contains("3 polled directly", "the host refuses the user");
    assertThat(rates("Gi0/1")).containsOnly(16_000.0);
  }

  @Test
  void without_an_alias_the_host_is_not_asked() {
    archive.configured = false;
    run(Duration.ofMinutes(11));
    assertThat(archive.asked).isEmpty();
    assertThat(part.status().words()).isEqualTo("0 interfaces from the host, 3 polled directly");
    TrafficHistory.Reading reading =
        part.history().read(ports.all().get(0), START.minus(Duration.ofDays(9)), clock.instant());
    assertThat(((TrafficHistory.Reading.Samples) reading).samples()).isNotEmpty();
  }

  @Test
  void what_is_no_longer_monitored_is_let_go() {
    run(Duration.ofMinutes(6));
    KnownInterface gone = ports.all().remove(0);
    run(Duration.ofMinutes(1));
    assertThat(part.desk().day("sw1", gone.key().name())).isEmpty();
    devices.counters.clear();
    run(Duration.ofMinutes(6));
    assertThat(devices.counters).doesNotContain("Gi0/1").contains("Gi0/2");
    part.idle();
    assertThat(part.status().words()).startsWith("0 interfaces from the host, 0 polled");
  }

  @Test
  void history_of_many_is_handed_over_one_by_one_on_the_caller_s_thread() {
    archive.collected.addAll(List.of("Gi0/1", "Gi0/2"));
    List<String> came = new ArrayList<>();
    Thread caller = Thread.currentThread();
    part.history()
        .readAll(
            ports.all(),
            START.minus(Duration.ofDays(28)),
            START,
            (of, reading) -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              came.add(of.key().name() + " " + reading.getClass().getSimpleName());
            });
    assertThat(came).containsExactlyInAnyOrder("Gi0/1 Samples", "Gi0/2 Samples", "Gi0/3 Absent");
    assertThat(archive.asked)
        .containsExactlyInAnyOrder(
            Duration.ofDays(21).plusHours(1), Duration.ofDays(7).minusHours(1));
  }

  @Test
  void a_day_of_thousands_of_interfaces_is_summed_up_in_memory() {
    List<KnownInterface> many = new ArrayList<>();
    for (int id = 10; id < 110; id++) {
      for (int port = 1; port <= 30; port++) {
        many.add(Ports.port(Ports.device(id, Optional.empty()), port, false));
      }
    }
    ports.all().addAll(many);
    many.forEach(port -> archive.collected.add(port.key().name()));
    run(Duration.ofMinutes(2));
    assertThat(part.summarize()).isEqualTo("3003 interfaces summed up");
    assertThat(part.desk().summaries()).hasSize(3003);
  }

  private void run(Duration time) {
    for (int second = 0; second < time.toSeconds(); second += 5) {
      part.tick();
      await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(part::isQuiet);
      clock.set(clock.instant().plusSeconds(5));
    }
  }

  private List<TrafficSample> samples(String name) {
    return recorded.samples().stream()
        .filter(s -> s.port().key().name().equals(name))
        .map(Recorded.Of::what)
        .toList();
  }

  private List<Double> rates(String name) {
    return samples(name).stream().map(s -> s.in().bitsPerSecond()).toList();
  }

  private TrafficSample last(String name) {
    List<TrafficSample> all = samples(name);
    return all.get(all.size() - 1);
  }

  private static Traffic settings(TrafficChoice choice) {
    return new Traffic(choice, Duration.ofMinutes(5), Duration.ofMinutes(1));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
