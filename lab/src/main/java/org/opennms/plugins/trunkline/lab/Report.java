package org.opennms.plugins.trunkline.lab;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** Prints a scoreboard for people. */
final class Report {
  private final PrintWriter out;

  Report(PrintWriter out) {
    this.out = out;
  }

  /** Everything. */
  void print(Scoreboard board) {
    summary("all labels", board);
    if (board.labelled() > 0) {
      roles(board);
      confusion(board);
      reliability(board);
    }
    out.flush();
  }

  /** One line. */
  void summary(String what, Scoreboard board) {
    print(
        "%s: %d labelled, accuracy %.4f, macro-F1 %.4f (roles with %d labels or more), "
            + "expected calibration error %.4f, coverage %.4f%n",
        what,
        board.labelled(),
        board.accuracy(),
        board.macroF1(),
        Scoreboard.ENOUGH_LABELS,
        board.calibrationError(),
        board.coverage());
  }

  private void roles(Scoreboard board) {
    print("%n%-12s %7s %9s %9s %9s%n", "role", "labels", "precision", "recall", "F1");
    for (InterfaceRole role : InterfaceRole.values()) {
      print(
          "%-12s %7d %9s %9s %9s%n",
          role.spelling(),
          board.support(role),
          number(board.precision(role)),
          number(board.recall(role)),
          board.support(role) == 0 ? "-" : number(board.f1(role)));
    }
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private void confusion(Scoreboard board) {
    List<InterfaceRole> roles = Arrays.asList(InterfaceRole.values());
    String head =
        roles.stream()
            .map(r -> String.format(Locale.ROOT, "%7.7s", r.spelling()))
            .collect(Collectors.joining());
    print("%nconfusion: a row per label, a column per answer%n%-12s%s%n", "", head);
    for (InterfaceRole label : roles) {
      if (board.support(label) > 0) {
        String cells =
            roles.stream()
                .map(answer -> String.format(Locale.ROOT, "%7d", board.count(label, answer)))
                .collect(Collectors.joining());
        print("%-12s%s%n", label.spelling(), cells);
      }
    }
  }

  private void reliability(Scoreboard board) {
    print("%n%-12s %7s %11s %9s%n", "confidence", "rows", "mean", "right");
    for (Scoreboard.Bin bin : board.reliability()) {
      print(
          "%.1f to %.1f   %7d %11.3f %9.3f%n",
          bin.from(), bin.from() + 0.1, bin.count(), bin.confidence(), bin.accuracy());
    }
  }

  private void print(String format, Object... arguments) {
    out.print(String.format(Locale.ROOT, format, arguments));
  }
}
