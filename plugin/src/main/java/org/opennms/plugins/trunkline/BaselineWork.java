package org.opennms.plugins.trunkline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.opennms.plugins.trunkline.baseline.BaselineFile;
import org.opennms.plugins.trunkline.baseline.BaselinePart;
import org.opennms.plugins.trunkline.baseline.BaselineSettings;
import org.opennms.plugins.trunkline.baseline.CalendarFile;
import org.opennms.plugins.trunkline.baseline.PlannedCalendar;
import org.opennms.plugins.trunkline.baseline.RoleLimits;
import org.opennms.plugins.trunkline.config.LiveSettings;
import org.opennms.plugins.trunkline.config.PartSwitch;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.config.WatchedFile;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.schedule.Scheduler;
import org.opennms.plugins.trunkline.traffic.SampleSink;
import org.opennms.plugins.trunkline.traffic.TrafficPart;

/** The baselines among the other parts. */
final class BaselineWork implements LaterPart {
  private static final Duration LEARN = Duration.ofHours(1);
  // The inventory and the first samples come before.
  private static final Duration FIRST_LEARN = Duration.ofMinutes(5);

  private final LiveSettings settings;
  private final WatchedFile<RoleLimits> limits;
  private final WatchedFile<PlannedCalendar> calendar;
  private final BaselinePart baseline;

  BaselineWork(
      InterfaceDirectory directory,
      TrafficPart traffic,
      Function<String, StateStore> stores,
      Path etc,
      LiveSettings settings,
      Clock clock) {
    this.settings = settings;
    Path files = etc.resolve("trunkline");
    limits =
        new WatchedFile<>(
            files.resolve("baselines.yaml"),
            BaselineFile.NAME,
            BaselineFile::read,
            RoleLimits.STANDARD);
    calendar =
        new WatchedFile<>(
            files.resolve("calendar.ics"),
            CalendarFile.NAME,
            CalendarFile::read,
            PlannedCalendar.EMPTY);
    baseline =
        new BaselinePart(
            new BaselinePart.Needs(directory, traffic::history, stores),
            () -> settings(settings.get().baseline()),
            clock,
            new NamedThreads("baseline"));
    traffic.addSink(new Gate());
  }

  private BaselineSettings settings(TrunklineConfig.Baseline config) {
    return new BaselineSettings(
        config.alarmsPerDay(),
        config.lookBack(),
        config.calm(),
        config.zone(),
        limits.value(),
        calendar.value());
  }

  /** For the parts that build on what is found. */
  BaselinePart baseline() {
    return baseline;
  }

  /** Its files, for the check of the configuration. */
  List<WatchedFile<?>> files() {
    return List.of(limits, calendar);
  }

  @Override
  public PartSwitch part() {
    return PartSwitch.BASELINE;
  }

  @Override
  public StatusBoard.Part status() {
    return new StatusBoard.Part(part().spelling(), StatusBoard.State.OK, baseline.words());
  }

  @Override
  public void schedule(Scheduler scheduler) {
    scheduler.everyTick("baseline-write", this::tick);
    scheduler.everyTick("baseline-files", () -> files().forEach(WatchedFile::refresh));
    scheduler.add("baseline-learn", this::learning, FIRST_LEARN, baseline::learnMissing);
  }

  @Override
  public void settingsChanged() {
    // Settings are read at each use.
  }

  @Override
  public Map<Class<?>, Object> operations() {
    return Map.of(BaselineDesk.class, baseline.desk(), AnomalyBoard.class, baseline.board());
  }

  @Override
  public void close() {
    baseline.close();
  }

  private void tick() {
    if (settings.get().isOn(part())) {
      baseline.tick();
    }
  }

  private Optional<Duration> learning() {
    return settings.get().isOn(part()) ? Optional.of(LEARN) : Optional.empty();
  }

  /** Lets samples through while the part is on. */
  private final class Gate implements SampleSink {
    @Override
    public void sample(KnownInterface of, TrafficSample sample) {
      if (settings.get().isOn(part())) {
        baseline.samples().sample(of, sample);
      }
    }

    @Override
    public void status(KnownInterface of, LinkStatus status) {
      baseline.samples().status(of, status);
    }
  }
}
