package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.AlertSubject.OfGroup;
import org.opennms.plugins.trunkline.model.AlertSubject.OfInterface;
import org.opennms.plugins.trunkline.model.AlertSubject.OfNode;

/** Ends problems that no reading will end any more. Stateless. */
final class Staleness {
  /** Without a reading for so long, a threshold says nothing. */
  static final Duration UNMEASURED = Duration.ofHours(1);

  /** How long a change of classification or of level is worth an alarm. */
  static final Duration NEWS = Duration.ofHours(24);

  // Time for baselines to find out anew what goes on, however often traffic is measured.
  private static final Duration UNTOLD = Duration.ofMinutes(30);

  private Staleness() {}

  /** Why the problem is over; empty while it is not. */
  static Optional<String> over(
      Problem problem, Surroundings around, RootCauses causes, Instant now) {
    AlertKind kind = problem.rule().kind();
    // Which interface it is remains of interest when it is no longer one to be monitored.
    if (kind != AlertKind.CLASSIFICATION_CHANGED
        && problem.members().keySet().stream().noneMatch(m -> isKnown(m, around))) {
      return unknown(problem, around, now);
    }
    boolean news = kind == AlertKind.CLASSIFICATION_CHANGED || kind == AlertKind.LEVEL_SHIFT;
    if (news && !now.isBefore(problem.since().plus(NEWS))) {
      return Optional.of("a day has passed");
    }
    if (problem.subject().node().map(causes::isDown).orElse(false)) {
      return Optional.empty();
    }
    if (kind.isPolled() && isOld(problem, UNMEASURED, now)) {
      return Optional.of("no longer measured");
    }
    // After a restart, or when what was learned was reset, no baseline says that it is over.
    return kind == AlertKind.ANOMALY
            && isOld(problem, untold(around.calm()), now)
            && isUsual(problem, around)
        ? Optional.of("its baseline no longer finds anything unusual")
        : Optional.empty();
  }

  // What is down because its device lost it stays a problem, until everybody must have seen it.
  private static Optional<String> unknown(Problem problem, Surroundings around, Instant now) {
    boolean lost =
        problem.rule().kind() == AlertKind.INTERFACE_DOWN
            && problem.members().keySet().stream().anyMatch(m -> isLost(m, around));
    if (!lost) {
      return Optional.of("no longer monitored");
    }
    return isOld(problem, NEWS, now)
        ? Optional.of("gone from its device for a day")
        : Optional.empty();
  }

  private static boolean isLost(AlertSubject subject, Surroundings around) {
    return subject instanceof OfInterface of && around.vanished(of.is());
  }

  private static Duration untold(Duration calm) {
    return calm.compareTo(UNTOLD) > 0 ? calm : UNTOLD;
  }

  private static boolean isOld(Problem problem, Duration age, Instant now) {
    return !now.isBefore(problem.lastReading().plus(age));
  }

  private static boolean isUsual(Problem problem, Surroundings around) {
    return problem.members().keySet().stream()
        .noneMatch(m -> m instanceof OfInterface of && around.deviates(of.is()));
  }

  private static boolean isKnown(AlertSubject subject, Surroundings around) {
    if (subject instanceof OfInterface of) {
      return around.monitored(of.is()).isPresent();
    }
    return subject instanceof OfGroup
        || (subject instanceof OfNode of && around.device(of.is()).isPresent());
  }
}
