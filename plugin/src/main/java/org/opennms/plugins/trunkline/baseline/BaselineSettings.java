package org.opennms.plugins.trunkline.baseline;

import java.time.Duration;
import java.time.ZoneId;
import org.opennms.plugins.trunkline.baseline.series.EpisodeGate;

/**
 * What operators set.
 *
 * @param alarmsPerDay anomaly alarms a day that the whole installation may raise
 * @param lookBack of the plain statistics, 1 to 4 weeks
 * @param calm how long traffic must be as usual until an episode is over
 * @param zone civil time of nodes whose metadata do not say theirs
 * @param limits smallest deviations that are worth an alarm, role by role
 * @param calendar holidays and planned work
 */
public record BaselineSettings(
    double alarmsPerDay,
    Duration lookBack,
    Duration calm,
    ZoneId zone,
    RoleLimits limits,
    PlannedCalendar calendar) {
  /** As shipped, in this zone. */
  public static BaselineSettings standard(ZoneId zone) {
    return new BaselineSettings(
        5, Duration.ofDays(14), EpisodeGate.CALM, zone, RoleLimits.STANDARD, PlannedCalendar.EMPTY);
  }

  int lookBackWeeks() {
    return (int) Math.max(1, Math.min(4, lookBack.toDays() / 7));
  }
}
