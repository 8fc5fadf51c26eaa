package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.AlertDesk;

/** Ids of open alerts. */
@Service
public final class AlertCompleter implements Completer {
  @Reference(optional = true)
  AlertDesk desk;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return Candidates.complete(this, session, line, candidates);
  }

  @Override
  public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
    if (desk != null) {
      Candidates.add(desk.open().stream().map(a -> Long.toString(a.id())), candidates);
    }
  }
}
