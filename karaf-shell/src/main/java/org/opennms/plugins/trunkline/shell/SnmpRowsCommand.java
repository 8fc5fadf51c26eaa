package org.opennms.plugins.trunkline.shell;

import java.util.HexFormat;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpDesk;

/** What commands have in common that read many rows below a name. For one thread. */
abstract class SnmpRowsCommand extends SnmpNodeCommand {
  private static final String BLOCK = "block";
  private static final int OCTETS_A_LINE = 32;

  @Argument(index = 1, name = "name", required = true, description = "Name or OID")
  String name;

  @Argument(index = 2, name = "options", multiValued = true, description = "Options, here as well")
  List<String> trailing;

  @Option(name = "--limit", description = "At most so many rows")
  String limit;

  @Option(name = "--format", description = "text, json, csv or block")
  @Completion(RowFormatCompleter.class)
  String format;

  /** How many rows are read when nothing is said. */
  abstract String usualLimit();

  /** Reads and prints in one of the usual formats. */
  abstract void print(Screen screen, Format chosen, int most) throws Exception;

  @Override
  public final Object execute() throws Exception {
    TrailingOptions.apply(this, trailing);
    int most = Values.count("--limit", limit == null ? usualLimit() : limit);
    Refusal.unlessPresent(desk, "SNMP engine");
    Screen screen = Screen.of(session);
    if (BLOCK.equals(format)) {
      block(screen, most);
    } else {
      print(screen, Format.of(format), most);
    }
    return null;
  }

  /** In hexadecimal, since a terminal bears no octets. */
  private void block(Screen screen, int most) throws Exception {
    SnmpDesk.Block block;
    try {
      block = desk.block(node, name, most);
    } catch (OperationException e) {
      throw Refusal.of(e);
    }
    byte[] octets = block.octets();
    for (int from = 0; from < octets.length; from += OCTETS_A_LINE) {
      int to = Math.min(octets.length, from + OCTETS_A_LINE);
      screen.line(HexFormat.of().formatHex(octets, from, to));
    }
    SnmpOutput.judge(screen, Format.CSV, block.ending());
  }
}
