package org.opennms.plugins.trunkline.sandbox.host.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;

/** {@code sandbox:run JOB}: does now what the host otherwise does on its timer. */
@Service
@Command(scope = "sandbox", name = "run", description = "Runs a job of the host's timers now")
public final class RunCommand implements Action {

  @Argument(name = "job", description = "nodes, topology, snapshot or cleanup", required = true)
  @Completion(
      value = StringsCompleter.class,
      values = {"nodes", "topology", "snapshot", "cleanup"})
  private String job;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    switch (job) {
      case "nodes" -> host.refreshNodes();
      case "topology" -> host.enlinkd().run();
      case "snapshot" -> host.alarmd().snapshot();
      case "cleanup" -> host.alarmd().cleanUp(host.settings().alarmCleanupAfter());
      default ->
          throw new IllegalArgumentException(
              "'" + job + "' is none of nodes, topology, snapshot, cleanup");
    }
    session.getConsole().println("Done: " + job);
    return null;
  }
}
