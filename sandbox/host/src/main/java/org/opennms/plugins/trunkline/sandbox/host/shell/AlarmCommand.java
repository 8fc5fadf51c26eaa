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

/** {@code sandbox:alarm ID ACTION}: handles one alarm as an operator does. */
@Service
@Command(scope = "sandbox", name = "alarm", description = "Handles an alarm as an operator does")
public final class AlarmCommand implements Action {

  private static final String OPERATOR = "admin";

  @Argument(name = "id", description = "The alarm", required = true)
  private int id;

  @Argument(
      index = 1,
      name = "action",
      description = "ack, unack, escalate, clear or delete",
      required = true)
  @Completion(
      value = StringsCompleter.class,
      values = {"ack", "unack", "escalate", "clear", "delete"})
  private String action;

  @Reference private SandboxHost host;
  @Reference private Session session;

  @Override
  public Object execute() {
    if (host.alarmd().store().find(id).isEmpty()) {
      throw new IllegalArgumentException("no alarm " + id + "; see sandbox:alarms");
    }
    switch (action) {
      case "ack" -> host.alarms().acknowledge(OPERATOR, id);
      case "unack" -> host.alarms().unacknowledge(id);
      case "escalate" -> host.alarms().escalate(OPERATOR, id);
      case "clear" -> host.alarms().clear(id);
      case "delete" -> host.alarmd().delete(id);
      default ->
          throw new IllegalArgumentException(
              "'" + action + "' is none of ack, unack, escalate, clear, delete");
    }
    session.getConsole().println("Alarm " + id + ": " + action);
    return null;
  }
}
