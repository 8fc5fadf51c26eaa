package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.AlertKind;

/**
 * When something else no longer is a problem's cause, what was seen meanwhile says little: traffic
 * that comes back is unusual until its baseline has seen it calm for a while, and a neighbour is
 * seen again only when the device is asked. So traffic must outlast that, and whatever else is to
 * be seen anew or to outlast it. Stateless.
 */
final class Aftermath {
  /** So much more than the calm after which a baseline ends an episode. */
  static final Duration OF_TRAFFIC = Duration.ofMinutes(5);

  /** A little more than the time between two questions for neighbours, as shipped. */
  static final Duration OF_NEIGHBOURS = Duration.ofMinutes(20);

  private Aftermath() {}

  /** After this time nothing is the aftermath of what ended before. */
  static Duration longest(Duration calm) {
    return PastCauses.WAKE.plus(ofTraffic(calm));
  }

  private static Duration ofTraffic(Duration calm) {
    return calm.plus(OF_TRAFFIC);
  }

  /**
   * What is waited for, in words; empty where the problem may be raised.
   *
   * @param calm as the baselines have it
   */
  static Optional<String> waits(Problem problem, Duration calm, Instant now) {
    return problem.explainedUntil().flatMap(end -> waits(problem, end, calm, now));
  }

  private static Optional<String> waits(Problem problem, Instant end, Duration calm, Instant now) {
    AlertKind kind = problem.rule().kind();
    // What a baseline says of traffic that comes back is no news of it.
    boolean anew = !kind.isLearned() && problem.lastReading().isAfter(end);
    if (anew || kind == AlertKind.CLASSIFICATION_CHANGED) {
      return Optional.empty();
    }
    if (kind.isPolled()) {
      return Optional.of("its cause ended at " + end + "; not seen since");
    }
    Duration bears = kind == AlertKind.NEIGHBOUR_LOST ? OF_NEIGHBOURS : ofTraffic(calm);
    return now.isBefore(end.plus(bears))
        ? Optional.of("its cause ended at " + end + "; raised if it outlasts that by " + bears)
        : Optional.empty();
  }
}
