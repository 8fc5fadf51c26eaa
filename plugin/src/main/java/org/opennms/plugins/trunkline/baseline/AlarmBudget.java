package org.opennms.plugins.trunkline.baseline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;

/**
 * Turns the alarms that the whole installation may raise a day into the score from which a metric
 * alarms. It begins where the tails promise that rate, and moves with the rate that came about.
 * Thread-safe.
 */
final class AlarmBudget {
  private static final double SAMPLES_A_DAY = 288;
  // Below this even a single series would alarm too often; see docs/baselines.md.
  private static final double LOWEST = 5;
  private static final double HIGHEST = 9;
  private static final double FEWEST = 1e-6;
  private static final double STEP = 0.25;
  private static final double FOLLOW = 1e-3;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration REVIEW = Duration.ofDays(1);

  private final Deque<Instant> alarms = new ArrayDeque<>();
  private final Instant started;
  private final OptionalDouble fixed;
  private Instant reviewed;
  private double moved;
  private double meanShare = 1;
  private long listed;

  AlarmBudget(Instant now) {
    this(now, OptionalDouble.empty());
  }

  /**
   * To try something.
   *
   * @param ofEach false alarms a day of each metric, whatever the others do
   */
  AlarmBudget(Instant now, OptionalDouble ofEach) {
    started = now;
    reviewed = now;
    fixed =
        ofEach.isPresent()
            ? OptionalDouble.of(Math.log10(SAMPLES_A_DAY / Math.max(FEWEST, ofEach.getAsDouble())))
            : OptionalDouble.empty();
  }

  /**
   * The score from which a metric of this role alarms.
   *
   * @param perDay alarms a day of all metrics together
   * @param metrics how many there are
   */
  synchronized double threshold(double perDay, int metrics, InterfaceRole role) {
    if (fixed.isPresent()) {
      return fixed.getAsDouble();
    }
    double samples = SAMPLES_A_DAY * Math.max(1, metrics);
    double share = share(role);
    // Over all metrics the shares come to the budget, whichever roles there are.
    meanShare += FOLLOW * (share - meanShare);
    double fair = Math.log10(samples / Math.max(perDay, 1e-3)) - Math.log10(share / meanShare);
    return Math.max(LOWEST, Math.min(HIGHEST, fair + moved));
  }

  // What carries others' traffic gets more of the budget than the edge.
  private static double share(InterfaceRole role) {
    return switch (role) {
      case ISP_UPLINK, TRUNK, BRANCH_LINK -> 2;
      case SERVER_LINK -> 1;
      default -> 0.5;
    };
  }

  /** An alarm was raised. */
  synchronized void alarmed(Instant at) {
    alarms.addLast(at);
  }

  /** An episode was only listed. */
  synchronized void listed() {
    listed++;
  }

  /** Compares the last day with the budget; to be called often. */
  synchronized void review(Instant now, double perDay) {
    while (!alarms.isEmpty() && alarms.peekFirst().isBefore(now.minus(WEEK))) {
      alarms.removeFirst();
    }
    if (now.isBefore(reviewed.plus(REVIEW))) {
      return;
    }
    reviewed = now;
    double rate = rate(now);
    if (rate > perDay) {
      moved = Math.min(HIGHEST - LOWEST, moved + STEP);
    } else if (rate < perDay / 2) {
      moved = Math.max(-1, moved - STEP / 2);
    }
  }

  /** For operators. */
  synchronized AnomalyBoard.Rate rate(Instant now, double perDay, int metrics) {
    return new AnomalyBoard.Rate(perDay, rate(now), listed, metrics);
  }

  private double rate(Instant now) {
    Duration since = Duration.between(started, now);
    Duration window = since.compareTo(WEEK) < 0 ? since : WEEK;
    return alarms.size() / Math.max(1, window.toSeconds() / (double) REVIEW.toSeconds());
  }
}
