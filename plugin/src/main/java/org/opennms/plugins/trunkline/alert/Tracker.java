package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.alert.rule.AlertRule.Lasting;
import org.opennms.plugins.trunkline.model.AlertKind;

/**
 * Whether one rule's problem is there on one subject: threshold and clear level, duration, m of n,
 * flapping. Not thread-safe.
 */
final class Tracker {
  /** A reading older than this raises nothing any more. */
  static final Duration FRESH = Duration.ofMinutes(20);

  private static final String VALUE = "value";
  private static final String EXPECTED = "expected";

  private final AlertRule rule;
  private final Deque<Instant> raises = new ArrayDeque<>();
  private Finding last;
  private Finding worst;
  private Instant since;
  private long window;
  private boolean raised;
  private boolean flapping;

  Tracker(Finding first) {
    this.rule = first.rule();
    this.last = first;
    this.worst = first;
  }

  /** One whose problem was there before a restart. */
  static Tracker restored(Finding before) {
    Tracker tracker = new Tracker(before);
    tracker.since = before.from();
    tracker.raised = true;
    tracker.window = -1;
    return tracker;
  }

  AlertRule rule() {
    return rule;
  }

  /** The newest finding. */
  Finding last() {
    return last;
  }

  /** The newest finding that says that the problem is there; the newest at all without one. */
  Finding cause() {
    return worst;
  }

  /** When the problem began; the newest finding's time while there is none. */
  Instant since() {
    return since == null ? last.at() : since;
  }

  /** Whether the problem is there, or comes and goes too often to be over. */
  boolean isAsserted() {
    return raised || flapping;
  }

  boolean isFlapping() {
    return flapping;
  }

  /** Whether the problem is there, but not yet for long enough. */
  boolean isPending() {
    return !raised && since != null;
  }

  /** Whether nothing would be lost without it. */
  boolean isIdle() {
    return !raised && !flapping && since == null && raises.isEmpty();
  }

  /** The finding in the light of what was before: what is again as it was has not changed. */
  Finding against(Finding finding) {
    boolean again =
        rule.kind() == AlertKind.CLASSIFICATION_CHANGED
            && isAsserted()
            && Objects.equals(worst.facts().get(EXPECTED), finding.facts().get(VALUE));
    return again ? finding.good("is again " + finding.facts().get(VALUE)) : finding;
  }

  void take(Finding finding, Instant now) {
    last = finding;
    switch (finding.verdict()) {
      case BREACHED -> breached(finding);
      case HELD -> held();
      case GOOD -> good();
    }
    tick(now);
  }

  /** Whether time alone may change what it says. */
  boolean isRestless() {
    return isPending() || !raises.isEmpty();
  }

  /** Time has passed. */
  void tick(Instant now) {
    Lasting lasting = rule.lasting();
    if (!raised && since != null && isFresh(now) && hits() >= lasting.times() && isLong(now)) {
      raised = true;
      raises.addLast(now);
    }
    // After a clock was set back, too, what was is forgotten in time.
    raises.removeIf(at -> !at.isAfter(now.minus(lasting.flapSpan())) || at.isAfter(now));
    flapping = lasting.flaps() > 0 && (raises.size() > lasting.flaps() || flapsStill());
    // One beyond is enough to know that it flaps.
    while (raises.size() > lasting.flaps() + 1) {
      raises.removeFirst();
    }
  }

  private boolean flapsStill() {
    return flapping && !raises.isEmpty();
  }

  private void breached(Finding finding) {
    window = window << 1 | 1;
    worst = finding;
    if (since == null || finding.at().isBefore(since)) {
      since = finding.from();
    }
  }

  // Keeps what is there, but is not above the threshold, so it begins nothing.
  private void held() {
    if (raised) {
      window = window << 1 | 1;
    } else {
      good();
    }
  }

  private void good() {
    window = window << 1;
    if (hits() < rule.lasting().times()) {
      raised = false;
      since = hits() == 0 ? null : since;
    }
  }

  private boolean isFresh(Instant now) {
    return last.verdict() == Finding.Verdict.BREACHED && now.isBefore(last.at().plus(FRESH));
  }

  private boolean isLong(Instant now) {
    // A share is known up to the end of its interval; what is up or down stays so until told.
    boolean known = rule.kind().isShare() || last.at().isAfter(now);
    Instant reached = known ? last.at() : now;
    return !Duration.between(since, reached).minus(rule.lasting().raise()).isNegative();
  }

  private int hits() {
    int of = rule.lasting().of();
    return Long.bitCount(window & ((1L << of) - 1));
  }
}
