package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;

/** Ids of the runs under way. */
@Service
public final class RunCompleter implements Completer {
  @Reference(optional = true)
  DiscoveryControl control;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return Candidates.complete(this, session, line, candidates);
  }

  @Override
  public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
    if (control != null) {
      Candidates.add(
          control.runs().stream()
              .filter(r -> r.state() == DiscoveryRun.State.RUNNING)
              .map(DiscoveryRun::id),
          candidates);
    }
  }
}
