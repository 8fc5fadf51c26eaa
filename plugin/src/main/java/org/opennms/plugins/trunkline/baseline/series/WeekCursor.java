package org.opennms.plugins.trunkline.baseline.series;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A point of time as the hour of the week in civil time, and its place between the centres of the
 * hours. The offset from UTC is looked up only where the zone changes it. For one thread; shared by
 * all series of the zone.
 */
public final class WeekCursor {
  /** Hours of a week, from Monday 00:00. */
  public static final int SLOTS = 168;

  /** Hours of a day. */
  public static final int HOURS = 24;

  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;
  // 1970-01-01 was a Thursday.
  private static final long HOURS_BEFORE_EPOCH = 72;

  private final ZoneId zone;
  private long offset;
  private long validFrom = Long.MAX_VALUE;
  private long validUntil = Long.MIN_VALUE;

  private long time;
  private long hourNumber;
  private int secondOfDay;
  private int slot;
  private int before;
  private int after;
  private double fraction;

  /** For series of this zone. */
  public WeekCursor(ZoneId zone) {
    this.zone = zone;
  }

  /** The zone whose civil time is meant. */
  public ZoneId zone() {
    return zone;
  }

  /** Moves to a point of time. */
  public WeekCursor moveTo(long epochSecond) {
    if (epochSecond < validFrom || epochSecond >= validUntil) {
      lookUp(epochSecond);
    }
    time = epochSecond;
    long local = epochSecond + offset;
    hourNumber = Math.floorDiv(local, (long) HOUR) + HOURS_BEFORE_EPOCH;
    slot = Math.floorMod(hourNumber, SLOTS);
    secondOfDay = Math.floorMod(local, DAY);
    double within = (double) Math.floorMod(local, HOUR) / HOUR;
    before = within < 0.5 ? previous(slot) : slot;
    after = within < 0.5 ? slot : next(slot);
    fraction = within < 0.5 ? within + 0.5 : within - 0.5;
    return this;
  }

  private void lookUp(long epochSecond) {
    ZoneRules rules = zone.getRules();
    Instant at = Instant.ofEpochSecond(epochSecond);
    ZoneOffset now = rules.getOffset(at);
    ZoneOffsetTransition last = rules.previousTransition(at.plusSeconds(1));
    ZoneOffsetTransition next = rules.nextTransition(at);
    offset = now.getTotalSeconds();
    validFrom = last == null ? Long.MIN_VALUE : last.toEpochSecond();
    validUntil = next == null ? Long.MAX_VALUE : next.toEpochSecond();
  }

  private static int previous(int slot) {
    return slot == 0 ? SLOTS - 1 : slot - 1;
  }

  private static int next(int slot) {
    return slot == SLOTS - 1 ? 0 : slot + 1;
  }

  /** Seconds since 1970-01-01T00:00Z. */
  public long time() {
    return time;
  }

  /** Counts civil hours; two samples of the same number lie in the same hour. */
  long hourNumber() {
    return hourNumber;
  }

  /** Seconds since civil midnight, on a usual day. */
  int secondOfDay() {
    return secondOfDay;
  }

  /** Hour of the week, 0 to 167. */
  public int slot() {
    return slot;
  }

  /** The hour whose centre is the last one before. */
  int before() {
    return before;
  }

  /** The hour whose centre is the next one. */
  int after() {
    return after;
  }

  /** Place between the two centres: 0 is that of {@link #before}, 1 that of {@link #after}. */
  double fraction() {
    return fraction;
  }

  /** Between two values that belong to the centres. */
  double between(double atBefore, double atAfter) {
    return atBefore + fraction * (atAfter - atBefore);
  }
}
