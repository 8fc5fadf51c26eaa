package org.opennms.plugins.trunkline.receiver.evidence;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opennms.plugins.trunkline.wire.Finding;
import org.opennms.plugins.trunkline.wire.Finding.Kind;

/** The list of what was checked, each with how often it did not hold. */
final class ReportChecks {
  private static final List<Check> CHECKS =
      List.of(
          new Check(
              "Every record can be read, and none is torn or altered in the file",
              Set.of(Kind.DAMAGED, Kind.MALFORMED)),
          new Check(
              "Every envelope is signed by the sender that it names",
              Set.of(Kind.UNSIGNED, Kind.UNKNOWN_AGENT, Kind.BAD_SIGNATURE)),
          new Check(
              "Every envelope's predecessor is there, or was declared lost by the sender",
              Set.of(Kind.GAP, Kind.RESTART, Kind.HEAD_MISSING)),
          new Check("Every chain is there from its first envelope on", Set.of(Kind.STARTS_LATE)),
          new Check(
              "Envelopes stand where the chain and the store's numbers put them",
              Set.of(Kind.REORDERED, Kind.MOVED)),
          new Check(
              "No envelope stands there twice, and none was inserted",
              Set.of(Kind.DUPLICATE, Kind.KEY_REUSED, Kind.FORK)),
          new Check(
              "Every change of a key was announced with the old one", Set.of(Kind.UNANNOUNCED_KEY)),
          new Check("No sender's clock stepped back", Set.of(Kind.CLOCK_STEP)),
          new Check("The senders' signed daily lists fit the files", Set.of(Kind.MANIFEST)));

  private final Examination examination;

  ReportChecks(Examination examination) {
    this.examination = examination;
  }

  /** What is checked, and the kinds of findings that tell of it. */
  private record Check(String words, Set<Kind> kinds) {}

  void write(PrintWriter out) {
    for (Check check : CHECKS) {
      long found =
          examination.report().findings().stream()
              .map(Finding::kind)
              .filter(check.kinds()::contains)
              .count();
      out.printf(Locale.ROOT, "%-76s %s%n", check.words(), found == 0 ? "yes" : "NO, " + found);
    }
    out.println(
        "An envelope may stand "
            + examination.settings().window()
            + " places before its predecessor; a clock may step back by "
            + examination.settings().clockTolerance()
            + ".");
  }
}
