package org.opennms.plugins.trunkline.receiver;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.receiver.evidence.EnvelopeFiles;
import org.opennms.plugins.trunkline.receiver.evidence.Examination;
import org.opennms.plugins.trunkline.receiver.evidence.ReportJson;
import org.opennms.plugins.trunkline.receiver.evidence.ReportText;
import org.opennms.plugins.trunkline.wire.KeyDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Audits files of envelopes, without a server. */
@Command(
    name = "verify",
    description = {
      "Audits a receiver's store or a sender's files: signatures, chain, order, repetition, clock.",
      "Exit code 0: whole; 1: something is altered or missing; 2: a file cannot be used, or holds",
      "nothing; 3: whole, but for the beginning of a chain, which is not there."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "envelopes-*.log of a store, *.envelopes of a sender, or their directory.")
  private List<Path> paths = List.of();

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description =
          "Public keys: AGENT.pem, or AGENT/ANY.pem for several. Default: ${DEFAULT-VALUE}")
  private Path keys = Path.of("keys");

  @Option(
      names = "--window",
      paramLabel = "N",
      description =
          "Places that an envelope may stand before its predecessor; default 0 in a sender's files"
              + " and 1024 in a store, where parallel sending changes the order.")
  private int window = -1;

  @Option(
      names = "--clock-tolerance",
      paramLabel = "PT..",
      description = "Steps of a sender's clock up to this are not told. Default: ${DEFAULT-VALUE}")
  private Duration clockTolerance = Duration.ofMinutes(1);

  @Option(
      names = "--head",
      paramLabel = "AGENT=HEX",
      description = "Signature of the last envelope, as the agent publishes it: it must be there.")
  private Map<String, String> heads = Map.of();

  @Option(
      names = "--after",
      paramLabel = "AGENT=HEX",
      description = "The \"last\" of an earlier report: what is looked at goes on behind it.")
  private Map<String, String> before = Map.of();

  @Option(names = "--json", description = "The report as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    KeyDirectory ring = KeyDirectory.read(keys);
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      files.addAll(EnvelopeFiles.of(path));
    }
    Examination.Strictness strictness =
        new Examination.Strictness(
            window, clockTolerance, signatures("--head", heads), signatures("--after", before));
    Examination examination = Examination.of(files, ring, strictness);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ReportJson.of(examination, Instant.now()));
    } else {
      new ReportText(examination, ring, Instant.now()).write(out);
    }
    out.flush();
    return switch (examination.report().verdict()) {
      case WHOLE -> 0;
      case NOT_WHOLE -> 1;
      case EMPTY -> 2;
      case BEGINS_LATE -> 3;
    };
  }

  private static Map<String, ByteString> signatures(String option, Map<String, String> given) {
    Map<String, ByteString> signatures = new HashMap<>();
    given.forEach((agent, hex) -> signatures.put(agent, signature(option, agent, hex)));
    return signatures;
  }

  private static ByteString signature(String option, String agent, String hex) {
    try {
      return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException e) {
      throw new ReceiverException(option + " " + agent + "=" + hex + ": no hex digits", e);
    }
  }
}
