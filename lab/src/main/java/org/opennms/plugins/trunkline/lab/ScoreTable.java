package org.opennms.plugins.trunkline.lab;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Scores, printed for people. Used by one thread. */
final class ScoreTable {
  private static final int MOST_SHOWN = 10;

  private final List<Score> scores = new ArrayList<>();

  void add(Score score) {
    scores.add(score);
  }

  List<Score> scores() {
    return List.copyOf(scores);
  }

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT, "%-44s %6s %9s %6s %12s%n", "", "right", "reported", "truth", "wrong nodes");
    for (Score score : scores) {
      print(out, score);
      score.missing().stream().limit(MOST_SHOWN).forEach(m -> out.println("    missing  " + m));
      score.extra().stream().limit(MOST_SHOWN).forEach(e -> out.println("    extra    " + e));
    }
    print(
        out,
        new Score(
            "all",
            sum(Score::right),
            sum(Score::reported),
            sum(Score::truth),
            sum(Score::wrongNodes),
            List.of(),
            List.of()));
    out.flush();
  }

  private static void print(PrintWriter out, Score score) {
    out.printf(
        Locale.ROOT,
        "%-44s %6d %9d %6d %12d%n",
        score.name(),
        score.right(),
        score.reported(),
        score.truth(),
        score.wrongNodes());
  }

  private int sum(ToIntFunction<Score> of) {
    return scores.stream().mapToInt(of).sum();
  }
}
