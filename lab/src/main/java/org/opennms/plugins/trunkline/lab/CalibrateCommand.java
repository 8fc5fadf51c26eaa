package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.classify.Calibration;
import org.opennms.plugins.trunkline.classify.CalibrationFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calibrate}: a labelled table in, a calibration for classify and the plugin out. */
@Command(
    name = "calibrate",
    description = "Fits the confidence to a labelled table, for example to your own overrides.",
    mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
  @Mixin private Input input;
  @Mixin private Knowledge knowledge;
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.yaml",
      description = "For --calibration, or the plugin's etc/trunkline/calibration.yaml.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<Recording> recordings = input.recordings();
    List<Answer> raw = Input.answers(knowledge.classifier(Calibration.none()), recordings);
    Calibration fitted = CalibrationFit.fit(raw);
    Files.writeString(out, CalibrationFile.write(fitted));
    Report report = new Report(spec.commandLine().getOut());
    report.summary("without calibration", new Scoreboard(raw));
    List<Answer> calibrated = Input.answers(knowledge.classifier(fitted), recordings);
    report.summary("on the rows that it was fitted to", new Scoreboard(calibrated));
    return 0;
  }
}
