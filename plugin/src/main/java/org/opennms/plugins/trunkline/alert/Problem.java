package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.Alert.State;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject;

/**
 * One problem with one subject, while it lasts. Several trackers may belong to it: both ends of a
 * link, the members of an aggregate. Not thread-safe.
 */
final class Problem {
  /** Entries of a timeline; the first and the newest are kept. */
  static final int MOST_ENTRIES = 30;

  /** The fact that holds the finding's words. */
  static final String WHAT = "what";

  private static final List<String> EXTRA =
      List.of("neighbour", "members", "failover", "hostAlarm");

  private final AlertRule rule;
  private final AlertSubject subject;
  private final Map<AlertSubject, Tracker> members = new LinkedHashMap<>();
  private final Deque<Alert.Entry> timeline = new ArrayDeque<>();
  private final Map<String, String> extra = new HashMap<>();
  private AlertPlace place;
  private State state = State.PENDING;
  private long id;
  private Instant since;
  private Instant openedAt;
  private Optional<Instant> clearedAt = Optional.empty();
  private Optional<String> suppressedBy = Optional.empty();
  private Optional<Instant> explainedUntil = Optional.empty();
  private AlertSeverity severity;
  private Finding shown;
  private boolean flapping;

  /** A problem that a tracker begins; it is its first member. */
  Problem(AlertSubject subject, AlertPlace place, Tracker first) {
    this.rule = first.rule();
    this.subject = subject;
    this.place = place;
    this.shown = first.cause();
    this.since = first.since();
    this.openedAt = since;
    this.severity = shown.severity();
    members.put(shown.subject(), first);
  }

  /**
   * One that was open before a restart; its members' trouble is there until a reading denies it.
   */
  static Problem restored(Alert alert, AlertRule rule, Instant now) {
    List<AlertSubject> subjects =
        alert.members().isEmpty() ? List.of(alert.subject()) : alert.members();
    List<Tracker> members =
        subjects.stream().map(s -> Tracker.restored(finding(alert, rule, s, now))).toList();
    Problem problem = new Problem(alert.subject(), alert.place(), members.get(0));
    problem.state = State.OPEN;
    problem.id = alert.id();
    problem.since = alert.since();
    problem.openedAt = alert.openedAt();
    problem.severity = alert.severity();
    problem.flapping = alert.flapping();
    problem.timeline.addAll(alert.timeline());
    members.forEach(m -> problem.members.put(m.cause().subject(), m));
    EXTRA.forEach(
        name -> Optional.ofNullable(alert.facts().get(name)).ifPresent(v -> problem.tell(name, v)));
    return problem;
  }

  private static Finding finding(Alert alert, AlertRule rule, AlertSubject of, Instant now) {
    return new Finding(
        rule,
        of,
        alert.place(),
        Finding.Verdict.BREACHED,
        alert.severity(),
        alert.since(),
        now,
        alert.facts().getOrDefault(WHAT, rule.kind().spelling()),
        alert.facts(),
        alert.reasons());
  }

  AlertRule rule() {
    return rule;
  }

  AlertSubject subject() {
    return subject;
  }

  AlertPlace place() {
    return place;
  }

  State state() {
    return state;
  }

  long id() {
    return id;
  }

  Instant since() {
    return since;
  }

  AlertSeverity severity() {
    return severity;
  }

  Finding shown() {
    return shown;
  }

  Map<AlertSubject, Tracker> members() {
    return members;
  }

  boolean isAsserted() {
    return members.values().stream().anyMatch(Tracker::isAsserted);
  }

  /** The newest reading of any member. */
  Instant lastReading() {
    return members.values().stream()
        .map(t -> t.last().at())
        .max(Instant::compareTo)
        .orElse(openedAt);
  }

  void suppress(String by, Instant now) {
    if (!suppressedBy.equals(Optional.of(by))) {
      note(now, "not raised: " + by);
    }
    state = State.SUPPRESSED;
    suppressedBy = Optional.of(by);
  }

