package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.operations.AlertDesk;

/**
 * The part's state behind one lock, which is never held while the host is called: what is seen
 * comes in, what the host must hear and what must be kept goes out. Thread-safe.
 */
public final class AlertBook implements AlertDesk {
  private static final int MOST_READINGS = 50_000;
  private static final int MOST_ALARMS = 20_000;

  private final InstantSource clock;
  private final AlertEngine engine;
  private final SeenUp seenUp;
  private final HostView host;
  private final Delivery delivery = new Delivery(new Kept());
  private final AlertHistory history;
  private final AlertStore store;
  private final Inbox<Reading> readings = new Inbox<>(MOST_READINGS);
  private final Inbox<Seen> alarms = new Inbox<>(MOST_ALARMS);
  private volatile Snapshot snapshot;
  private Optional<Alert> test = Optional.empty();

  private record Seen(HostAlarm alarm, Instant at) {}

  private record Snapshot(List<HostAlarm> alarms, Instant at) {}

  /**
   * Nothing is known yet; see {@link #restore}.
   *
   * @param around the network around the subjects
   * @param rules in force at first
   * @param store where alerts are kept
   */
  AlertBook(
      InstantSource clock,
      Surroundings around,
      SeenUp seenUp,
      AlertRules rules,
      Shadow shadow,
      AlertStore store) {
    this.clock = clock;
    this.seenUp = seenUp;
    this.store = store;
    history = new AlertHistory(store::delete);
    engine = new AlertEngine(around, seenUp, rules, shadow, this::changed);
    host = new HostView(around, engine.causes());
    engine.linkAlarms(host::linkAlarm);
  }

  /** Something was seen; takes no time and may be dropped where there is too much. */
  public void offer(Reading reading) {
    readings.offer(reading);
  }

  /** All alarms of the host; only the newest list counts. Takes no time. */
  public void snapshot(List<HostAlarm> all) {
    snapshot = new Snapshot(List.copyOf(all), clock.instant());
  }

  /** One alarm of the host changed. Takes no time. */
  public void alarm(HostAlarm alarm) {
    alarms.offer(new Seen(alarm, clock.instant()));
  }

  synchronized void restore(List<AlertRecord> kept) {
    Instant now = clock.instant();
    long lastId = kept.stream().mapToLong(r -> r.alert().id()).max().orElse(0);
    kept.stream().filter(r -> !r.done()).forEach(r -> delivery.restore(r, now));
    kept.stream().map(AlertRecord::alert).filter(a -> !a.isOpen()).forEach(this::restoreOver);
    engine.restore(
        kept.stream().map(AlertRecord::alert).filter(Alert::isOpen).toList(), lastId, now);
  }

  private void restoreOver(Alert alert) {
    history.add(alert);
    engine.causes().past().over(alert);
  }

  /** Works off what came in, and lets time pass. To be called about every second. */
  synchronized void tick() {
    Instant now = clock.instant();
    Snapshot newest = snapshot;
    snapshot = null;
    if (newest != null) {
      host.observe(newest.alarms(), newest.at());
      delivery.observe(newest.alarms(), newest.at());
    }
    for (Seen seen : alarms.drain()) {
      host.observe(seen.alarm());
      delivery.observe(seen.alarm(), seen.at());
    }
    readings.drain().forEach(r -> engine.accept(r, now));
    engine.tick(now);
    endTest(now);
  }

  synchronized void rules(AlertRules rules) {
    engine.rules(rules, clock.instant());
  }

  synchronized void shadow(Shadow shadow) {
    engine.shadow(shadow);
  }

  synchronized Shadow shadow() {
    return engine.shadow();
  }

  synchronized List<Alert> due(int perMinute) {
    return delivery.due(perMinute, clock.instant());
  }

  synchronized void sent(Alert alert) {
    delivery.sent(alert, clock.instant());
  }

  synchronized List<HostAlarm> orphans(int perMinute) {
    return delivery.orphansToResolve(perMinute, clock.instant());
  }

  synchronized void resolved(HostAlarm orphan) {
    delivery.resolved(orphan, clock.instant());
  }

  synchronized Optional<AlarmSender.HeldBack> summary(int perMinute) {
    return delivery.summary(perMinute, clock.instant());
  }

