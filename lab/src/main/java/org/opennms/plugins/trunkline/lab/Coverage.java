package org.opennms.plugins.trunkline.lab;

import java.util.Locale;

/** How honest the band and the confidence are, and how often a series is alarmed. */
final class Coverage {
  private static final int LEARNING = 14 * 86_400;
  private static final int HOUR = 3600;

  private Coverage() {}

  /** In one line, after fourteen days. */
  static String words(SeriesFile series, Detection said) {
    long from = series.seconds().length == 0 ? 0 : series.seconds()[0] + LEARNING;
    long inside = 0;
    long judged = 0;
    int alerts = 0;
    long lastAlert = Long.MIN_VALUE / 2;
    for (int i = 0; i < series.values().length; i++) {
      long time = series.seconds()[i];
      double value = series.values()[i];
      if (time < from || Double.isNaN(said.expected[i])) {
        continue;
      }
      judged++;
      inside += value >= said.lower[i] && value <= said.upper[i] ? 1 : 0;
      if (said.alert[i]) {
        alerts += time - lastAlert > HOUR / 2 ? 1 : 0;
        lastAlert = time;
      }
    }
    long end = series.seconds().length == 0 ? 0 : series.seconds()[series.seconds().length - 1];
    double days = Math.max(0, end - from) / 86_400.0;
    if (judged == 0) {
      return series.values().length + " samples, fewer than fourteen days";
    }
    return String.format(
        Locale.ROOT,
        "%d samples, %.3f in the band, next week's hours %.3f in it by confidence %.3f, %.3f alerts a day",
        series.values().length,
        (double) inside / judged,
        said.ahead.inside(),
        said.ahead.predicted(),
        alerts / days);
  }
}