  /** Something else is its cause, at this time. */
  void explain(String by, Instant now) {
    explainedUntil = Optional.of(now);
    suppress(by, now);
  }

  /** Something else was its cause until then. */
  void explainedUntil(Instant end) {
    explainedUntil = Optional.of(end);
  }

  /** When something else was its cause last; empty where nothing ever was. */
  Optional<Instant> explainedUntil() {
    return explainedUntil;
  }

  /**
   * Something else turned out to be the cause of what is open.
   *
   * @return the alert as it is over for the host; the problem itself goes on, not raised
   */
  Alert overtake(String by, Instant now) {
    clear("it is part of " + by, now);
    Alert over = view();
    clearedAt = Optional.empty();
    explain(by, now);
    return over;
  }

  void open(long number, Instant now) {
    state = State.OPEN;
    id = number;
    openedAt = now;
    suppressedBy = Optional.empty();
    note(now, "opened, " + severity.spelling() + ": " + shown.text());
  }

  void clear(String why, Instant now) {
    state = State.CLEARED;
    clearedAt = Optional.of(now);
    note(now, "cleared: " + why);
  }

  /** Adds a parameter of the host's event that no finding has. */
  void tell(String name, String value) {
    extra.put(name, value);
  }

  void note(Instant now, String what) {
    if (timeline.size() >= MOST_ENTRIES) {
      Alert.Entry first = timeline.removeFirst();
      timeline.removeFirst();
      timeline.addFirst(first);
    }
    timeline.addLast(new Alert.Entry(now, what));
  }

  /**
   * Takes over what its members say now.
   *
   * @return whether the host is to hear of it: it became worse, more subjects, or began to flap
   */
  boolean refresh(Instant now) {
    boolean worse = false;
    for (Tracker member : members.values()) {
      Finding cause = member.cause();
      if (member.isAsserted() && cause.severity().compareTo(severity) > 0) {
        note(now, "worse, " + cause.severity().spelling() + ": " + cause.text());
        severity = cause.severity();
        shown = cause;
        worse = true;
      }
      worse |= flaps(member, now);
    }
    return worse;
  }

  private boolean flaps(Tracker member, Instant now) {
    if (flapping || !member.isFlapping()) {
      return false;
    }
    flapping = true;
    note(now, "comes and goes, so it is kept open until it has been calm");
    return true;
  }

  Alert view() {
    Map<String, String> facts = new HashMap<>(shown.facts());
    facts.putAll(extra);
    facts.put(WHAT, shown.text());
    return new Alert(
        id,
        rule.name(),
        rule.kind(),
        subject,
        members.values().stream()
            .filter(Tracker::isAsserted)
            .map(t -> t.cause().subject())
            .toList(),
        place,
        state,
        severity,
        since,
        openedAt,
        clearedAt,
        Wording.text(this),
        facts,
        reasons(),
        flapping,
        suppressedBy,
        List.copyOf(timeline));
  }

  boolean isFlapping() {
    return flapping;
  }

  /** Whether there is more traffic than usual. */
  boolean isRise() {
    return isChange(DeviationJudge.RISE);
  }

  /** Whether there is less traffic than usual. */
  boolean isDrop() {
    return isChange(DeviationJudge.DROP);
  }

  private boolean isChange(String change) {
    return rule.kind() == AlertKind.ANOMALY && change.equals(shown.facts().get("change"));
  }

  Optional<String> extra(String name) {
    return Optional.ofNullable(extra.get(name));
  }

  private List<String> reasons() {
    List<String> reasons = new ArrayList<>(shown.reasons());
    members.values().stream()
        .filter(m -> m.isAsserted() && !m.cause().subject().equals(shown.subject()))
        .limit(10)
        .forEach(m -> reasons.add(m.cause().place().words() + ": " + m.cause().text()));
    return reasons;
  }
}
