package org.opennms.plugins.trunkline.operations;

import java.util.ArrayList;
import java.util.List;

/** Confirms what edge1 is asked to change, and remembers it. */
public final class ScriptedControl implements SnmpControl {
  /** What was asked for, in words. */
  public final List<String> asked = new ArrayList<>();

  @Override
  public List<SnmpDesk.Row> set(String node, List<String> assignments, String by) {
    require(node);
    asked.add(by + " sets " + assignments);
    return assignments.stream().map(ScriptedControl::row).toList();
  }

  private static SnmpDesk.Row row(String assignment) {
    String[] sides = assignment.split("=", 2);
    return new SnmpDesk.Row(
        "IF-MIB::" + sides[0], "1.3.6.1.2.1.31.1.1.1.18.3", "octet_string", sides[1], "00");
  }

  @Override
  public String notify(String node, Message message) {
    require(node);
    asked.add(message.toString());
    return "192.0.2.1:" + message.port() + " (v2c)";
  }

  private static void require(String node) {
    if (!node.equals("edge1")) {
      throw new OperationException(
          "The host has no node '" + node + "'", "Give the node's label, id or FS:FID.", null);
    }
  }
}
