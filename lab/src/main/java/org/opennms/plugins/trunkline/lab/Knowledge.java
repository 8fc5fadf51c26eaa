package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.classify.Calibration;
import org.opennms.plugins.trunkline.classify.CalibrationFile;
import org.opennms.plugins.trunkline.classify.RuleBookClassifier;
import org.opennms.plugins.trunkline.classify.provider.ProviderFile;
import org.opennms.plugins.trunkline.classify.provider.Providers;
import org.opennms.plugins.trunkline.classify.rule.RuleBook;
import org.opennms.plugins.trunkline.classify.rule.RuleFile;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.Problem;
import picocli.CommandLine.Option;

/** The options about what the classifier knows besides the table. */
final class Knowledge {
  @Option(names = "--rules", paramLabel = "FILE.yaml", description = "The operator's rules.")
  private Path rules;

  @Option(
      names = "--providers",
      paramLabel = "FILE.yaml",
      description = "The operator's providers and corrections.")
  private Path providers;

  @Option(
      names = "--calibration",
      paramLabel = "FILE.yaml",
      description = "Instead of the shipped calibration; see calibrate.")
  private Path calibration;

  /** The classifier that they make. */
  RuleBookClassifier classifier() {
    return classifier(
        calibration == null
            ? Calibration.shipped()
            : checked(CalibrationFile.parse(calibration.toString(), read(calibration))));
  }

  /** The same with another calibration. */
  RuleBookClassifier classifier(Calibration other) {
    RuleBook book =
        rules == null ? RuleBook.empty() : checked(RuleFile.parse(rules.toString(), read(rules)));
    Providers known =
        providers == null
            ? Providers.shipped()
            : checked(ProviderFile.parse(providers.toString(), read(providers)));
    return new RuleBookClassifier(book, known, other);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new LabException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static <T> T checked(ConfigReading<T> parsed) {
    return parsed
        .value()
        .orElseThrow(
            () ->
                new LabException(
                    parsed.problems().stream()
                        .map(Problem::toString)
                        .collect(Collectors.joining("\n"))));
  }
}
