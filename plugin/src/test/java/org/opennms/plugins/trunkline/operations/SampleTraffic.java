package org.opennms.plugins.trunkline.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;

/**
 * A day of traffic on the sample network: one busy interface, and one of which nothing is known.
 */
public final class SampleTraffic implements TrafficDesk {
  private static final Instant NOW = SampleNetwork.SEEN;
  private static final TrafficTotals NOTHING =
      new TrafficTotals(
          Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private final KnownInterface busy = SampleNetwork.all().get(0);
  private final KnownInterface silent = SampleNetwork.all().get(1);

  @Override
  public List<TrafficSummary> summaries() {
    return List.of(busy(), silent());
  }

  @Override
  public Optional<Day> day(String node, String name) {
    if (busy.device().isCalled(node) && busy.key().name().equals(name)) {
      return Optional.of(new Day(busy(), List.of(sample(2), missed())));
    }
    return silent.device().isCalled(node) && silent.key().name().equals(name)
        ? Optional.of(new Day(silent(), List.of()))
        : Optional.empty();
  }

  private TrafficSummary busy() {
    return new TrafficSummary(
        busy,
        "direct",
        NOW.minus(Duration.ofDays(1)),
        NOW,
        0.99,
        new TrafficTotals(412.5, 903.25, 4455.1, 0.0001, 0.002, 0.4125, 0.90325),
        new TrafficTotals(98, 120, 1058.4, 0, 0, 0.098, 0.12),
        Optional.of(new LinkStatus(NOW, true, AdminStatus.UP, OperStatus.UP)));
  }

  private TrafficSummary silent() {
    return new TrafficSummary(
        silent, "host", NOW.minus(Duration.ofDays(1)), NOW, 0, NOTHING, NOTHING, Optional.empty());
  }

  private static TrafficSample sample(int intervalsAgo) {
    Instant end = NOW.minus(Duration.ofMinutes(5L * intervalsAgo));
    return new TrafficSample(
        end.minus(Duration.ofMinutes(5)),
        end,
        new TrafficRates(402_000_000, 51_000, 0.0001, 0, 0.402),
        new TrafficRates(98_000_000, 12_000, 0, 0, 0.098),
        AdminStatus.UP,
        OperStatus.UP,
        TrafficQuality.GOOD,
        false);
  }

  private static TrafficSample missed() {
    return new TrafficSample(
        NOW.minus(Duration.ofMinutes(5)),
        NOW,
        TrafficRates.UNKNOWN,
        TrafficRates.UNKNOWN,
        AdminStatus.UNKNOWN,
        OperStatus.UNTOLD,
        TrafficQuality.GAP,
        false);
  }
}
