package org.opennms.plugins.trunkline.baseline.series;

import java.util.Locale;

/** How a series is; anything but {@link #NORMAL} says why nothing may be concluded, or what. */
public enum SeriesState {
  /** The first day: nothing is judged. */
  LEARNING,
  /** Judged, but the baseline is not sure enough for an alarm. */
  INSUFFICIENT,
  /** As usual. */
  NORMAL,
  /** In an episode. */
  ANOMALOUS,
  /** The day is like another weekday, and is judged as such. */
  HOLIDAY,
  /** A planned exclusion: judged, neither told nor learned. */
  MASKED,
  /** The counters began anew: neither judged nor learned. */
  DISCONTINUITY,
  /** No value, or the first one after a gap. */
  STALE;

  /** For example {@code learning}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
