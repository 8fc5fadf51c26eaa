package org.opennms.plugins.trunkline.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/** Measures answers against their labels. A tolerated answer counts as the label. Immutable. */
final class Scoreboard {
  /** Roles with fewer labels do not count in the macro-F1. */
  static final int ENOUGH_LABELS = 10;

  private static final int BINS = 10;

  private final List<Answer> labelled;
  private final int total;
  private final int covered;
  private final Map<InterfaceRole, Map<InterfaceRole, Integer>> confusion =
      new EnumMap<>(InterfaceRole.class);

  Scoreboard(List<Answer> answers) {
    total = answers.size();
    covered = (int) answers.stream().filter(a -> a.role() != InterfaceRole.OTHER).count();
    labelled = answers.stream().filter(a -> a.row().label().isPresent()).toList();
    for (Answer answer : labelled) {
      confusion
          .computeIfAbsent(
              answer.row().label().orElseThrow(), l -> new EnumMap<>(InterfaceRole.class))
          .merge(answer.counted(), 1, Integer::sum);
    }
  }

  /** Rows with a label. */
  int labelled() {
    return labelled.size();
  }

  /** Share of all rows that get a role other than {@code other}. */
  double coverage() {
    return total == 0 ? 0 : (double) covered / total;
  }

  /** Share of right answers. */
  double accuracy() {
    return labelled.isEmpty()
        ? Double.NaN
        : (double) labelled.stream().filter(Answer::isRight).count() / labelled.size();
  }

  /** How often a label got an answer. */
  int count(InterfaceRole label, InterfaceRole answer) {
    return confusion.getOrDefault(label, Map.of()).getOrDefault(answer, 0);
  }

  /** How many rows have this label. */
  int support(InterfaceRole role) {
    return confusion.getOrDefault(role, Map.of()).values().stream().mapToInt(n -> n).sum();
  }

  /** Of the answers with this role, the share that is right; NaN where there is none. */
  double precision(InterfaceRole role) {
    int answers = 0;
    for (InterfaceRole label : InterfaceRole.values()) {
      answers += count(label, role);
    }
    return answers == 0 ? Double.NaN : (double) count(role, role) / answers;
  }

  /** Of the labels with this role, the share that was found; NaN where there is none. */
  double recall(InterfaceRole role) {
    int support = support(role);
    return support == 0 ? Double.NaN : (double) count(role, role) / support;
  }

  /** The harmonic mean of precision and recall; 0 where nothing was found. */
  double f1(InterfaceRole role) {
    double precision = precision(role);
    double recall = recall(role);
    boolean found = precision > 0 && recall > 0;
    return found ? 2 * precision * recall / (precision + recall) : 0;
  }

  /** The mean F1 of the roles with enough labels; NaN where no role has. */
  double macroF1() {
    double sum = 0;
    int roles = 0;
    for (InterfaceRole role : InterfaceRole.values()) {
      if (support(role) >= ENOUGH_LABELS) {
        sum += f1(role);
        roles++;
      }
    }
    return roles == 0 ? Double.NaN : sum / roles;
  }

  /** A tenth of the confidences. */
  record Bin(double from, int count, double confidence, double accuracy) {}

  /** Ten bins of equal width; empty ones are left out. */
  List<Bin> reliability() {
    List<Bin> bins = new ArrayList<>();
    for (int b = 0; b < BINS; b++) {
      int bin = b;
      List<Answer> inside = labelled.stream().filter(a -> binOf(a.confidence()) == bin).toList();
      if (!inside.isEmpty()) {
        double confidence = inside.stream().mapToDouble(Answer::confidence).average().orElse(0);
        double right = inside.stream().filter(Answer::isRight).count();
        bins.add(new Bin((double) b / BINS, inside.size(), confidence, right / inside.size()));
      }
    }
    return bins;
  }

  private static int binOf(double confidence) {
    return Math.min(BINS - 1, (int) (confidence * BINS));
  }

  /** Expected calibration error: how far confidence and accuracy are apart, on average. */
  double calibrationError() {
    double error = 0;
    for (Bin bin : reliability()) {
      error += bin.count() * Math.abs(bin.confidence() - bin.accuracy());
    }
    return labelled.isEmpty() ? Double.NaN : error / labelled.size();
  }
}
