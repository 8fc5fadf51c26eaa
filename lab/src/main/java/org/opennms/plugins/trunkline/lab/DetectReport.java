package org.opennms.plugins.trunkline.lab;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A page with one plot a series: value, band and alerts, in SVG, and a table of the alerts; without
 * anything from outside.
 */
final class DetectReport {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final String STYLE =
      "body{font:14px sans-serif;margin:2em auto;max-width:1650px}"
          + "svg{width:100%;background:#fafafa;margin:.5em 0}.band{fill:#bcd6f5}"
          + ".value{fill:none;stroke:#224;stroke-width:.7}.alert{fill:#d22;opacity:.5}"
          + ".grid{stroke:#ddd}text{font:11px sans-serif;fill:#555}"
          + "td,th{text-align:right;padding:.1em .8em}.key{padding:0 .6em;margin:0 .3em 0 1em}";

  private final ZoneId zone;
  private final StringBuilder page = new StringBuilder(1 << 16);

  private DetectReport(ZoneId zone) {
    this.zone = zone;
  }

  /** One series with what was said of it. */
  record Plot(SeriesFile series, Detection said) {}

  /**
   * The page as HTML.
   *
   * @param zone of the times that it shows
   */
  static String page(List<Plot> plots, ZoneId zone) {
    DetectReport report = new DetectReport(zone);
    report
        .page
        .append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<title>Detector on recorded series</title><style>")
        .append(STYLE)
        .append("</style></head><body><h1>Detector on recorded series</h1><p>")
        .append("<span class=\"key\" style=\"background:#224\"></span>value, least and most")
        .append("<span class=\"key\" style=\"background:#bcd6f5\"></span>95 % band")
        .append("<span class=\"key\" style=\"background:#e88\"></span>alert</p>");
    plots.forEach(report::add);
    return report.page.append("</body></html>\n").toString();
  }

  private void add(Plot plot) {
    page.append("<h2>").append(escaped(plot.series().name())).append("</h2><p>");
    page.append(escaped(Coverage.words(plot.series(), plot.said()))).append("</p>");
    if (plot.series().values().length > 0) {
      page.append(SeriesPlot.svg(plot.series(), plot.said(), zone));
      alerts(plot);
    }
  }

  private void alerts(Plot plot) {
    boolean[] alert = plot.said().alert;
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < alert.length; i++) {
      if (alert[i] && (i == 0 || !alert[i - 1])) {
        row(rows, plot, i);
      }
    }
    if (!rows.isEmpty()) {
      page.append("<table><tr><th>alert from</th><th>minutes</th><th>value</th><th>expected</th>")
          .append("<th>band</th><th>score</th></tr>")
          .append(rows)
          .append("</table>");
    }
  }

  private void row(StringBuilder rows, Plot plot, int from) {
    Detection said = plot.said();
    int end = from;
    int peak = from;
    while (end < said.alert.length && said.alert[end]) {
      peak = said.score[end] > said.score[peak] ? end : peak;
      end++;
    }
    long[] seconds = plot.series().seconds();
    rows.append(
        String.format(
            Locale.ROOT,
            "<tr><td>%s</td><td>%d</td><td>%.4g</td><td>%.4g</td><td>%.4g to %.4g</td>"
                + "<td>%.1f</td></tr>",
            TIME.format(Instant.ofEpochSecond(seconds[from]).atZone(zone)),
            (seconds[end - 1] - seconds[from]) / 60,
            plot.series().values()[peak],
            said.expected[peak],
            said.lower[peak],
            said.upper[peak],
            said.score[peak]));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
