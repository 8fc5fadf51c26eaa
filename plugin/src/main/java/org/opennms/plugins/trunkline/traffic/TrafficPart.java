package org.opennms.plugins.trunkline.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Traffic;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.operations.TrafficDesk;
import org.opennms.plugins.trunkline.traffic.TrafficMeters.Event;

/**
 * The part, put together: which interfaces are measured, by whom, and who gets the samples. {@link
 * #tick} is called about every second by one thread at a time; it waits for nothing but now and
 * then the host's vault.
 */
public final class TrafficPart implements AutoCloseable {
  private static final Duration PLAN_AGE = Duration.ofSeconds(30);
  private static final int ARCHIVE_THREADS = 4;
  private static final int ARCHIVE_WAITING = 500;
  private static final InterfaceFilter MONITORED =
      new InterfaceFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of(true),
          Optional.empty());

  private final Supplier<Traffic> settings;
  private final InstantSource clock;
  private final InterfaceDirectory directory;
  private final MetricArchive archive;
  private final TrafficMeters meters = new TrafficMeters();
  private final WatchList watched = new WatchList();
  private final SampleFlow flow;
  private final ThreadPoolExecutor questions;
  private final DirectPoller direct;
  private final ArchivePoller archived;
  private final HistoryReader history;
  private final DayDesk desk;
  private volatile boolean archiveUsed;
  private Instant planned = Instant.EPOCH;
  private Optional<Traffic> plannedFor = Optional.empty();

  /**
   * What the part needs of others.
   *
   * @param directory which interfaces are monitored
   * @param reader asks devices
   * @param archive asks the host
   * @param lookAgain is told of devices that have other interfaces than are known; must not wait
   */
  public record Needs(
      InterfaceDirectory directory,
      CounterReader reader,
      MetricArchive archive,
      Consumer<Device> lookAgain) {}

  /**
   * Puts the part together; nothing runs before {@link #tick}.
   *
   * @param settings in force
   * @param samples makes the thread of samples
   * @param archives makes the threads that wait for the host's archive
   */
  public TrafficPart(
      Needs needs,
      Supplier<Traffic> settings,
      InstantSource clock,
      ThreadFactory samples,
      ThreadFactory archives) {
    this.settings = settings;
    this.clock = clock;
    this.directory = needs.directory();
    this.archive = needs.archive();
    flow = new SampleFlow(meters, samples);
    questions =
        new ThreadPoolExecutor(
            ARCHIVE_THREADS,
            ARCHIVE_THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(ARCHIVE_WAITING),
            archives);
    questions.allowCoreThreadTimeOut(true);
    direct = new DirectPoller(needs.reader(), flow, meters, clock, needs.lookAgain());
    archived = new ArchivePoller(archive, flow, meters, questions);
    history = new HistoryReader(archive, watched, clock, questions);
    desk = new DayDesk(watched, directory, this::source, clock);
  }

  /** Hands every sample from now on to this one, too. */
  public void addSink(SampleSink sink) {
    flow.add(sink);
  }

  /** What was measured before. */
  public TrafficHistory history() {
    return history;
  }

  /** For operators. */
  public TrafficDesk desk() {
    return desk;
  }

  /** What the part counts about itself. */
  public TrafficMeters meters() {
    return meters;
  }

  /** The last counters of every interface that is polled directly. */
  public Map<KnownInterface, CounterReading> lastCounters() {
    Map<KnownInterface, CounterReading> readings = new LinkedHashMap<>();
    watched.all().stream()
        .sorted(Comparator.comparing((WatchedInterface each) -> each.known().key()))
        .forEach(each -> each.reading().ifPresent(r -> readings.put(each.known(), r)));
    return readings;
  }

  /** The last counters of one interface; empty where it is not polled directly. */
  public Optional<CounterReading> lastCounters(InterfaceKey key) {
    return watched.get(key).flatMap(WatchedInterface::reading);
  }

  /** The job of every second: asks whoever's turn it is. */
  public void tick() {
    Instant now = clock.instant();
    Traffic current = settings.get();
    boolean old = planned.plus(PLAN_AGE).isBefore(now) || now.isBefore(planned);
    if (old || !plannedFor.equals(Optional.of(current))) {
      plan(now, current);
    }
    direct.tick(now);
    archived.tick(now);
  }

  /** The job while the part is switched off: lets go of what it holds. */
  public void idle() {
    watched.clear();
    direct.plan(List.of());
    archived.plan(List.of(), settings.get());
    planned = Instant.EPOCH;
  }

  /**
   * The job of every quarter of an hour: sums up the last 24 hours.
   *
   * @return one line for the schedule
   */
  public String summarize() {
    desk.refresh();
    return desk.summaries().size() + " interfaces summed up";
  }

  /** Whether nothing is under way at this moment: no question is open, no sample waits. */
  public boolean isQuiet() {
    return direct.isQuiet() && archived.isQuiet() && flow.isQuiet();
  }

  /** How it goes, in a line; and whether something is amiss. */
  public Status status() {
    int all = watched.all().size();
    int polled = direct.polled();
    Map<String, String> silent = direct.silent();
    Optional<String> problem = archived.problem();
    StringBuilder words = new StringBuilder();
    words.append(all - polled).append(" interfaces from the host, ");
    words.append(polled).append(" polled directly");
    if (!silent.isEmpty()) {
      words.append("; ").append(silent.size()).append(" devices silent, as ");
      words.append(silent.entrySet().iterator().next());
    }
    long lost =
        meters.of(Event.OVERRUN)
            + meters.of(Event.OVERLOAD)
            + meters.of(Event.MISSED)
            + meters.of(Event.DROPPED);
    if (lost > 0) {
      words.append("; ").append(lost).append(" rounds lost");
    }
    problem.ifPresent(why -> words.append("; the host's archive: ").append(why));
    return new Status(words.toString(), problem.isPresent() || !silent.isEmpty());
  }

  /**
   * How the part is.
   *
   * @param words one line
   * @param degraded whether an operator should look
   */
  public record Status(String words, boolean degraded) {}

  /** Ends its threads; waits for the one of samples, but not for ever. */
  @Override
  public void close() {
    questions.shutdownNow();
    flow.close();
  }

  private void plan(Instant now, Traffic current) {
    planned = now;
    plannedFor = Optional.of(current);
    watched.replace(directory.find(MONITORED));
    archiveUsed = archive.isConfigured();
    direct.plan(PollGroup.plan(watched.all(), current, archiveUsed, now));
    archived.plan(archiveUsed ? watched.all() : List.of(), current);
  }

  private TrafficSource source(WatchedInterface of) {
    return of.source(settings.get(), archiveUsed, clock.instant());
  }
}
