package org.opennms.plugins.trunkline.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk;

/** Reads all below a name, and prints rows as they come. Interrupting it ends the walk. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "snmp-walk",
    description = "Reads everything below a name from a node by SNMP")
public final class SnmpWalkCommand extends SnmpRowsCommand {
  @Override
  String usualLimit() {
    return "10000";
  }

  @Override
  void print(Screen screen, Format chosen, int most) throws Exception {
    SnmpDesk.Ending ending = walk(new SnmpOutput(screen, chosen), most);
    SnmpOutput.judge(screen, chosen, ending);
    if (ending.rows() == 0 && chosen == Format.TEXT) {
      screen.line("The device has nothing there.");
    }
  }

  private SnmpDesk.Ending walk(SnmpOutput output, int most) throws Exception {
    try {
      return desk.walk(node, name, most, output::row);
    } catch (OperationException e) {
      throw Refusal.of(e);
    } finally {
      output.end();
    }
  }
}
