package org.opennms.plugins.trunkline.receiver.evidence;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.wire.AuditReport;
import org.opennms.plugins.trunkline.wire.Finding;
import org.opennms.plugins.trunkline.wire.KeyRing;
import org.opennms.plugins.trunkline.wire.VerifyingKey;

/** An examination in words, for somebody who does not know the system. */
public final class ReportText {
  private static final int MOST_SHOWN = 200;

  /** Parallel sending gives one for many an envelope, and they must not bury the rest. */
  private static final int MOST_NOTES_SHOWN = 5;

  private static final String METHOD =
      """
      Each envelope bears a digital signature (Ed25519, RFC 8032) of its sender over all of its
      bytes, and the signature of the sender's envelope before it. The first makes any change to an
      envelope visible, the second any envelope taken out, put in, moved or repeated. The signatures
      were checked over the very bytes in the files, with the public keys named below.
      """;

  private static final String LIMITS =
      """
      - Envelopes cut off at the end of a sender's chain, unless the sender's own last signature was
        given (--head).
      - Whether what was signed was true: a signature shows who said it, and that it was not changed.
      - Whose the keys are: compare the key ids with the senders', by another way.
      - Whether a key was in other hands: then what it signed is not the sender's.
      - When an envelope was received: the signed time is the sender's, and the receiver's own is not
        signed.
      """;

  private final Examination examination;
  private final KeyRing keys;
  private final Instant now;

  public ReportText(Examination examination, KeyRing keys, Instant now) {
    this.examination = examination;
    this.keys = keys;
    this.now = now;
  }

  /** Writes the report. */
  public void write(PrintWriter out) {
    out.println("REPORT ON SIGNED TELEMETRY");
    out.println();
    out.println("Made " + now + " by trunkline-receiver verify.");
    result(out);
    section(out, "What was looked at");
    examination.exhibits().forEach(e -> exhibit(out, e));
    out.printf(Locale.ROOT, "%,d records.%n", examination.report().envelopes());
    section(out, "How");
    out.print(METHOD);
    section(out, "What was checked");
    new ReportChecks(examination).write(out);
    section(out, "Senders");
    examination.report().chains().forEach((agent, chain) -> chain(out, agent, chain));
    section(out, "Findings");
    findings(out);
    section(out, "What this cannot show");
    out.print(LIMITS);
  }

  private void result(PrintWriter out) {
    AuditReport report = examination.report();
    out.println();
    out.println("RESULT: " + verdict(report));
    out.println(
        "Besides: "
            + count(report, Finding.Level.WARNING)
            + ", "
            + count(report, Finding.Level.NOTE)
            + ".");
  }

  private static String verdict(AuditReport report) {
    return switch (report.verdict()) {
      case WHOLE -> "WHOLE. Nothing was altered, removed, moved, repeated or inserted.";
      case BEGINS_LATE ->
          "WHOLE FROM ITS BEGINNING ON. Nothing behind it was altered, removed, moved, repeated or"
              + " inserted; but a chain's first envelopes are not here.";
      case NOT_WHOLE -> "NOT WHOLE. " + count(report, Finding.Level.VIOLATION) + ".";
      case EMPTY -> "NOTHING TO JUDGE. There is no record in what was looked at.";
    };
  }

  private static String count(AuditReport report, Finding.Level level) {
    long count = report.count(level);
    return count + " " + level.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
  }

  private static void exhibit(PrintWriter out, Exhibit exhibit) {
    out.println(exhibit.path());
    out.printf(Locale.ROOT, "  %,d bytes, SHA-256 %s%n", exhibit.bytes(), exhibit.sha256());
  }

  private void chain(PrintWriter out, String agent, AuditReport.Chain chain) {
    out.println(printable(agent));
    out.printf(Locale.ROOT, "  authentic   %,d envelopes%n", chain.authentic());
    if (chain.authentic() > 0) {
      out.println("  signed      " + instant(chain.firstNs()) + " to " + instant(chain.lastNs()));
      out.println("  last        " + HexFormat.of().formatHex(chain.head().toByteArray()));
    }
    out.println("  key ids     " + String.join(", ", chain.keyIds()));
    for (VerifyingKey key : keys.keysOf(agent)) {
      out.println("  public key  " + HexFormat.of().formatHex(key.raw()) + "  " + key.keyId());
    }
  }

  private void findings(PrintWriter out) {
    List<Finding> all = sorted(examination.report().findings());
    if (all.isEmpty()) {
      out.println("None.");
      return;
    }
    Map<Finding.Kind, Integer> shown = new TreeMap<>();
    int number = 0;
    for (Finding finding : all) {
      number++;
      if (shown.merge(finding.kind(), 1, Integer::sum) <= most(finding.kind())) {
        finding(out, number, finding);
      }
    }
    shown.forEach(
        (kind, count) -> {
          if (count > most(kind)) {
            out.println("... and " + (count - most(kind)) + " more " + kind + "; --json has all.");
          }
        });
  }

  private static int most(Finding.Kind kind) {
    return kind.level() == Finding.Level.NOTE ? MOST_NOTES_SHOWN : MOST_SHOWN;
  }

  /** The gravest first, otherwise in the order of the files. */
  static List<Finding> sorted(List<Finding> findings) {
    return findings.stream()
        .sorted((a, b) -> a.kind().level().compareTo(b.kind().level()))
        .toList();
  }

  private static void finding(PrintWriter out, int number, Finding finding) {
    out.println(
        number + ". " + finding.kind().level() + " " + finding.kind() + " at " + finding.place());
    if (!finding.agent().isEmpty()) {
      out.println("   sender " + printable(finding.agent()));
    }
    out.println("   " + finding.kind().meaning());
    out.println("   " + finding.detail());
  }

  private static void section(PrintWriter out, String title) {
    out.println();
    out.println(title);
    out.println("-".repeat(title.length()));
  }

  /** What a sender calls itself may hold anything, also what a terminal obeys. */
  private static String printable(String text) {
    return text.replaceAll("\\p{C}", "?");
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(0, nanos);
  }
}
