package org.opennms.plugins.trunkline.receiver;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.receiver.evidence.EnvelopeFiles;
import org.opennms.plugins.trunkline.receiver.evidence.EnvelopeVisitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Writes stored envelopes as JSON lines. */
@Command(
    name = "export",
    description = "Writes envelopes as JSON lines, in the order of storing.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "0..*",
      description = "A store or files of envelopes. Default: store")
  private List<Path> paths = List.of(Path.of("store"));

  @Option(names = "--device", paramLabel = "ID", description = "Only about this device.")
  private String device;

  @Option(names = "--agent", paramLabel = "NAME", description = "Only of this sender.")
  private String agent;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Time.class,
      description = "Only from this time on: 2026-11-20 or 2026-11-20T08:00:00Z, UTC.")
  private Instant from = Instant.MIN;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Time.class,
      description = "Only before this time.")
  private Instant to = Instant.MAX;

  @Override
  public Integer call() throws IOException {
    Lines lines = new Lines(spec.commandLine().getOut());
    EnvelopeFiles reader = new EnvelopeFiles(lines);
    for (Path path : paths) {
      for (Path file : EnvelopeFiles.of(path)) {
        reader.read(file);
      }
    }
    lines.out.flush();
    if (lines.unreadable > 0) {
      spec.commandLine()
          .getErr()
          .println(lines.unreadable + " records could not be read; run verify to see which");
    }
    return lines.unreadable > 0 ? 1 : 0;
  }

  private boolean isWanted(StoredLine line) {
    return (device == null || device.equals(line.device()))
        && (agent == null || agent.equals(line.agent()))
        && !line.time().isBefore(from)
        && line.time().isBefore(to);
  }

  private final class Lines implements EnvelopeVisitor {
    private final PrintWriter out;
    private int unreadable;

    Lines(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void envelope(String place, long offset, long receivedNs, ByteString bytes) {
      try {
        StoredLine line = StoredLine.of(offset, receivedNs, bytes);
        if (isWanted(line)) {
          out.println(line.json());
        }
      } catch (InvalidProtocolBufferException e) {
        unreadable++;
      }
    }

    @Override
    public void damage(String place, String why) {
      unreadable++;
    }

    @Override
    public void unfinished(String place) {
      // It was not acknowledged, and a later export has it.
    }

    @Override
    public void moved(String place, String why) {
      // Where records stand says nothing of what is in them.
    }
  }

  /** A day or an instant. */
  static final class Time implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return text.contains("T")
            ? Instant.parse(text)
            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            text + " is no time, such as 2026-11-20 or 2026-11-20T08:00:00Z");
      }
    }
  }
}
