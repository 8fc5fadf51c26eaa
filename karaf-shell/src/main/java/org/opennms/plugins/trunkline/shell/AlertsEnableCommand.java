package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.AlertDesk;

/** Ends the first days, in which anomalies are only counted. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "alerts-enable",
    description = "Raises anomalies from now on, not only after the days of counting")
public final class AlertsEnableCommand implements Action {
  @Reference Session session;

  @Reference(optional = true)
  AlertDesk desk;

  @Override
  public Object execute() throws Exception {
    AlertDesk alerts = Refusal.unlessPresent(desk, "alerts");
    boolean counting = alerts.overview().countedUntil().isPresent();
    alerts.enableLearned();
    Screen.of(session)
        .line(
            counting
                ? "Anomalies are raised from now on."
                : "Anomalies are raised already; nothing changed.");
    return null;
  }
}
