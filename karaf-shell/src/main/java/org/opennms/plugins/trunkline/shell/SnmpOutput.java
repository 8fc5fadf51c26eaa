package org.opennms.plugins.trunkline.shell;

import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Ending;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Row;

/** Objects and their values, printed as they come. For one thread. */
final class SnmpOutput {
  private static final List<String> COLUMNS = List.of("name", "oid", "type", "value", "raw");

  private final Screen screen;
  private final Records records;

  SnmpOutput(Screen screen, Format format) {
    this.screen = screen;
    this.records = format == Format.TEXT ? null : new Records(screen, format, COLUMNS);
  }

  void row(Row row) {
    if (records == null) {
      String value = row.isPresent() ? row.value() : "(" + row.type() + ")";
      screen.line(Printable.text(row.name() + " = " + value));
    } else {
      records.row(List.of(row.name(), row.oid(), row.type(), row.value(), row.raw()));
    }
  }

  /** Always, also after a failure: what other programs read is whole then. */
  void end() {
    if (records != null) {
      records.end();
    }
  }

  /**
   * Says how a reading ended.
   *
   * @throws CommandException when something is missing
   */
  static void judge(Screen screen, Format format, Ending ending) throws CommandException {
    ending.remarks().forEach(remark -> note(screen, format, "Note: " + remark));
    if (ending.more()) {
      note(screen, format, "Stopped at " + ending.rows() + " rows; --limit raises that.");
    }
    if (ending.failure().isPresent()) {
      throw Refusal.of(
          ending.failure().get().reason() + "; " + ending.rows() + " rows were read before.",
          ending.failure().get().remedy());
    }
  }

  /** Where other programs read, notes go beside what they read. */
  static void note(Screen screen, Format format, String text) {
    if (format == Format.TEXT) {
      screen.line(Printable.text(text));
    } else {
      System.err.println(Printable.text(text));
    }
  }
}
