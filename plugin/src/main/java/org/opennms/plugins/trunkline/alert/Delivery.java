package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.model.Alert;

/**
 * Brings the host's alarm list to what it is to be, and keeps it there: sends, compares with what
 * the host shows, sends again what was lost. Sends no more than a bound in any minute, the most
 * urgent first. Not thread-safe.
 */
final class Delivery implements AlertOutlet {
  /** Between two events of one key: the host's handlers may exchange what is closer together. */
  static final Duration SPACING = Duration.ofSeconds(3);

  /** An alarm of ours that no alert explains is cleared after this time. */
  static final Duration ORPHAN = Duration.ofMinutes(10);

  private static final Duration SUMMARY = Duration.ofMinutes(15);

  /** Hears what came of an alert in the host. */
  interface Ear {
    /** What is kept of it changed. */
    void changed(AlertRecord record);

    /** An operator cleared its alarm; it is not sent before that time. */
    void clearedByHand(Alert alert, Instant until);
  }

  private final Map<AlarmKey, Desired> all = new LinkedHashMap<>();
  private final Set<AlarmKey> waiting = new LinkedHashSet<>();
  private final Map<AlarmKey, Instant> orphans = new HashMap<>();
  private final Map<AlarmKey, HostAlarm> toResolve = new LinkedHashMap<>();
  private final SendBudget budget = new SendBudget();
  private final Ear ear;
  private Optional<Instant> heldSince = Optional.empty();
  private Instant lastSummary = Instant.MIN;
  private long over;
  private long repeated;

  Delivery(Ear ear) {
    this.ear = ear;
  }

  /** Takes over what was under way before a restart. */
  void restore(AlertRecord before, Instant now) {
    AlarmKey key = AlarmKey.of(before.alert());
    Desired desired = Desired.restored(before, now);
    all.put(key, desired);
    if (!desired.isSent()) {
      waiting.add(key);
    }
  }

  @Override
  public void changed(Alert alert) {
    AlarmKey key = AlarmKey.of(alert);
    Desired desired = all.get(key);
    if (desired == null) {
      desired = new Desired(alert);
      all.put(key, desired);
      waiting.add(key);
      ear.changed(desired.record(false));
      return;
    }
    boolean needless = !alert.isOpen() && (!desired.wasEverSent() || desired.isRespected());
    AlertRecord before = desired.record(true);
    if (desired.wanted().id() != alert.id()) {
      ear.changed(before);
    }
    boolean tell = desired.want(alert);
    if (needless) {
      over += desired.wasEverSent() ? 0 : 1;
      finish(key, desired);
      return;
    }
    if (tell) {
      waiting.add(key);
    }
    ear.changed(desired.record(false));
  }

  /** What is to be sent now; each is to be reported by {@link #sent}. */
  List<Alert> due(int perMinute, Instant now) {
    int left = budget.left(perMinute, now);
    List<Desired> ready = waiting.stream().map(all::get).filter(d -> isReady(d, now)).toList();
    if (ready.size() <= left) {
      return ready.stream().map(Desired::wanted).toList();
    }
    heldSince = heldSince.or(() -> Optional.of(now));
    return ready.stream()
        .map(Desired::wanted)
        .sorted(Comparator.comparingInt(Delivery::rank))
        .limit(left)
        .toList();
  }

  private static boolean isReady(Desired desired, Instant now) {
    return desired.sentAt().equals(Instant.MIN)
        || !now.isBefore(desired.sentAt().plus(SPACING))
        || now.isBefore(desired.sentAt());
  }

  // Incidents, then what is over, then the rest.
  private static int rank(Alert alert) {
    if (!alert.isOpen()) {
      return 1;
    }
    return switch (alert.severity()) {
      case CRITICAL -> 0;
      case HIGH -> 3;
      case MEDIUM -> 4;
      case LOW -> 5;
    };
  }

