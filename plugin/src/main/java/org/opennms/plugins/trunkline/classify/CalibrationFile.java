package org.opennms.plugins.trunkline.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opennms.plugins.trunkline.classify.text.Resources;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import org.opennms.plugins.trunkline.config.YamlException;
import org.opennms.plugins.trunkline.config.YamlFile;
import org.opennms.plugins.trunkline.config.YamlNode;

/**
 * Reads and writes {@code calibration.yaml}: a list {@code points} of pairs, the score's
 * probability and the share that is right, both 0..1 and rising. Stateless.
 */
public final class CalibrationFile {
  private static final String RESOURCE = "calibration.yaml";

  private CalibrationFile() {}

  static Calibration shipped() {
    return parse(RESOURCE, Resources.text(CalibrationFile.class, RESOURCE)).value().orElseThrow();
  }

  /** Reads a calibration; every problem names file, line, what is wrong and the remedy. */
  public static ConfigReading<Calibration> parse(String file, String text) {
    try {
      Optional<YamlNode> root = YamlFile.parse(file, text);
      List<YamlNode> points = points(root);
      if (points.isEmpty()) {
        return failed(file, 0, "points", "there are no points");
      }
      double[] score = new double[points.size()];
      double[] right = new double[points.size()];
      for (int i = 0; i < score.length; i++) {
        Optional<double[]> pair = pair(points.get(i));
        if (pair.isEmpty()) {
          return failed(file, points.get(i).line(), "points[" + i + "]", "no pair of numbers");
        }
        score[i] = pair.get()[0];
        right[i] = pair.get()[1];
      }
      return ConfigReading.of(new Calibration(score, right));
    } catch (IllegalArgumentException e) {
      return failed(file, 0, "points", e.getMessage());
    } catch (YamlException e) {
      return ConfigReading.failed(List.of(e.problem()));
    }
  }

  private static List<YamlNode> points(Optional<YamlNode> root) {
    if (root.isPresent()
        && root.get() instanceof YamlNode.Mapping mapping
        && mapping.get("points").orElse(null) instanceof YamlNode.Sequence points) {
      return points.items();
    }
    return List.of();
  }

  private static Optional<double[]> pair(YamlNode node) {
    if (node instanceof YamlNode.Sequence sequence
        && sequence.items().size() == 2
        && sequence.items().get(0) instanceof YamlNode.Scalar score
        && sequence.items().get(1) instanceof YamlNode.Scalar right) {
      try {
        return Optional.of(
            new double[] {Double.parseDouble(score.text()), Double.parseDouble(right.text())});
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static <T> ConfigReading<T> failed(String file, int line, String where, String what) {
    return ConfigReading.failed(
        List.of(
            new Problem(
                file,
                line,
                where,
                what,
                "Write pairs such as [0.5, 0.4], rising, or fit them with 'calibrate'.")));
  }

  /** The text that {@link #parse} reads. */
  public static String write(Calibration calibration) {
    List<String> lines = new ArrayList<>();
    lines.add("# score's probability, share that is right");
    lines.add("points:");
    for (int i = 0; i < calibration.size(); i++) {
      lines.add(
          String.format(
              Locale.ROOT, "  - [%.4f, %.4f]", calibration.score(i), calibration.right(i)));
    }
    return String.join("\n", lines) + "\n";
  }
}
