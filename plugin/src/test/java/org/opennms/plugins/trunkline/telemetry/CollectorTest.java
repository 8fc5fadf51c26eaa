package org.opennms.plugins.trunkline.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.SteppedClock;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetryFile;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetrySettings;

class CollectorTest {
  private static final Instant BEGIN = Instant.parse("2026-11-20T09:00:00Z");
  private static final Duration INTERVAL = Duration.ofMinutes(5);

  private final SteppedClock clock = new SteppedClock(BEGIN);
  private final Sink sink = new Sink();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final List<List<String>> asked = new ArrayList<>();
  private List<Metric> answer = List.of(Metric.gauge(Collector.UPTIME, 360_000, ""));
  private List<Metric> measured = List.of();
  private boolean busy;
  private final Collector collector =
      new Collector(
          new InMemoryInterfaces(SampleNetwork.all()),
          this::latest,
          this::read,
          sink,
          clock,
          this::execute);

  @Test
  void a_device_has_one_turn_an_interval_and_none_at_the_start() {
    TelemetrySettings settings = settings("interfaces: all");
    collector.tick(settings);
    assertThat(waiting).isEmpty();
    for (int second = 0; second < 3 * INTERVAL.toSeconds(); second += 5) {
      later(Duration.ofSeconds(5), settings);
    }
    assertThat(sink.collections).hasSize(6);
    assertThat(sink.collections.stream().map(c -> c.device().label()).distinct()).hasSize(2);
    assertThat(sink.collections).allMatch(c -> c.interval().equals(INTERVAL));
  }

  @Test
  void turns_of_devices_are_spread_over_the_interval() {
    Collector many =
        new Collector(
            new InMemoryInterfaces(SampleNetwork.generated(4800)),
            this::latest,
            this::read,
            sink,
            clock,
            Runnable::run);
    TelemetrySettings settings = settings("interfaces: all");
    many.tick(settings);
    int most = 0;
    for (int i = 0; i < 60; i++) {
      int before = sink.collections.size();
      clock.set(clock.instant().plusSeconds(5));
      many.tick(settings);
      most = Math.max(most, sink.collections.size() - before);
    }
    assertThat(sink.collections).hasSize(100);
    assertThat(most).isLessThan(25);
  }

  @Test
  void by_default_only_critical_interfaces_are_collected_and_a_device_without_has_no_turn() {
    round(settings(""));
    assertThat(sink.collections).hasSize(1);
    assertThat(sink.collections.get(0).interfaces())
        .extracting(i -> i.known().key())
        .containsExactly(SampleNetwork.UPLINK.key());
  }

  @Test
  void a_template_gives_a_class_of_devices_its_interval_choice_objects_and_metadata() {
    TelemetrySettings settings =
        settings(
            """
            templates:
              - name: routers
                types: [router]
                interval: 10s
                interfaces: monitored
                objects: ["HOST-RESOURCES-MIB::hrProcessorLoad.1"]
                metadata: {department: Backbone}
            """);
    answer =
        List.of(
            Metric.gauge(Collector.UPTIME, 360_000, ""),
            Metric.gauge("HOST-RESOURCES-MIB::hrProcessorLoad.1", 12, ""));
    round(settings);
    assertThat(sink.collections).hasSizeGreaterThan(20);
    DeviceCollection first = sink.collections.get(0);
    assertThat(first.uptime()).contains(Duration.ofHours(1));
    assertThat(first.metrics())
        .extracting(Metric::name)
        .containsExactly("HOST-RESOURCES-MIB::hrProcessorLoad.1");
    assertThat(first.template().metadata()).isEqualTo(Map.of("department", "Backbone"));
    assertThat(asked.get(0)).contains("HOST-RESOURCES-MIB::hrProcessorLoad.1", Collector.UPTIME);
  }

