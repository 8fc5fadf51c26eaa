package org.opennms.plugins.trunkline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.opennms.integration.api.v1.alarms.AlarmLifecycleListener;
import org.opennms.integration.api.v1.alarms.AlarmPersisterExtension;
import org.opennms.integration.api.v1.config.events.EventConfExtension;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.plugins.trunkline.alert.AlarmSender;
import org.opennms.plugins.trunkline.alert.AlertPart;
import org.opennms.plugins.trunkline.alert.AlertRehearsal;
import org.opennms.plugins.trunkline.alert.NeighbourReadings;
import org.opennms.plugins.trunkline.alert.Reading;
import org.opennms.plugins.trunkline.alert.rule.AlertRuleFile;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.LiveSettings;
import org.opennms.plugins.trunkline.config.PartSwitch;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.config.WatchedFile;
import org.opennms.plugins.trunkline.host.AlarmWatcher;
import org.opennms.plugins.trunkline.host.AlertDefinitions;
import org.opennms.plugins.trunkline.host.AlertEvents;
import org.opennms.plugins.trunkline.host.HostServices;
import org.opennms.plugins.trunkline.host.HostStore;
import org.opennms.plugins.trunkline.host.LinkEventListener;
import org.opennms.plugins.trunkline.host.ManagedObjects;
import org.opennms.plugins.trunkline.host.ScheduledOutages;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.operations.AlertDesk;
import org.opennms.plugins.trunkline.operations.AlertRuleTrial;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.schedule.Scheduler;
import org.opennms.plugins.trunkline.traffic.CounterReader;
import org.opennms.plugins.trunkline.traffic.TrafficHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alerts among the other parts. Judging, sending, keeping, looking at the network and asking
 * the host for its outages have a thread each, so that a host that hangs in one of them does not
 * hold up the others.
 */
