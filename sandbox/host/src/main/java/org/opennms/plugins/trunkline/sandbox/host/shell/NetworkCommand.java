package org.opennms.plugins.trunkline.sandbox.host.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;

/** {@code sandbox:network}: any command of the simulated network, such as {@code pull}. */
@Service
@Command(
    scope = "sandbox",
    name = "network",
    description = "Hands a command to the simulated network; help lists them")
public final class NetworkCommand implements Action {

  @Argument(name = "words", description = "The command", required = true, multiValued = true)
  private List<String> words;

  @Reference private Session session;

  @Override
  public Object execute() {
    String line =
        words.get(0)
            + " "
            + NetworkControl.words(words.subList(1, words.size()).toArray(String[]::new));
    session.getConsole().println(NetworkControl.tell(line.strip()));
    return null;
  }
}
