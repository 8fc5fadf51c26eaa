package org.opennms.plugins.trunkline.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.WeekBaseline.Reliability;

/**
 * The baselines of one interface, busy in office hours, and of one that is new; one anomaly that
 * lasts, and one that is over. Remembers what it was told.
 */
public final class SampleBaselines implements BaselineDesk, AnomalyBoard {
  private static final Instant NOW = SampleNetwork.SEEN;
  private static final double NOTHING = Double.NaN;

  private final KnownInterface busy = SampleNetwork.all().get(0);
  private final KnownInterface fresh = SampleNetwork.all().get(1);
  private final List<String> told = new ArrayList<>();

  /** What it was told to forget, leave out and try, in words. */
  public List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public List<WeekBaseline> weeks(String node, String name) {
    if (isCalled(busy, node, name)) {
      return List.of(
          week(busy, Anomaly.Direction.IN, "normal", 4, Optional.of(NOW), SampleBaselines::office),
          week(busy, Anomaly.Direction.OUT, "normal", 4, Optional.of(NOW), hour -> even()));
    }
    return isCalled(fresh, node, name)
        ? List.of(
            week(fresh, Anomaly.Direction.IN, "learning", 0, Optional.empty(), hour -> unknown()))
        : List.of();
  }

  @Override
  public void reset(String node, String name) {
    known(node, name);
    told.add("reset " + name);
  }

  @Override
  public void exclude(String node, String name, Instant from, Instant to) {
    known(node, name);
    told.add("exclude " + name + " " + from + " " + to);
  }

  @Override
  public int learn(Optional<InterfaceKey> of) {
    told.add("learn " + of.map(InterfaceKey::name).orElse("all"));
    return of.isPresent() ? 1 : 2;
  }

  @Override
  public Learning learning() {
    return new Learning(
        false,
        2,
        1,
        1,
        10_080,
        Duration.ofSeconds(3),
        "done; without history is access1 Te1/1/2, as the host does not collect it");
  }

  @Override
  public Replay replay(String node, String name, Trial trial) {
    known(node, name);
    told.add("replay " + name + " " + trial.days() + " " + trial.budget());
    return new Replay(
        NOW.minus(Duration.ofDays(trial.days())), NOW, 2016, List.of(spike(), drop()));
  }

  @Override
  public List<Anomaly> since(Instant from) {
    return List.of(spike(), drop());
  }

  @Override
  public Rate rate() {
    return new Rate(5, 0.4, 12, 80);
  }

  private void known(String node, String name) {
    if (weeks(node, name).isEmpty()) {
      throw new OperationException(
          "interface '" + name + "' of node '" + node + "' has no baseline",
          "Monitor it; then learning begins.",
          null);
    }
  }

  private static boolean isCalled(KnownInterface known, String node, String name) {
    return known.device().isCalled(node) && known.key().name().equals(name);
  }

  private Anomaly spike() {
    return new Anomaly(
        busy.device().label(),
        busy.key(),
        Anomaly.Direction.IN,
        Anomaly.Metric.BITS,
        true,
        Anomaly.Severity.CRITICAL,
        true,
        NOW.minus(Duration.ofMinutes(20)),
        NOW.minus(Duration.ofMinutes(10)),
        Optional.empty(),
        842e6,
        310e6,
        80e6,
        6.65,
        0.92,
        List.of("level 6.7 spreads above", "jump of 500 Mbit/s"),
        "traffic spike");
  }

  private Anomaly drop() {
    return new Anomaly(
        busy.device().label(),
        busy.key(),
        Anomaly.Direction.OUT,
        Anomaly.Metric.PACKETS,
        false,
        Anomaly.Severity.MEDIUM,
        false,
        NOW.minus(Duration.ofHours(9)),
        NOW.minus(Duration.ofHours(9)),
        Optional.of(NOW.minus(Duration.ofHours(8))),
        1200,
        5400,
        950,
        -4.42,
        0.74,
        List.of(),
        "traffic drop");
  }

  /** What an hour of the week is like. */
  private interface Hours {
    WeekBaseline.Slot at(int hour);
  }

  private static WeekBaseline week(
      KnownInterface of,
      Anomaly.Direction direction,
      String state,
      double weeks,
      Optional<Instant> last,
      Hours hours) {
    List<WeekBaseline.Slot> slots = new ArrayList<>();
    for (int hour = 0; hour < 168; hour++) {
      slots.add(hours.at(hour));
    }
    return new WeekBaseline(
        of.device().label(),
        of.key(),
        direction,
        Anomaly.Metric.BITS,
        ZoneId.of("Europe/Berlin"),
        state,
        weeks / 4,
        weeks,
        last,
        slots);
  }

  private static WeekBaseline.Slot office(int hour) {
    boolean weekday = hour < 120;
    double angle = Math.PI * (hour % 24 - 7) / 12;
    double busy = weekday ? 400e6 * Math.max(0, Math.sin(angle)) : 0;
    return slot(20e6 + busy, 0.86, Reliability.RELIABLE);
  }

  private static WeekBaseline.Slot even() {
    return slot(50e6, 0.55, Reliability.BUILDING);
  }

  private static WeekBaseline.Slot unknown() {
    return new WeekBaseline.Slot(
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        NOTHING,
        0,
        0,
        0,
        Reliability.INSUFFICIENT);
  }

  private static WeekBaseline.Slot slot(double level, double confidence, Reliability reliability) {
    return new WeekBaseline.Slot(
        level,
        level * 0.8,
        level * 1.2,
        level * 1.01,
        level * 0.1,
        level * 0.7,
        level * 1.3,
        48,
        4,
        confidence,
        reliability);
  }
}