final class AlertWork implements LaterPart {
  private static final Logger LOG = LoggerFactory.getLogger(AlertWork.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration FIRST_REVIEW = Duration.ofHours(1);
  private static final long FIRST_OUTAGES = 5;
  private static final Duration OUTAGES_AGE = Duration.ofMinutes(1);
  // A trap is about an interface that may have been found a moment ago.
  private static final Duration INDEX_AGE = Duration.ofSeconds(10);
  private static final long STOP_SECONDS = 5;

  private final LiveSettings settings;
  private final BooleanSupplier ready;
  private final NetworkIndex index;
  private final CounterReader reader;
  private final ScheduledOutages outages;
  private final Clock clock;
  private final WatchedFile<AlertRules> file;
  private final AlertPart alerts;
  private final AlertRuleTrial trial;
  private final LinkEventListener listener;
  private final NeighbourReadings neighbours;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(4, new NamedThreads("alerts"));

  /**
   * What the part needs of others.
   *
   * @param host the host's services
   * @param index the network around the subjects
   * @param reader asks devices
   * @param history what was measured
   * @param baselines what was learned
   * @param outages the host's scheduled outages
   * @param sending what else happens with what is sent to the host
   * @param ready whether the inventory knows what it knew before the last stop
   */
  record Needs(
      HostServices host,
      NetworkIndex index,
      CounterReader reader,
      TrafficHistory history,
      AlertRehearsal.Baselines baselines,
      ScheduledOutages outages,
      UnaryOperator<AlarmSender> sending,
      BooleanSupplier ready) {}

  AlertWork(Needs needs, Path directory, LiveSettings settings, Clock clock) {
    this.settings = settings;
    this.ready = needs.ready();
    this.index = needs.index();
    this.reader = needs.reader();
    this.outages = needs.outages();
    this.clock = clock;
    AlertRules shipped = AlertRuleFile.shipped();
    file = watched(directory.resolve("alerts.yaml"), "trunkline/alerts.yaml", shipped);
    alerts =
        new AlertPart(
            new AlertPart.Needs(
                index,
                this::ask,
                needs.sending().apply(new AlertEvents(needs.host().forwarder())),
                new HostStore(needs.host().store(), "alerts"),
                new HostStore(needs.host().store(), "alerts-state")),
            shipped,
            () -> settings.get().alerts(),
            clock);
    trial =
        new AlertRehearsal(
            AlertWork::readOnly, needs.history(), index::all, needs.baselines(), clock);
    listener = new LinkEventListener(alerts);
    neighbours = new NeighbourReadings(index::monitored, this::offer);
  }

  private static WatchedFile<AlertRules> watched(Path path, String name, AlertRules absent) {
    return new WatchedFile<>(path, name, text -> read(name, text), absent);
  }

  private static ConfigReading<AlertRules> read(String name, String text) {
    return AlertRuleFile.parse(name, text);
  }

  // Unlike the file in force, one that is not there is a slip of the operator's.
  private static ConfigReading<AlertRules> readOnly(Path path) {
    String name = path.toString();
    if (Files.exists(path)) {
      return watched(path, name, AlertRuleFile.shipped()).read();
    }
    Problem absent = new Problem(name, 0, "file", "is not there", "Give a file on the server.");
    return new ConfigReading<>(Optional.empty(), List.of(absent), List.of());
  }

  /** Takes what other parts see; takes no time. */
  void offer(Reading reading) {
    alerts.book().offer(reading);
  }

  /** What is open, suppressed alerts not among it. */
  List<Alert> open() {
    return alerts.book().open();
  }

  /** The network around the subjects. */
  NetworkIndex index() {
    return index;
  }

  /** The rules' file. */
  WatchedFile<AlertRules> file() {
    return file;
  }

  @Override
  public PartSwitch part() {
    return PartSwitch.ALERTS;
  }

  @Override
  public StatusBoard.Part status() {
    if (!alerts.isLoaded()) {
      return new StatusBoard.Part(
          part().spelling(),
          StatusBoard.State.DEGRADED,
          "waiting for the inventory and for the host's store");
    }
    AlertDesk.Overview now = alerts.book().overview();
    int open = now.open().values().stream().mapToInt(Integer::intValue).sum();
    String words =
        open
            + " open ("
            + now.open().get(AlertSeverity.CRITICAL)
            + " critical), "
            + now.suppressed()
            + " suppressed, "
            + now.pending()
            + " pending"
            + (now.waiting() > 0 ? "; " + now.waiting() + " wait to be sent" : "")
            + (now.unwritten() > 0 ? "; " + now.unwritten() + " unwritten" : "")
            + (alerts.lost() > 0 ? "; " + alerts.lost() + " readings came too fast" : "")
            + now.countedUntil().map(u -> "; anomalies only counted until " + u).orElse("");
    return new StatusBoard.Part(
        part().spelling(),
        alerts.lost() > 0 ? StatusBoard.State.DEGRADED : StatusBoard.State.OK,
        words);
  }

  @Override
  public void schedule(Scheduler scheduler) {
    scheduler.everyTick("alert-rules", this::refreshRules);
    scheduler.add("alerts-review", this::daily, FIRST_REVIEW, this::review);
    every(this::judge);
    every(alerts::deliver);
    every(alerts::write);
    repeat(this::look, 0, INDEX_AGE);
    repeat(this::readOutages, FIRST_OUTAGES, OUTAGES_AGE);
  }

  @Override
  public void settingsChanged() {
    alerts.settingsChanged();
  }

  @Override
  public Map<Class<?>, Object> operations() {
    return Map.of(AlertDesk.class, alerts.book(), AlertRuleTrial.class, trial);
  }

  @Override
  public void publish(Publications publications) {
    publications
        .add(EventConfExtension.class, new AlertDefinitions())
        .add(
            AlarmLifecycleListener.class,
            new AlarmWatcher(alerts.book()::snapshot, alerts.book()::alarm))
        .add(AlarmPersisterExtension.class, new ManagedObjects(index));
  }

  @Override
  public void subscribe(EventSubscriptionService service) {
    listener.subscribe(service);
  }

  @Override
  public void unsubscribe(EventSubscriptionService service) {
    listener.unsubscribe(service);
  }

  @Override
  public void close() {
    outages.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    guarded(alerts::write);
  }

  private void every(Runnable work) {
    Runnable whileOn =
        () -> {
          if (settings.get().isOn(part())) {
            work.run();
          }
        };
    repeat(whileOn, 1, Duration.ofSeconds(1));
  }

  private void repeat(Runnable work, long firstSeconds, Duration pause) {
    var unused =
        threads.scheduleWithFixedDelay(
            () -> guarded(work), firstSeconds, pause.toSeconds(), TimeUnit.SECONDS);
  }

  // One that throws would not be called again.
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("Alerts failed once; they go on in a second", e);
    }
  }

  private void judge() {
    if (ready.getAsBoolean()) {
      if (!alerts.isLoaded()) {
        look();
        alerts.load();
      }
      alerts.tick();
    }
  }

  // By two threads at the start, so one after the other.
  private synchronized void look() {
    if (ready.getAsBoolean()) {
      index.refresh();
      neighbours.look(index.links(), clock.instant());
    }
  }

  private void readOutages() {
    if (settings.get().isOn(part())) {
      outages.refresh();
    }
  }

  private void refreshRules() {
    if (file.refresh()) {
      alerts.rules(file.value());
    }
  }

  private Optional<Duration> daily() {
    return settings.get().isOn(part()) ? Optional.of(DAY) : Optional.empty();
  }

  private String review() {
    if (alerts.isLoaded()) {
      alerts.retain(node -> index.device(node).isPresent());
    }
    return alerts.review();
  }

  private CompletionStage<LinkStatus> ask(KnownInterface of) {
    int ifIndex = of.networkInterface().ifIndex();
    return reader
        .read(of.device(), List.of(of.networkInterface()), CounterReader.Wanted.STATUS)
        .thenApply(
            answer ->
                answer instanceof CounterReader.Answer.Told told
                    ? told.status(ifIndex, clock.instant())
                    : LinkStatus.silent(clock.instant()));
  }
}
