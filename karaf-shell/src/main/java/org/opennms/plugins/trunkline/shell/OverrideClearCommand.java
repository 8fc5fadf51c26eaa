package org.opennms.plugins.trunkline.shell;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.OverrideDesk;

/** Takes a decision back, also one whose interface is not known at present. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "override-clear",
    description = "Takes the override of an interface back")
public final class OverrideClearCommand extends PortAction {
  @Reference(optional = true)
  InterfaceDirectory directory;

  @Reference(optional = true)
  OverrideDesk desk;

  @Override
  public Object execute() throws Exception {
    OverrideDesk decisions = Refusal.unlessPresent(desk, "store of overrides");
    InterfaceKey key =
        Refusal.unlessPresent(directory, "list of interfaces")
            .get(node, ifName)
            .map(KnownInterface::key)
            .or(() -> ofGoneInterface(decisions))
            .orElseThrow(this::nothing);
    try {
      if (!decisions.clear(key)) {
        throw nothing();
      }
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    Screen.of(session)
        .line(Printable.text(node + " " + key.name() + ": the override is taken back"));
    return null;
  }

  private Optional<InterfaceKey> ofGoneInterface(OverrideDesk decisions) {
    return decisions.all().keySet().stream()
        .filter(k -> k.node().text().equals(node) && k.name().equals(ifName))
        .findFirst();
  }

  private CommandException nothing() {
    return Refusal.of(
        "There is no override for interface '" + ifName + "' of node '" + node + "'.",
        "opennms-trunkline:overrides lists them.");
  }
}
