package org.opennms.plugins.trunkline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.baseline.BaselinePart;
import org.opennms.plugins.trunkline.baseline.BaselineSettings;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;

/** An anomaly's alert, with real baselines, over the death of the process. */
class AnomalyRestartTest {
  private static final Duration STEP = Duration.ofMinutes(5);

  private final World world = new World();
  private final KnownInterface port =
      world.net.port(world.net.device(1, "edge-1", "Berlin"), 1, InterfaceRole.ISP_UPLINK, true);
  private final Map<String, MemoryStore> contexts = new HashMap<>();
  private final Random random = new Random(3);
  private BaselinePart baselines;

  private void start() {
    world.start();
    baselines =
        new BaselinePart(
            new BaselinePart.Needs(
                new OnePort(),
                () -> {
                  throw new AssertionError("nothing is read from history");
                },
                context -> contexts.computeIfAbsent(context, c -> new MemoryStore())),
            () -> BaselineSettings.standard(ZoneOffset.UTC),
            world.clock,
            Thread::new);
    baselines.addSink(new AnomalyReadings(world.part.book()::offer));
    baselines.tick();
  }

  private void learn(int samples) {
    for (int i = 0; i < samples; i++) {
      world.clock.pass(STEP);
      measure(1);
    }
    baselines.tick();
  }

  /** Second by second. */
  private void pass(Duration time, double factor) {
    for (long i = 0; i < time.dividedBy(STEP); i++) {
      world.pass(STEP);
      measure(factor);
      baselines.tick();
      world.net.unusual.clear();
      baselines.board().since(Instant.MAX).forEach(a -> world.net.unusual.add(a.key()));
    }
    world.pass(10);
  }

  private void measure(double factor) {
    Instant end = world.clock.instant();
    double hour = end.getEpochSecond() % 86_400 / 3600.0;
    double usual = 4e8 * (1.2 + Math.sin((hour - 9) / 24 * 2 * Math.PI));
    double bits = factor * usual * (1 + 0.05 * random.nextGaussian());
    TrafficRates rates = new TrafficRates(bits, bits / 6000, 0, 0, 0.4);
    baselines
        .samples()
        .sample(
            port,
            new TrafficSample(
                end.minus(STEP),
                end,
                rates,
                rates,
                AdminStatus.UP,
                OperStatus.UP,
                TrafficQuality.GOOD,
                false));
  }

  @Test
  void it_stays_open_while_the_deviation_lasts_however_mild_and_clears_when_that_is_over() {
    start();
    learn(29 * 288);
    pass(Duration.ofMinutes(30), 0.1);
    assertThat(world.open()).hasSize(1);
    Alert before = world.open().get(0);

    // Nothing stops in good order.
    start();
    pass(Duration.ofHours(2), 0.7);
    assertThat(world.open()).extracting(Alert::id).containsExactly(before.id());
    assertThat(world.open()).extracting(Alert::severity).containsExactly(before.severity());

    pass(Duration.ofHours(2), 1);
    assertThat(world.open()).isEmpty();
    assertThat(world.part.book().history(10)).extracting(Alert::id).containsExactly(before.id());
  }

  private final class OnePort implements InterfaceDirectory {
    @Override
    public List<KnownInterface> find(InterfaceFilter filter) {
      return List.of(port);
    }

    @Override
    public Optional<KnownInterface> get(String node, String name) {
      return Optional.of(port);
    }

    @Override
    public List<String> nodeLabels() {
      return List.of("edge-1");
    }

    @Override
    public Summary summary() {
      throw new UnsupportedOperationException();
    }
  }
}
