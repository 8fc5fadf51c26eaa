package org.opennms.plugins.trunkline.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.opennms.plugins.trunkline.classify.RuleBookClassifier;
import picocli.CommandLine.Option;

/** The options about the table, the same for all commands that read one. */
final class Input {
  @Option(
      names = "--interfaces",
      required = true,
      paramLabel = "FILE.csv",
      description = "The table. Labels are in column label or evidence_label.")
  Path interfaces;

  @Option(
      names = "--format",
      defaultValue = "interfaces",
      paramLabel = "FORMAT",
      description = "interfaces, config-ports or ntc-ports (default: ${DEFAULT-VALUE}).")
  String format;

  @Option(
      names = "--withhold",
      split = ",",
      paramLabel = "COLUMN",
      description = "Columns that the classifier must not see, for example vm_vlan.")
  Set<String> withhold = Set.of();

  @Option(
      names = "--strength",
      split = ",",
      paramLabel = "STRENGTH",
      description = "Only labels with this evidence_strength count.")
  Set<String> strength = Set.of();

  List<Recording> recordings() {
    for (TableFormat known : TableFormat.values()) {
      if (known.toString().equals(format)) {
        return new Table(known, withhold, strength).read(interfaces);
      }
    }
    throw new LabException(
        "--format '" + format + "' is unknown. Use interfaces, config-ports or ntc-ports.");
  }

  /** The answers to all rows, in the order of the recordings. */
  static List<Answer> answers(RuleBookClassifier classifier, List<Recording> recordings) {
    List<Answer> answers = new ArrayList<>();
    for (Recording recording : recordings) {
      var judgements =
          classifier.judge(recording.device(), recording.facts(), recording.evidence());
      for (int i = 0; i < judgements.size(); i++) {
        answers.add(new Answer(recording.name(), recording.interfaces().get(i), judgements.get(i)));
      }
    }
    return answers;
  }
}
