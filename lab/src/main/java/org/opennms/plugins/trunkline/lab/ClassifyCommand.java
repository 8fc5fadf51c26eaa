package org.opennms.plugins.trunkline.lab;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code classify}: a table of interfaces in, a table of classifications out. */
@Command(
    name = "classify",
    description = "Classifies the interfaces of a table; measures itself where rows have labels.",
    mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {
  private static final CSVFormat OUT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader(
              "recording",
              "ifIndex",
              "ifName",
              "role",
              "provider",
              "critical",
              "confidence",
              "reasons")
          .setRecordSeparator('\n')
          .get();

  @Mixin private Input input;
  @Mixin private Knowledge knowledge;
  @Spec private CommandSpec spec;

  @Option(names = "--out", paramLabel = "FILE.csv", description = "Where the answers go.")
  private Path out;

  @Option(
      names = "--plot",
      paramLabel = "FILE.svg",
      description = "Where the reliability plot goes, when there are labels.")
  private Path plot;

  @Override
  public Integer call() throws IOException {
    List<Answer> answers = Input.answers(knowledge.classifier(), input.recordings());
    if (out != null) {
      write(answers);
    }
    Scoreboard board = new Scoreboard(answers);
    new Report(spec.commandLine().getOut()).print(board);
    if (plot != null && board.labelled() > 0) {
      Files.writeString(plot, ReliabilityPlot.svg(board));
    }
    return 0;
  }

  private void write(List<Answer> answers) throws IOException {
    try (Writer writer = Files.newBufferedWriter(out);
        CSVPrinter printer = new CSVPrinter(writer, OUT)) {
      for (Answer answer : answers) {
        Classification classification = answer.judgement().classification();
        NetworkInterface row = answer.row().evidence().networkInterface();
        printer.printRecord(
            answer.recording(),
            row.ifIndex(),
            row.ifName(),
            classification.role().spelling(),
            classification.provider().orElse(""),
            classification.critical(),
            String.format(Locale.ROOT, "%.4f", classification.confidence()),
            reasons(classification.reasons()));
      }
    }
  }

  /** {@code ifAlias 'mgmt' names management +4.40; ...}, strongest first. */
  private static String reasons(List<Reason> reasons) {
    return reasons.stream()
        .map(r -> String.format(Locale.ROOT, "%s %s %+.2f", r.evidence(), r.says(), r.weight()))
        .collect(Collectors.joining("; "));
  }
}
