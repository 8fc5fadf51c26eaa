package org.opennms.plugins.trunkline.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.opennms.plugins.trunkline.classify.Calibration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code crossvalidate}: fits the calibration to all folds but one and measures on that one, each
 * in turn. A recording is never in both parts: its interfaces resemble each other.
 */
@Command(
    name = "crossvalidate",
    description = "Measures what was fitted on recordings that it was not fitted to.",
    mixinStandardHelpOptions = true)
final class CrossvalidateCommand implements Callable<Integer> {
  @Mixin private Input input;
  @Mixin private Knowledge knowledge;
  @Spec private CommandSpec spec;

  @Option(
      names = "--folds",
      defaultValue = "5",
      description = "2 or more (default: ${DEFAULT-VALUE}).")
  private int folds;

  @Override
  public Integer call() {
    List<Recording> recordings = input.recordings();
    if (folds < 2 || folds > recordings.size()) {
      throw new LabException(
          "--folds " + folds + " is not between 2 and the " + recordings.size() + " recordings.");
    }
    List<Answer> held = new ArrayList<>();
    Report report = new Report(spec.commandLine().getOut());
    for (int fold = 0; fold < folds; fold++) {
      List<Recording> test = part(recordings, fold, true);
      Calibration fitted =
          CalibrationFit.fit(
              Input.answers(
                  knowledge.classifier(Calibration.none()), part(recordings, fold, false)));
      List<Answer> answers = Input.answers(knowledge.classifier(fitted), test);
      report.summary("fold " + (fold + 1), new Scoreboard(answers));
      held.addAll(answers);
    }
    report.print(new Scoreboard(held));
    return 0;
  }

  private List<Recording> part(List<Recording> recordings, int fold, boolean inside) {
    return IntStream.range(0, recordings.size())
        .filter(i -> (i % folds == fold) == inside)
        .mapToObj(recordings::get)
        .collect(Collectors.toList());
  }
}