  /** An alert was handed to the host, which may still lose it. */
  void sent(Alert alert, Instant now) {
    budget.take(now);
    AlarmKey key = AlarmKey.of(alert);
    Desired desired = all.get(key);
    if (desired == null) {
      return;
    }
    boolean current = desired.wanted().equals(alert);
    desired.sent(now);
    if (current) {
      waiting.remove(key);
    } else {
      // It changed on the way: what it is now is still to be sent.
      desired.overtaken();
    }
    ear.changed(desired.record(false));
  }

  /** All alarms of the host, as it showed them at that time. */
  void observe(List<HostAlarm> alarms, Instant at) {
    Map<AlarmKey, HostAlarm> ours =
        alarms.stream()
            .filter(HostAlarm::isOurs)
            .collect(Collectors.toMap(AlarmKey::of, a -> a, (a, b) -> b));
    for (AlarmKey key : List.copyOf(all.keySet())) {
      look(key, Optional.ofNullable(ours.get(key)), at);
    }
    orphans.keySet().retainAll(ours.keySet());
    ours.forEach((key, alarm) -> orphan(key, alarm, at));
  }

  /** One alarm of the host, as it became at that time. */
  void observe(HostAlarm alarm, Instant at) {
    if (alarm.isOurs()) {
      look(AlarmKey.of(alarm), Optional.of(alarm), at);
    }
  }

  private void look(AlarmKey key, Optional<HostAlarm> alarm, Instant at) {
    Desired desired = all.get(key);
    if (desired == null) {
      return;
    }
    AlertRecord before = desired.record(false);
    switch (desired.look(alarm, at)) {
      case DONE -> {
        finish(key, desired);
        return;
      }
      case AGAIN -> {
        repeated++;
        waiting.add(key);
      }
      case BY_HAND -> ear.clearedByHand(desired.wanted(), desired.respectedUntil().orElse(at));
      case FINE -> {}
    }
    if (!desired.record(false).equals(before)) {
      ear.changed(desired.record(false));
    }
  }

  private void finish(AlarmKey key, Desired desired) {
    all.remove(key);
    waiting.remove(key);
    ear.changed(desired.record(true));
  }

  private void orphan(AlarmKey key, HostAlarm alarm, Instant at) {
    if (all.containsKey(key) || alarm.state() != HostAlarm.State.OPEN) {
      orphans.remove(key);
      return;
    }
    Instant first = orphans.computeIfAbsent(key, k -> at);
    if (!at.isBefore(first.plus(ORPHAN))) {
      toResolve.put(key, alarm);
    }
  }

  /**
   * Alarms of ours that no alert explains, to be cleared; each is to be reported by {@link
   * #resolved}.
   */
  List<HostAlarm> orphansToResolve(int perMinute, Instant now) {
    toResolve.keySet().removeIf(all::containsKey);
    return toResolve.values().stream().limit(budget.left(perMinute, now)).toList();
  }

  /** The host was told that an alarm of ours is over. */
  void resolved(HostAlarm orphan, Instant now) {
    budget.take(now);
    toResolve.remove(AlarmKey.of(orphan));
  }

  /** What is to be said of what was held back, once in a while; see {@link #summarized}. */
  Optional<AlarmSender.HeldBack> summary(int perMinute, Instant now) {
    boolean due =
        heldSince.map(s -> !now.isBefore(s.plusSeconds(60)) || now.isBefore(s)).orElse(false)
            && (lastSummary.equals(Instant.MIN) || !now.isBefore(lastSummary.plus(SUMMARY)));
    if (!due) {
      return Optional.empty();
    }
    Map<String, Integer> byRule = new TreeMap<>();
    waiting.forEach(k -> byRule.merge(k.rule(), 1, Integer::sum));
    return Optional.of(new AlarmSender.HeldBack(byRule, over, perMinute));
  }

  /** The host took the summary. */
  void summarized(AlarmSender.HeldBack summary, Instant now) {
    heldSince = Optional.empty();
    lastSummary = now;
    over -= summary.over();
  }

  /** How many wait to be sent. */
  int waiting() {
    return waiting.size();
  }

  /** How many the host is to know of. */
  int known() {
    return all.size();
  }

  /** How often something was sent again because the host had lost it. */
  long repeated() {
    return repeated;
  }
}
