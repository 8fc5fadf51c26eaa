package org.opennms.plugins.trunkline.sandbox.network.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.sandbox.network.SimulatedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import org.opennms.plugins.trunkline.sandbox.network.generate.NetworkGenerator;

class MetricRecorderTest {
  private static final long START = Instant.parse("2026-11-20T12:00:00Z").getEpochSecond();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.ofEpochSecond(START + 17));
  private final InstantSource clock = now::get;
  private GeneratedDevice device;
  private Port port;
  @TempDir private Path directory;

  @BeforeEach
  void generate() {
    device = NetworkGenerator.generate(GeneratorSettings.mixed(10, 1)).get(0);
    port =
        device.ports().stream().filter(p -> p.operUp() && p.mac() != 0).findFirst().orElseThrow();
    device.reboot(now.get().minus(Duration.ofDays(3)).toEpochMilli());
  }

  @Test
  void every_port_that_is_up_has_a_file_named_as_the_host_labels_it() throws IOException {
    try (MetricRecorder recorder = fill();
        Stream<Path> files = Files.list(directory.resolve(device.label()))) {
      assertThat(recorder.failures()).isZero();
      assertThat(files.map(f -> f.getFileName().toString()))
          .hasSize((int) device.ports().stream().filter(Port::operUp).count())
          .allMatch(name -> name.matches("[A-Za-z0-9_]+(-[0-9a-f]{12})?"))
          .contains(MetricRecorder.label(port));
    }
  }

  @Test
  void a_week_of_fine_and_a_month_of_coarse_means_are_there_at_once() throws IOException {
    try (MetricRecorder recorder = fill()) {
      assertThat(recorder.failures()).isZero();
      for (int back : new int[] {0, 1, 500, 2015}) {
        assertThat(fine(START - back * 300L)).isCloseTo(carried(START - back * 300L, 300), near());
      }
      for (int back : new int[] {0, 100, 671, 743}) {
        assertThat(coarse(START - back * 3600L))
            .isCloseTo(carried(START - back * 3600L, 3600), near());
      }
    }
  }

  @Test
  void it_goes_on_in_what_the_agent_counts() throws IOException {
    try (MetricRecorder recorder = fill()) {
      now.set(Instant.ofEpochSecond(START + 3_700));
      recorder.tick();
      assertThat(last()).isEqualTo(START + 3_600);
      assertThat(fine(START + 600)).isCloseTo(carried(START + 600, 300), near());
      assertThat(coarse(START + 3_600)).isCloseTo(carried(START + 3_600, 3600), near());
    }
  }

  @Test
  void an_interval_with_a_reboot_in_it_has_no_value() throws IOException {
    try (MetricRecorder recorder = fill()) {
      now.set(Instant.ofEpochSecond(START + 300));
      recorder.tick();
      device.reboot((START + 450) * 1000);
      now.set(Instant.ofEpochSecond(START + 900));
      recorder.tick();
      assertThat(fine(START + 300)).isNotNaN();
      assertThat(fine(START + 600)).isNaN();
      assertThat(fine(START + 900)).isNotNaN();
    }
  }

  @Test
  void a_fault_of_the_traffic_is_recorded() throws IOException {
    try (MetricRecorder recorder = fill()) {
      port.counters().flows().in().scale(0, START * 1000, Long.MAX_VALUE);
      now.set(Instant.ofEpochSecond(START + 300));
      recorder.tick();
      assertThat(fine(START + 300)).isZero();
      assertThat(recorder.failures()).isZero();
    }
  }

  @Test
  void a_value_that_cannot_be_written_is_counted() throws IOException {
    try (MetricRecorder recorder = fill()) {
      Files.delete(file());
      now.set(Instant.ofEpochSecond(START + 300));
      recorder.tick();
      assertThat(recorder.failures()).isEqualTo(1);
    }
  }

  private MetricRecorder fill() throws IOException {
    return MetricRecorder.fill(directory, List.of(new SimulatedDevice.Generated(device)), clock);
  }

  private double carried(long end, long seconds) {
    return port.counters().flows().in().bitsPerSecond((end - seconds) * 1000, end * 1000) / 8;
  }

  private static Offset<Double> near() {
    return within(100.0);
  }

  private double fine(long end) throws IOException {
    return value(16, 2016, end / 300);
  }

  private double coarse(long end) throws IOException {
    return value(16 + 2016 * 32, 744, end / 3600);
  }

  private double value(int start, int slots, long step) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(file()));
    return file.getFloat(start + Math.floorMod(step, slots) * 32);
  }

  private long last() throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(file())).getLong(8);
  }

  private Path file() {
    return directory.resolve(device.label()).resolve(MetricRecorder.label(port));
  }
}
