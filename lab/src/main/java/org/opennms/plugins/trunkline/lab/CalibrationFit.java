package org.opennms.plugins.trunkline.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.opennms.plugins.trunkline.classify.Calibration;

/**
 * Fits a calibration: isotonic regression (pool adjacent violators) over groups of rows, each group
 * drawn towards its own score as if some more rows had confirmed it, because samples are small.
 */
final class CalibrationFit {
  private static final int SMALLEST_GROUP = 15;
  private static final double DRAWN_BY = 5;
  private static final double CLOSEST = 1e-4;

  private CalibrationFit() {}

  /** Rows whose scores are close. */
  private record Group(int rows, double scores, double right) {
    double score() {
      return scores / rows;
    }

    double share() {
      return (right + DRAWN_BY * score()) / (rows + DRAWN_BY);
    }

    Group with(Group other) {
      return new Group(rows + other.rows, scores + other.scores, right + other.right);
    }
  }

  /** From answers with labels; answers without are left out. */
  static Calibration fit(List<Answer> answers) {
    List<Answer> sorted =
        answers.stream()
            .filter(a -> a.row().label().isPresent())
            .sorted(Comparator.comparingDouble(a -> a.judgement().score()))
            .toList();
    if (sorted.size() < 2 * SMALLEST_GROUP) {
      throw new LabException(
          sorted.size() + " labelled rows are too few. Label at least " + 2 * SMALLEST_GROUP + ".");
    }
    return calibration(pool(groups(sorted)));
  }

  /** Equal scores stay together, or the order of the rows would matter. */
  private static List<Group> groups(List<Answer> sorted) {
    List<Group> groups = new ArrayList<>();
    Group open = new Group(0, 0, 0);
    double last = -1;
    for (Answer answer : sorted) {
      if (open.rows() >= SMALLEST_GROUP && answer.judgement().score() > last) {
        groups.add(open);
        open = new Group(0, 0, 0);
      }
      last = answer.judgement().score();
      open = open.with(new Group(1, answer.judgement().score(), answer.isRight() ? 1 : 0));
    }
    groups.add(open);
    return groups;
  }

  private static List<Group> pool(List<Group> groups) {
    List<Group> pooled = new ArrayList<>();
    for (Group group : groups) {
      Group last = group;
      while (!pooled.isEmpty() && joins(pooled.get(pooled.size() - 1), last)) {
        last = pooled.remove(pooled.size() - 1).with(last);
      }
      pooled.add(last);
    }
    return pooled;
  }

  private static boolean joins(Group below, Group above) {
    return below.share() >= above.share() || above.score() - below.score() < CLOSEST;
  }

  /** From no confidence at no score; above the highest group as it is there. */
  private static Calibration calibration(List<Group> pooled) {
    double[] score = new double[pooled.size() + 1];
    double[] right = new double[pooled.size() + 1];
    for (int i = 0; i < pooled.size(); i++) {
      score[i + 1] = pooled.get(i).score();
      right[i + 1] = pooled.get(i).share();
    }
    return new Calibration(score, right);
  }
}
