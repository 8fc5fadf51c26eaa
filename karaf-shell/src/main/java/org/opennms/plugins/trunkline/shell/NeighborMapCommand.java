package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.TopologyControl;
import org.opennms.plugins.trunkline.operations.TopologyControl.Decision;
import org.opennms.plugins.trunkline.operations.TopologyControl.Mapping;

/** Decides who a neighbour is; lists and takes back what was decided. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "neighbor-map",
    description = "Decides who the neighbour of a port, or an orphan, is; lists the decisions")
public final class NeighborMapCommand implements Action {
  @Argument(
      index = 0,
      name = "node",
      description = "Node of the port; with --orphan the node that the orphan is")
  @Completion(NodeCompleter.class)
  String node;

  @Argument(index = 1, name = "ifName", description = "The port: name, ifName, ifDescr or ifIndex")
  @Completion(InterfaceNameCompleter.class)
  String ifName;

  @Argument(index = 2, name = "neighbor", description = "The node at the other end")
  @Completion(NodeCompleter.class)
  String neighbor;

  @Argument(index = 3, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--orphan", description = "An orphan's id, chassis id or name")
  String orphan;

  @Option(name = "--port", description = "The neighbour's port, by any of its names")
  String port;

  @Option(name = "--why", description = "A reason for those who come after")
  String why;

  @Option(name = "--clear", description = "Takes the decision about this subject back")
  String clear;

  @Reference Session session;

  @Reference(optional = true)
  TopologyControl control;

  @Override
  public Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    Refusal.unlessPresent(control, "topology");
    Screen screen = Screen.of(session);
    try {
      if (clear != null) {
        takeBack(screen);
      } else if (orphan != null) {
        decided(screen, control.mapOrphan(orphan, decision(required(node, "NODE"))));
      } else if (node != null) {
        decided(
            screen,
            control.mapPort(
                node, required(ifName, "IFNAME"), decision(required(neighbor, "NEIGHBOR"))));
      } else {
        list(screen);
      }
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    return null;
  }

  private Decision decision(String to) {
    return new Decision(
        to,
        port == null ? "" : port,
        Optional.ofNullable(session.get("USER")).map(Object::toString).orElse("shell"),
        why == null ? "" : why);
  }

  private static String required(String value, String name) throws CommandException {
    if (value == null) {
      throw Refusal.of(
          name + " is missing.",
          "Give NODE IFNAME NEIGHBOR for a port, or --orphan ID NODE for an orphan.");
    }
    return value;
  }

  private void takeBack(Screen screen) throws CommandException {
    if (!control.unmap(clear)) {
      throw Refusal.of(
          "There is no decision about '" + clear + "'.",
          "opennms-trunkline:neighbor-map lists the subjects.");
    }
    screen.line(Printable.text(clear + ": the decision is taken back"));
  }

  private static void decided(Screen screen, Mapping mapping) {
    screen.line(Printable.text(mapping.subject() + " is " + who(mapping)));
  }

  private void list(Screen screen) {
    List<Mapping> all = control.mappings();
    if (all.isEmpty()) {
      screen.line("Nothing is mapped by hand.");
      return;
    }
    Table table =
        new Table().flexible("Subject").flexible("Is").column("By").column("At").flexible("Why");
    all.forEach(m -> table.row(m.subject(), who(m), m.by(), m.at(), Printable.orDash(m.why())));
    table.print(screen);
  }

  private static String who(Mapping mapping) {
    return mapping.port().isEmpty() ? mapping.label() : mapping.label() + " " + mapping.port();
  }
}
