package org.opennms.plugins.trunkline.lab;

import java.util.Locale;

/** Draws confidence against accuracy as SVG: dots on the diagonal are what is wanted. */
final class ReliabilityPlot {
  private static final int SIDE = 400;
  private static final int MARGIN = 50;
  private static final double LARGEST_DOT = 18;

  private ReliabilityPlot() {}

  /** The document; a dot's area grows with the rows in it. */
  static String svg(Scoreboard board) {
    StringBuilder out = new StringBuilder(4096);
    int size = SIDE + 2 * MARGIN;
    line(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\">",
        size,
        size);
    line(out, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", size, size);
    axes(out);
    for (Scoreboard.Bin bin : board.reliability()) {
      double radius = LARGEST_DOT * Math.sqrt((double) bin.count() / board.labelled());
      line(
          out,
          "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f6fb2\" fill-opacity=\"0.7\">"
              + "<title>%d rows, confidence %.3f, right %.3f</title></circle>",
          x(bin.confidence()),
          y(bin.accuracy()),
          Math.max(3, radius),
          bin.count(),
          bin.confidence(),
          bin.accuracy());
    }
    line(
        out,
        "<text x=\"%d\" y=\"20\">%d labelled rows, expected calibration error %.4f</text>",
        MARGIN,
        board.labelled(),
        board.calibrationError());
    line(out, "</svg>");
    return out.toString();
  }

  private static void axes(StringBuilder out) {
    line(
        out,
        "<line x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\" stroke=\"#999\""
            + " stroke-dasharray=\"4\"/>",
        x(0),
        y(0),
        x(1),
        y(1));
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double at = tenth / 10.0;
      line(out, "<text x=\"%.0f\" y=\"%.0f\">%.1f</text>", x(at) - 8, y(0) + 18, at);
      line(out, "<text x=\"%.0f\" y=\"%.0f\">%.1f</text>", x(0) - 28, y(at) + 4, at);
    }
    line(
        out,
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#333\"/>",
        MARGIN,
        MARGIN,
        SIDE,
        SIDE);
    line(out, "<text x=\"%d\" y=\"%d\">confidence</text>", MARGIN + SIDE / 2 - 30, size() - 12);
    line(out, "<text x=\"6\" y=\"%d\">right</text>", MARGIN - 12);
  }

  private static int size() {
    return SIDE + 2 * MARGIN;
  }

  private static double x(double confidence) {
    return MARGIN + SIDE * confidence;
  }

  private static double y(double accuracy) {
    return MARGIN + SIDE * (1 - accuracy);
  }

  private static void line(StringBuilder out, String format, Object... arguments) {
    out.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
