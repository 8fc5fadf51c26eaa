package org.opennms.plugins.trunkline.baseline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Holidays and planned work, as the calendar file tells them. Immutable.
 *
 * @param times all events
 */
public record PlannedCalendar(List<PlannedTime> times) {
  /** Nothing planned. */
  public static final PlannedCalendar EMPTY = new PlannedCalendar(List.of());

  /** Copies the list. */
  public PlannedCalendar {
    times = List.copyOf(times);
  }

  /**
   * What is planned at a node at this time; an exclusion goes before a holiday.
   *
   * @param zone the node's civil time
   */
  Optional<PlannedTime.Kind> at(Instant at, ZoneId zone, String node) {
    Optional<PlannedTime.Kind> found = Optional.empty();
    for (PlannedTime time : times) {
      boolean news = found.isEmpty() || time.kind() == PlannedTime.Kind.EXCLUSION;
      if (news && time.holds(at, zone, node)) {
        found = Optional.of(time.kind());
      }
    }
    return found;
  }
}
