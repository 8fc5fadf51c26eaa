package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Row;

/** Reads objects of a device. Fails when it has none of them. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "snmp-get",
    description = "Reads objects of a node by SNMP, with its configured credentials")
public final class SnmpGetCommand extends SnmpNodeCommand {
  @Argument(
      index = 1,
      name = "name",
      required = true,
      multiValued = true,
      description = "Names or OIDs of instances; options behind them as well")
  List<String> words;

  @Option(name = "--format", description = "text, json or csv")
  @Completion(FormatCompleter.class)
  String format;

  @Override
  public Object execute() throws Exception {
    int names = 0;
    while (names < words.size() && !words.get(names).startsWith("--")) {
      names++;
    }
    TrailingOptions.apply(this, words.subList(names, words.size()));
    Format chosen = Format.of(format);
    Refusal.unlessPresent(desk, "SNMP engine");
    try {
      print(chosen, desk.get(node, words.subList(0, names)));
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    return null;
  }

  private void print(Format chosen, List<Row> rows) throws Exception {
    SnmpOutput output = new SnmpOutput(Screen.of(session), chosen);
    rows.forEach(output::row);
    output.end();
    if (rows.stream().noneMatch(Row::isPresent)) {
      throw Refusal.of(
          "The device has none of these objects.",
          "opennms-trunkline:snmp-walk shows which it has.");
    }
  }
}
