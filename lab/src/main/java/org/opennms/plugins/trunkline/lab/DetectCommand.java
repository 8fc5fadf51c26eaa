package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code detect}: series in, what the detector says of each sample out. */
@Command(
    name = "detect",
    description =
        "Runs the anomaly detector over series, once and in order; labels are never read.",
    mixinStandardHelpOptions = true)
final class DetectCommand implements Callable<Integer> {
  private static final CSVFormat OUT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader("timestamp", "score", "expected", "lower", "upper", "state", "alert")
          .setRecordSeparator('\n')
          .get();

  @Spec private CommandSpec spec;

  @Option(
      names = "--series",
      required = true,
      paramLabel = "DIR",
      description = "CSV files with columns timestamp, value[, label].")
  private Path series;

  @Option(names = "--out", paramLabel = "DIR", description = "Where the judged series go.")
  private Path out;

  @Option(names = "--zone", defaultValue = "UTC", description = "Civil time of the series.")
  private ZoneId zone;

  @Option(
      names = "--inject",
      paramLabel = "KIND",
      description = "Puts faults into the series and counts those found: ${COMPLETION-CANDIDATES}.")
  private Injection.Kind inject;

  @Option(names = "--positions", defaultValue = "100", description = "Faults per series.")
  private int positions;

  @Option(names = "--seed", defaultValue = "1", description = "Of the positions.")
  private long seed;

  @Option(names = "--report", paramLabel = "FILE.html", description = "Writes a page with plots.")
  private Path report;

  @Override
  public Integer call() throws IOException {
    List<DetectReport.Plot> plots = new ArrayList<>();
    for (Path file : SeriesFile.of(series)) {
      SeriesFile one = SeriesFile.read(file);
      tellLeftOut(one);
      if (inject == null) {
        Detection detection = Detection.of(one, zone);
        write(one, detection);
        plots.add(new DetectReport.Plot(one, detection));
        say(one.name() + ": " + Coverage.words(one, detection));
      } else if (one.values().length == 0) {
        say(one.name() + ": no samples");
      } else {
        Injection.Result found = Injection.run(one, inject, positions, seed, zone);
        say(one.name() + ": " + inject + " " + found.words());
      }
    }
    tellCalibration(plots);
    if (report != null) {
      Files.writeString(report, DetectReport.page(plots, zone));
    }
    spec.commandLine().getOut().flush();
    return 0;
  }

  private void say(String words) {
    spec.commandLine().getOut().println(words);
  }

  private void tellLeftOut(SeriesFile one) {
    if (one.unreadable() + one.repeated() > 0) {
      say(
          one.name()
              + ": left out "
              + one.unreadable()
              + " rows without a time and "
              + one.repeated()
              + " whose time was there before");
    }
  }

  private void tellCalibration(List<DetectReport.Plot> plots) {
    ConfidenceBins all = new ConfidenceBins();
    plots.forEach(plot -> all.addAll(plot.said().ahead.bins()));
    if (all.hours() > 0) {
      say(
          String.format(
              Locale.ROOT,
              "%,d hours of all series: expected calibration error of confidence %.3f",
              all.hours(),
              all.error()));
    }
  }

  private void write(SeriesFile one, Detection said) throws IOException {
    if (out == null) {
      return;
    }
    Files.createDirectories(out);
    try (Writer writer = Files.newBufferedWriter(out.resolve(one.name()));
        CSVPrinter printer = new CSVPrinter(writer, OUT)) {
      for (int i = 0; i < one.values().length; i++) {
        printer.printRecord(
            one.times().get(i),
            String.format(Locale.ROOT, "%.5f", said.score[i]),
            said.expected[i],
            said.lower[i],
            said.upper[i],
            said.state[i].spelling(),
            said.alert[i] ? 1 : 0);
      }
    }
  }
}
