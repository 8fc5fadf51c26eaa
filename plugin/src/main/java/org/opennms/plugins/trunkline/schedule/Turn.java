package org.opennms.plugins.trunkline.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a job has its next turn. */
sealed interface Turn {
  /** The first turn later than this. */
  Instant after(Instant now);

  /** About how long it is from one to the next, for operators. */
  Duration interval();

  /** So long after the last start. */
  record Every(Duration interval) implements Turn {
    @Override
    public Instant after(Instant now) {
      return now.plus(interval);
    }
  }

  /** Once a day; on a day that skips the time, at the time that the clocks show instead. */
  record Daily(LocalTime time, ZoneId zone) implements Turn {
    @Override
    public Instant after(Instant now) {
      ZonedDateTime today = now.atZone(zone).with(time);
      return today.toInstant().isAfter(now)
          ? today.toInstant()
          : today.plusDays(1).with(time).toInstant();
    }

    @Override
    public Duration interval() {
      return Duration.ofDays(1);
    }
  }
}
