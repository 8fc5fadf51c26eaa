package org.opennms.plugins.trunkline.sandbox.network.traffic;

/**
 * The shape of a week, mean 1: the rate is linear between the hours, so its integral is exact. The
 * week begins on Monday 00:00 of the device's own time.
 */
// The arrays are filled in the constructor and never again.
@SuppressWarnings("ImmutableEnumChecker")
public enum WeeklyProfile {
  /** Offices: work days nine to five, a dip at lunch, quiet week-ends. */
  OFFICE("1112 2358 CFGF CDFF EC85 3221", "1111 1122 3333 3333 3322 2111"),
  /** Homes and hotels: an evening peak, fuller week-ends. */
  EVENING("6432 2234 5566 7777 89BD FGEA", "8643 2223 4678 899A AABD FGEB"),
  /** Nightly backups, otherwise little. */
  BACKUP("3BGG GG94 2222 2222 2222 2222", "3BGG GGGG B422 2222 2222 2222"),
  /** Cameras and control: the same all week. */
  STEADY("8888 8888 8888 8888 8888 8888", "8888 8888 8888 8888 8888 8888"),
  /** Telephones: office hours only. */
  VOICE("1111 1114 AEGF BCFF D831 1111", "1111 1111 2222 2211 1111 1111");

  /** Seconds of a week. */
  public static final int WEEK = 7 * 24 * 3600;

  private static final int HOUR = 3600;
  private static final int HOURS = 168;

  private final double[] rate = new double[HOURS + 1];
  private final double[] integral = new double[HOURS + 1];

  WeeklyProfile(String workDay, String restDay) {
    for (int hour = 0; hour < HOURS; hour++) {
      String day = (hour < 5 * 24 ? workDay : restDay).replace(" ", "");
      rate[hour] = Character.digit(day.charAt(hour % 24), 17);
    }
    rate[HOURS] = rate[0];
    scaleToMeanOne();
  }

  private void scaleToMeanOne() {
    double sum = 0;
    for (int hour = 0; hour < HOURS; hour++) {
      sum += rate[hour];
    }
    for (int hour = 0; hour <= HOURS; hour++) {
      rate[hour] *= HOURS / sum;
    }
    for (int hour = 0; hour < HOURS; hour++) {
      integral[hour + 1] = integral[hour] + HOUR * (rate[hour] + rate[hour + 1]) / 2;
    }
  }

  /**
   * The rate's integral since the beginning of a week.
   *
   * @param seconds local seconds since any Monday 00:00, of any size
   * @return seconds at mean rate; it grows with {@code seconds}
   */
  public double integral(double seconds) {
    double weeks = Math.floor(seconds / WEEK);
    double rest = seconds - weeks * WEEK;
    int hour = Math.min((int) (rest / HOUR), HOURS - 1);
    double into = rest - (double) hour * HOUR;
    double slope = (rate[hour + 1] - rate[hour]) / HOUR;
    return weeks * WEEK + integral[hour] + into * (rate[hour] + slope * into / 2);
  }
}
