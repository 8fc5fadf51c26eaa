package org.opennms.plugins.trunkline.baseline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An event of the calendar, with its repetitions.
 *
 * @param kind what it means for baselines
 * @param start of the first occurrence, in civil time
 * @param length of each occurrence, in civil time
 * @param zone whose civil time is meant; empty for that of each node
 * @param rule how it repeats
 * @param left starts of occurrences that do not take place (EXDATE)
 * @param nodes labels of the nodes that it concerns; empty for all
 */
public record PlannedTime(
    Kind kind,
    LocalDateTime start,
    Duration length,
    Optional<ZoneId> zone,
    Rule rule,
    Set<LocalDateTime> left,
    Set<String> nodes) {
  /** Copies the sets and rejects missing parts. */
  public PlannedTime {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(rule, "rule");
    left = Set.copyOf(left);
    nodes = Set.copyOf(nodes);
  }

  /** What an event means. */
  public enum Kind {
    /** The day goes like a Sunday, and teaches its own weekday nothing. */
    HOLIDAY,
    /** Work is planned: judged, but neither told nor learned. */
    EXCLUSION
  }

  /**
   * A repetition of RFC 5545, as far as calendars of holidays and maintenance need it.
   *
   * @param unit days, weeks, months or years between occurrences
   * @param interval how many of them
   * @param count occurrences in all; {@link Long#MAX_VALUE} without a bound
   * @param until start of the last occurrence that may be
   */
  public record Rule(ChronoUnit unit, int interval, long count, LocalDateTime until) {
    /** No repetition. */
    public static final Rule ONCE = new Rule(ChronoUnit.DAYS, 1, 1, LocalDateTime.MAX);
  }

  /** The same event, first on this or the next such day of the week. */
  PlannedTime from(DayOfWeek day) {
    int ahead = Math.floorMod(day.getValue() - start.getDayOfWeek().getValue(), 7);
    return new PlannedTime(kind, start.plusDays(ahead), length, zone, rule, left, nodes);
  }

  /** Whether it goes on at this time at this node. */
  boolean holds(Instant at, ZoneId nodeZone, String node) {
    if (!nodes.isEmpty() && !nodes.contains(node)) {
      return false;
    }
    LocalDateTime civil = LocalDateTime.ofInstant(at, zone.orElse(nodeZone));
    if (civil.isBefore(start)) {
      return false;
    }
    if (rule.count() == 1) {
      return isDuring(0, civil);
    }
    // An occurrence may be longer than the time to the next.
    long nth = rule.unit().between(start, civil) / rule.interval();
    long overlapping = length.dividedBy(rule.unit().getDuration()) / rule.interval() + 1;
    for (long i = nth; i >= Math.max(0, nth - overlapping); i--) {
      if (isDuring(i, civil)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDuring(long nth, LocalDateTime civil) {
    if (nth < 0 || nth >= rule.count()) {
      return false;
    }
    LocalDateTime begins = start.plus(nth * rule.interval(), rule.unit());
    // The 31st of a month and the 29th of February take place only where there is such a day.
    boolean exists =
        rule.unit() == ChronoUnit.DAYS
            || rule.unit() == ChronoUnit.WEEKS
            || begins.getDayOfMonth() == start.getDayOfMonth();
    return exists
        && !begins.isAfter(rule.until())
        && !left.contains(begins)
        && !civil.isBefore(begins)
        && civil.isBefore(begins.plus(length));
  }
}
