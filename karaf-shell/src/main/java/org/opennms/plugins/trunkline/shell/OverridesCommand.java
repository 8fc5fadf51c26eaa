package org.opennms.plugins.trunkline.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.operations.OverrideDesk;

/** Lists the operators' decisions. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "overrides",
    description = "Lists all overrides, also those whose interface is gone")
public final class OverridesCommand implements Action {
  @Reference Session session;

  @Reference(optional = true)
  OverrideDesk desk;

  @Override
  public Object execute() throws Exception {
    Map<InterfaceKey, InterfaceOverride> all =
        Refusal.unlessPresent(desk, "store of overrides").all();
    Screen screen = Screen.of(session);
    if (all.isEmpty()) {
      screen.line("There are no overrides.");
      return null;
    }
    Table table =
        new Table()
            .flexible("Node")
            .flexible("Interface")
            .flexible("Decision")
            .column("By")
            .column("At")
            .flexible("Why");
    all.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> row(table, e.getKey(), e.getValue()));
    table.print(screen);
    return null;
  }

  private static void row(Table table, InterfaceKey key, InterfaceOverride decided) {
    table.row(
        key.node(),
        key.name(),
        Overrides.decision(decided),
        decided.by(),
        decided.at(),
        Printable.orDash(decided.why()));
  }
}
