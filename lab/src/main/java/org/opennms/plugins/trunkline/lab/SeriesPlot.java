package org.opennms.plugins.trunkline.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;

/** A series as SVG. A column of pixels shows its least and its largest value: no spike is lost. */
final class SeriesPlot {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 260;
  private static final int FOOT = 18;
  private static final int MOST_DATES = 12;

  private final long[] seconds;
  private final double[] values;
  private final Detection said;
  private final double low;
  private final double high;
  private final StringBuilder svg = new StringBuilder(1 << 15);

  private SeriesPlot(SeriesFile series, Detection said) {
    seconds = series.seconds();
    values = series.values();
    this.said = said;
    double least = Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
    double most = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    low = least;
    high = most > least ? most : least + Math.max(1, Math.abs(least));
  }

  /** At least one sample is wanted. */
  static String svg(SeriesFile series, Detection said, ZoneId zone) {
    SeriesPlot plot = new SeriesPlot(series, said);
    plot.svg.append("<svg viewBox=\"0 0 " + WIDTH + " " + (HEIGHT + FOOT) + "\" role=\"img\">");
    plot.dates(zone);
    plot.band();
    plot.line();
    plot.alerts();
    plot.scale();
    return plot.svg.append("</svg>").toString();
  }

  private void dates(ZoneId zone) {
    LocalDate first = Instant.ofEpochSecond(seconds[0]).atZone(zone).toLocalDate();
    long days = Math.max(1, (seconds[seconds.length - 1] - seconds[0]) / 86_400);
    long apart = Math.max(1, (days + MOST_DATES - 1) / MOST_DATES);
    for (long day = apart; day <= days; day += apart) {
      LocalDate date = first.plusDays(day);
      int at = Arrays.binarySearch(seconds, date.atStartOfDay(zone).toEpochSecond());
      double x = x(at < 0 ? Math.min(seconds.length - 1, -at - 1) : at);
      add("<line class=\"grid\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"0\" y2=\"%2$d\"/>", x, HEIGHT);
      add("<text x=\"%.1f\" y=\"%d\">%s</text>", x + 3, HEIGHT + FOOT - 5, date);
    }
  }

  private void scale() {
    add("<text x=\"3\" y=\"12\">%.4g</text>", high);
    add("<text x=\"3\" y=\"%d\">%.4g</text>", HEIGHT - 3, low);
  }

  private void band() {
    Deque<String> back = new ArrayDeque<>();
    svg.append("<polygon class=\"band\" points=\"");
    int step = Math.max(1, values.length / WIDTH);
    for (int i = 0; i < values.length; i += step) {
      if (Double.isFinite(said.upper[i])) {
        svg.append(point(x(i), said.upper[i]));
        back.push(point(x(i), said.lower[i]));
      }
    }
    back.forEach(svg::append);
    svg.append("\"/>");
  }

  private void line() {
    svg.append("<polyline class=\"value\" points=\"");
    for (int i = 0; i < values.length; ) {
      int column = (int) x(i);
      double least = Double.POSITIVE_INFINITY;
      double most = Double.NEGATIVE_INFINITY;
      for (; i < values.length && (int) x(i) == column; i++) {
        least = Double.isFinite(values[i]) ? Math.min(least, values[i]) : least;
        most = Double.isFinite(values[i]) ? Math.max(most, values[i]) : most;
      }
      if (least <= most) {
        svg.append(point(column, most)).append(least < most ? point(column, least) : "");
      }
    }
    svg.append("\"/>");
  }

  private void alerts() {
    for (int i = 0; i < values.length; i++) {
      int from = i;
      while (i < values.length && said.alert[i]) {
        i++;
      }
      if (i > from) {
        add(
            "<rect class=\"alert\" x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"%d\"/>",
            x(from), Math.max(1, x(i) - x(from)), HEIGHT);
      }
    }
  }

  private double x(int i) {
    return (double) WIDTH * i / values.length;
  }

  private String point(double x, double value) {
    double y = HEIGHT * (1 - (Math.max(low, Math.min(high, value)) - low) / (high - low));
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }

  private void add(String format, Object... parts) {
    svg.append(String.format(Locale.ROOT, format, parts));
  }
}