  synchronized void summarized(AlarmSender.HeldBack summary) {
    delivery.summarized(summary, clock.instant());
  }

  synchronized void assumeUp(Collection<InterfaceKey> up) {
    up.forEach(seenUp::add);
  }

  synchronized <T> T withSeenUp(Function<SeenUp, T> work) {
    return work.apply(seenUp);
  }

  @Override
  public synchronized List<Alert> open() {
    return engine.views().stream()
        .filter(Alert::isOpen)
        .sorted(
            Comparator.comparing(Alert::severity)
                .thenComparing(Alert::openedAt)
                .thenComparing(Alert::id)
                .reversed())
        .toList();
  }

  @Override
  public synchronized List<Alert> suppressed() {
    return engine.views().stream()
        .filter(a -> a.state() == Alert.State.SUPPRESSED)
        .sorted(Comparator.comparing(Alert::since).reversed())
        .toList();
  }

  @Override
  public synchronized List<Alert> history(int atMost) {
    return history.newest(atMost);
  }

  @Override
  public synchronized Optional<Alert> get(long id) {
    return engine.views().stream()
        .filter(a -> a.isOpen() && a.id() == id)
        .findFirst()
        .or(() -> history.get(id))
        .or(() -> test.filter(t -> t.id() == id));
  }

  @Override
  public synchronized Overview overview() {
    Map<AlertSeverity, Integer> open = new EnumMap<>(AlertSeverity.class);
    for (AlertSeverity severity : AlertSeverity.values()) {
      open.put(severity, 0);
    }
    List<Alert> views = engine.views();
    views.stream().filter(Alert::isOpen).forEach(a -> open.merge(a.severity(), 1, Integer::sum));
    Shadow shadow = engine.shadow();
    return new Overview(
        open,
        (int) views.stream().filter(a -> a.state() == Alert.State.SUPPRESSED).count(),
        engine.pending(),
        delivery.waiting(),
        delivery.repeated(),
        readings.dropped() + alarms.dropped(),
        store.pending(),
        shadow.isOn(clock.instant()) ? Optional.of(shadow.until()) : Optional.empty());
  }

  @Override
  public synchronized void enableLearned() {
    Shadow now = engine.shadow();
    engine.shadow(new Shadow(now.since(), now.length(), Optional.of(clock.instant())));
  }

  @Override
  public synchronized long test() {
    Instant now = clock.instant();
    test.ifPresent(t -> delivery.changed(TestAlert.cleared(t, now)));
    Alert alert = TestAlert.open(engine.takeId(), now);
    test = Optional.of(alert);
    delivery.changed(alert);
    return alert.id();
  }

  /**
   * Which rules and subjects raised most, of the alerts that are kept.
   *
   * @param since only those opened after this
   * @return one line
   */
  synchronized String noisiest(Instant since) {
    List<Alert> recent =
        Stream.concat(engine.views().stream().filter(Alert::isOpen), history.all().stream())
            .filter(a -> a.openedAt().isAfter(since))
            .toList();
    return recent.size()
        + " alerts; by rule: "
        + most(recent, Alert::rule)
        + "; by place: "
        + most(recent, a -> a.place().words().isEmpty() ? a.text() : a.place().words());
  }

  private static String most(List<Alert> alerts, Function<Alert, String> by) {
    String words =
        alerts.stream()
            .collect(Collectors.groupingBy(by, Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(3)
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? "none" : words;
  }

  private void endTest(Instant now) {
    boolean over = test.map(t -> !now.isBefore(t.openedAt().plus(TestAlert.LENGTH))).orElse(false);
    if (over) {
      changed(TestAlert.cleared(test.get(), now));
      test = Optional.empty();
    }
  }

  private void changed(Alert alert) {
    if (!alert.isOpen()) {
      history.add(alert);
    }
    delivery.changed(alert);
  }

  /** Keeps what the delivery says. */
  private final class Kept implements Delivery.Ear {
    @Override
    public void changed(AlertRecord record) {
      store.put(record);
    }

    @Override
    public void clearedByHand(Alert alert, Instant until) {
      engine.note(
          ProblemKey.of(alert),
          "cleared by an operator; raised again at the next change or after " + until,
          clock.instant());
    }
  }
}
