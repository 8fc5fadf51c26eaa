package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;

/** The output formats of SNMP rows. */
@Service
public final class RowFormatCompleter implements Completer {
  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return Candidates.complete(this, session, line, candidates);
  }

  @Override
  public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
    Candidates.add(List.of("text", "json", "csv", "block").stream(), candidates);
  }
}
