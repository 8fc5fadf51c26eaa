package org.opennms.plugins.trunkline.telemetry;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.TelemetryDesk.Verification;
import org.opennms.plugins.trunkline.telemetry.file.ManifestCheck;
import org.opennms.plugins.trunkline.telemetry.keys.SigningKeys;
import org.opennms.plugins.trunkline.wire.AuditReport;
import org.opennms.plugins.trunkline.wire.ChainAudit;
import org.opennms.plugins.trunkline.wire.VerifyingKey;

/** Checks files of delimited envelopes against the sender's own keys. One use. */
final class FileCheck {
  private static final String SUFFIX = ".envelopes";
  private static final int MOST_FINDINGS = 200;
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

  private final List<VerifyingKey> own;
  private final ChainAudit audit;

  FileCheck(SigningKeys keys, String agent) {
    own = keys.all();
    audit =
        new ChainAudit(
            name -> name.equals(agent) ? own : List.of(),
            new ChainAudit.Settings(0, CLOCK_TOLERANCE));
  }

  Verification check(Path path) {
    List<String> findings = new ArrayList<>();
    try {
      for (Path file : files(path)) {
        read(file);
      }
      if (Files.isDirectory(path)) {
        findings.addAll(new ManifestCheck(path, own).findings());
      }
    } catch (IOException e) {
      throw new OperationException(
          path + " cannot be read: " + e, "Name a file or directory of envelopes.", e);
    }
    AuditReport report = audit.report();
    boolean whole = report.isWhole() && findings.isEmpty();
    report.findings().stream()
        .sorted(Comparator.comparing(f -> f.kind().level()))
        .map(f -> f.kind() + " at " + f.place() + ": " + f.detail())
        .forEach(findings::add);
    int shown = Math.min(MOST_FINDINGS, findings.size());
    return new Verification(report.envelopes(), whole, findings.subList(0, shown));
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  private void read(Path file) throws IOException {
    int number = 1;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      CodedInputStream coded = CodedInputStream.newInstance(in);
      while (!coded.isAtEnd()) {
        byte[] envelope = coded.readRawBytes(coded.readRawVarint32());
        audit.add(file.getFileName() + " #" + number, ByteString.copyFrom(envelope));
        coded.resetSizeCounter();
        number++;
      }
    } catch (InvalidProtocolBufferException e) {
      audit.addDamage(file.getFileName() + " #" + number, e.getMessage());
    }
  }
}