  @Test
  void values_keep_the_time_at_which_they_were_measured_and_old_ones_are_left_out() {
    Instant fresh = BEGIN.minusSeconds(60);
    measured =
        List.of(
            Metric.counter("ifHCInOctets", 1, "octets").measuredAt(fresh),
            Metric.counter("ifHCOutOctets", 1, "octets").measuredAt(BEGIN.minusSeconds(3600)));
    round(settings(""));
    List<Metric> metrics = sink.collections.get(0).interfaces().get(0).metrics();
    assertThat(metrics)
        .extracting(Metric::name)
        .contains("ifHCInOctets", "ifOperStatus", "ifAdminStatus", "ifSpeed")
        .doesNotContain("ifHCOutOctets");
    assertThat(metrics.get(0).measured()).contains(fresh);
    assertThat(metrics)
        .filteredOn(m -> m.name().equals("ifOperStatus"))
        .extracting(m -> m.measured().orElseThrow())
        .containsExactly(SampleNetwork.UPLINK.lastSeen());
  }

  @Test
  void what_was_measured_is_not_told_a_second_time_as_it_was_discovered() {
    measured =
        List.of(
            Metric.text("ifOperStatus", "DOWN").measuredAt(BEGIN),
            Metric.gauge("ifSpeed", 5, "bit/s").measuredAt(BEGIN));
    round(settings(""));
    assertThat(sink.collections.get(0).interfaces().get(0).metrics())
        .extracting(Metric::name)
        .containsExactlyInAnyOrder("ifOperStatus", "ifSpeed", "ifAdminStatus");
  }

  @Test
  void a_device_that_falls_silent_and_one_that_comes_back_are_told_once_each() {
    TelemetrySettings settings = settings("");
    round(settings);
    assertThat(sink.changes).as("to answer is the ordinary case").isEmpty();
    answer = List.of();
    round(settings);
    round(settings);
    answer = List.of(Metric.gauge(Collector.UPTIME, 1, ""));
    round(settings);
    assertThat(sink.changes)
        .extracting(StatusChange::component, StatusChange::previous, StatusChange::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("snmp-agent", "ONLINE", "OFFLINE"),
            org.assertj.core.groups.Tuple.tuple("snmp-agent", "OFFLINE", "ONLINE"));
  }

  @Test
  void a_device_that_is_silent_from_the_start_is_told_of() {
    answer = List.of();
    round(settings(""));
    assertThat(sink.changes)
        .singleElement()
        .satisfies(c -> assertThat(c.status()).isEqualTo("OFFLINE"))
        .satisfies(c -> assertThat(c.previous()).isEmpty());
    assertThat(sink.collections.get(0).uptime()).isEmpty();
  }

  @Test
  void a_turn_is_left_out_and_counted_while_the_last_one_is_under_way() {
    TelemetrySettings settings = settings("");
    collector.tick(settings);
    for (int i = 0; i < 3; i++) {
      clock.set(clock.instant().plus(INTERVAL));
      collector.tick(settings);
    }
    assertThat(waiting).hasSize(1);
    assertThat(collector.late()).isEqualTo(2);
    waiting.remove().run();
    later(INTERVAL, settings);
    assertThat(sink.collections).hasSize(2);
  }

  @Test
  void too_many_turns_at_once_are_counted_and_their_devices_asked_at_the_next() {
    TelemetrySettings settings = settings("");
    collector.tick(settings);
    busy = true;
    clock.set(clock.instant().plus(INTERVAL));
    collector.tick(settings);
    assertThat(collector.late()).isEqualTo(1);
    busy = false;
    later(INTERVAL, settings);
    assertThat(sink.collections).hasSize(1);
  }

  private void round(TelemetrySettings settings) {
    collector.tick(settings);
    for (int i = 0; i < INTERVAL.toSeconds(); i += 5) {
      later(Duration.ofSeconds(5), settings);
    }
  }

  private void later(Duration step, TelemetrySettings settings) {
    clock.set(clock.instant().plus(step));
    collector.tick(settings);
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private static TelemetrySettings settings(String text) {
    return TelemetryFile.read(text).value().orElseThrow();
  }

  private List<Metric> latest(InterfaceKey key) {
    return measured;
  }

  private List<Metric> read(Device device, List<String> names) {
    asked.add(names);
    return answer;
  }

  private void execute(Runnable work) {
    if (busy) {
      throw new RejectedExecutionException();
    }
    waiting.add(work);
  }
}
