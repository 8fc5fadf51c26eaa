package org.opennms.plugins.trunkline.alert.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;

/** When something holds. */
public sealed interface Window {
  /** Whether it holds now. */
  boolean contains(Instant now);

  /**
   * Once.
   *
   * @param start inclusive
   * @param end exclusive
   */
  record Once(Instant start, Instant end) implements Window {
    /** Rejects missing and reversed ends. */
    public Once {
      if (!start.isBefore(end)) {
        throw new IllegalArgumentException("ends before it starts");
      }
    }

    @Override
    public boolean contains(Instant now) {
      return !now.isBefore(start) && now.isBefore(end);
    }
  }

  /**
   * Every week, in civil time. A window that ends before it starts lasts over midnight and belongs
   * to the day on which it starts; one that ends as it starts lasts a day.
   *
   * @param days on which it starts
   * @param from inclusive
   * @param to exclusive
   * @param zone whose clock
   */
  record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) implements Window {
    /** Copies the set and rejects missing parts. */
    public Weekly {
      days = Set.copyOf(days);
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(zone, "zone");
    }

    @Override
    public boolean contains(Instant now) {
      ZonedDateTime there = now.atZone(zone);
      LocalTime time = there.toLocalTime();
      DayOfWeek today = there.getDayOfWeek();
      if (from.isBefore(to)) {
        return days.contains(today) && !time.isBefore(from) && time.isBefore(to);
      }
      return (days.contains(today) && !time.isBefore(from))
          || (days.contains(today.minus(1)) && time.isBefore(to));
    }
  }
}
