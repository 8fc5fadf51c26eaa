package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.AlertSubject.OfInterface;
import org.opennms.plugins.trunkline.model.AlertSubject.OfNode;

/**
 * Causes that are over. Traffic is measured in intervals: what was unusual because of a cause may
 * be told only after it ended, and is told anew after a restart. Not thread-safe.
 */
final class PastCauses {
  /**
   * What begins within this time after a cause is its doing: of the slowest samples as shipped, one
   * holds a part of the cause, and the next one the jump back.
   */
  static final Duration WAKE = Duration.ofMinutes(10);

  private final Surroundings around;
  private final Map<Cause, Instant> over = new HashMap<>();

  private record Cause(AlertKind kind, AlertSubject subject) {}

  PastCauses(Surroundings around) {
    this.around = around;
  }

  /** A problem is over that explains others, if it is of such a kind. */
  void over(AlertKind kind, Collection<AlertSubject> subjects, Instant end) {
    if (kind == AlertKind.INTERFACE_DOWN
        || kind == AlertKind.UTILIZATION
        || kind == AlertKind.DEVICE_SILENT) {
      subjects.forEach(s -> over.merge(new Cause(kind, s), end, (a, b) -> a.isAfter(b) ? a : b));
    }
  }

  /** An alert of before a restart is over. */
  void over(Alert alert) {
    List<AlertSubject> subjects = new ArrayList<>(alert.members());
    subjects.add(alert.subject());
    alert.clearedAt().ifPresent(end -> over(alert.kind(), subjects, end));
  }

  /** When the last cause of what is unusual ended; empty where there was none. */
  Optional<Instant> end(Problem problem) {
    return problem.rule().kind().isLearned()
        ? causes(problem)
            .flatMap(c -> Optional.ofNullable(over.get(c)).stream())
            .filter(end -> !problem.since().isAfter(end.plus(WAKE)))
            .max(Instant::compareTo)
        : Optional.empty();
  }

  private Stream<Cause> causes(Problem problem) {
    Stream<Cause> ofLink = ends(problem).stream().flatMap(end -> ofLink(end, problem.isRise()));
    return Stream.concat(
        ofLink,
        problem.subject().node().stream()
            .map(node -> new Cause(AlertKind.DEVICE_SILENT, new OfNode(node))));
  }

  private List<AlertSubject> ends(Problem problem) {
    List<AlertSubject> ends = new ArrayList<>(problem.members().keySet());
    ends.add(problem.subject());
    if (problem.subject() instanceof OfInterface of) {
      around.farEnd(of.is()).ifPresent(far -> ends.add(new OfInterface(far.key())));
    }
    return ends;
  }

  // What is lost when a link was full a moment ago is not lost because of that.
  private static Stream<Cause> ofLink(AlertSubject end, boolean rise) {
    Cause down = new Cause(AlertKind.INTERFACE_DOWN, end);
    return rise ? Stream.of(down, new Cause(AlertKind.UTILIZATION, end)) : Stream.of(down);
  }

  /** Forgets what ended before this time. */
  void forget(Instant before) {
    over.values().removeIf(before::isAfter);
  }
}
