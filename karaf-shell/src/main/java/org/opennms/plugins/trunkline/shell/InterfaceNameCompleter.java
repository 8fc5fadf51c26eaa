package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Candidate;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;

/** Names of the interfaces of the node that stands before. */
@Service
public final class InterfaceNameCompleter implements Completer {
  @Reference(optional = true)
  InterfaceDirectory directory;

  @Override
  public int complete(Session session, CommandLine line, List<String> candidates) {
    return Candidates.complete(this, session, line, candidates);
  }

  @Override
  public void completeCandidates(Session session, CommandLine line, List<Candidate> candidates) {
    int here = line.getCursorArgumentIndex();
    if (directory != null && here > 0 && here <= line.getArguments().length) {
      String node = line.getArguments()[here - 1];
      Candidates.add(
          directory.find(ofNode(node)).stream()
              .filter(i -> i.device().isCalled(node))
              .map(i -> i.key().name()),
          candidates);
    }
    Candidates.acceptAnything(line, candidates);
  }

  private static InterfaceFilter ofNode(String node) {
    return new InterfaceFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(node),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
