package org.opennms.plugins.trunkline.sandbox.host.shell;

import java.time.Duration;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.integration.api.v1.health.Status;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;
import org.opennms.plugins.trunkline.sandbox.host.health.HealthChecks.Result;

/** {@code sandbox:health}: runs the plugins' checks; fails when one does not succeed. */
@Service
@Command(scope = "sandbox", name = "health", description = "Runs the plugins' health checks")
public final class HealthCommand implements Action {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    List<Result> results = host.healthChecks().run(LIMIT);
    for (Result result : results) {
      String message = result.message() == null ? "" : ": " + result.message();
      session.getConsole().println(result.description() + " [" + result.status() + "]" + message);
    }
    if (results.stream().anyMatch(result -> result.status() != Status.Success)) {
      throw new IllegalStateException("Not everything is awesome");
    }
    session.getConsole().println("Everything is awesome");
    return null;
  }
}
