package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;

/** Ids of links. */
@Service
public final class LinkCompleter implements Completer {
  @Reference(optional = true)
  TopologyDirectory directory;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return Candidates.complete(this, session, line, candidates);
  }

  @Override
  public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
    if (directory != null) {
      Candidates.add(
          directory.topology().edges().stream().map(e -> e.link().key().id()), candidates);
    }
  }
}
