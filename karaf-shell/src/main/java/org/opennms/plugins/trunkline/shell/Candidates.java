package org.opennms.plugins.trunkline.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;

/** What the completers have in common. */
final class Candidates {
  private Candidates() {}

  /**
   * Offers all; the console narrows them to what was typed. Names that could do harm are left out.
   */
  static void add(Stream<String> names, List<Candidate> candidates) {
    names
        .filter(n -> !n.isEmpty() && Printable.text(n).equals(n))
        .forEach(n -> candidates.add(new Candidate(n, true)));
  }

  /**
   * Karaf asks an argument's completer whether what stands there can be it, and completes nothing
   * behind it otherwise. A numeric id or {@code FS:FID} is right without being offered.
   */
  static void acceptAnything(CommandLine line, List<Candidate> candidates) {
    if (line instanceof ArgumentCommandLine) {
      candidates.add(new Candidate(line.getCursorArgument(), true));
    }
  }

  /** The older form of completion, by the newer one. */
  static int complete(
      Completer completer, Session session, CommandLine line, List<String> candidates) {
    List<Candidate> found = new ArrayList<>();
    completer.completeCandidates(session, line, found);
    String typed = line.getCursorArgument() == null ? "" : line.getCursorArgument();
    found.stream().map(Candidate::value).filter(v -> v.startsWith(typed)).forEach(candidates::add);
    return candidates.isEmpty() ? -1 : line.getBufferPosition() - line.getArgumentPosition();
  }
}
