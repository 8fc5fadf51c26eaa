package org.opennms.plugins.trunkline.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks devices by SNMP, with the credentials that the configuration has for them. Calls block the
 * caller's thread until the device has answered or was given up, never longer than two minutes for
 * one answer; an interrupt cancels what is under way. Thread-safe.
 *
 * <p>A node is its label, numeric id or {@code FS:FID}. All throw {@link OperationException} for an
 * unknown node or name, for a device that cannot be asked, and when interrupted; no message has a
 * secret.
 */
public interface SnmpDesk {
  /** Objects that one {@link #get} may ask for. */
  int MOST_OBJECTS = 60;

  /** Rows that {@link #table} reads at most. */
  int MOST_ROWS = 10_000;

  /**
   * Reads objects, one row for each in the order asked; a scalar may be named without its {@code
   * .0}.
   *
   * @param names 1 to {@link #MOST_OBJECTS} names or OIDs of instances
   */
  List<Row> get(String node, List<String> names);

  /**
   * Reads everything below a name, page by page: memory does not grow with the number of rows.
   *
   * @param limit rows after which it stops, at least 1
   * @param row takes each row on the caller's thread
   */
  Ending walk(String node, String name, int limit, Consumer<Row> row);

  /**
   * Reads the columns of a table.
   *
   * @param table a table, its row, or one of its columns, for that column alone
   * @param limit rows after which it stops, 1 to {@link #MOST_ROWS}
   */
  Table table(String node, String table, int limit);

  /**
   * Reads a table, or everything below another name, as a block in the public snmp-stream layout;
   * docs/snmp.md describes it.
   *
   * @param name as for {@link #table} or {@link #walk}
   * @param limit rows after which it stops, 1 to {@link #MOST_ROWS}
   */
  Block block(String node, String name, int limit);

  /** What the engine has learned of the devices that it asked. */
  Sessions sessions();

  /**
   * One object's value.
   *
   * @param name for example {@code IF-MIB::ifOperStatus.3}
   * @param oid in numbers
   * @param type on the wire, for example {@code integer32}; or {@code no such instance} and the
   *     like, without a value
   * @param value by the object's syntax, for example {@code up(1)}
   * @param raw the number, the octets in hexadecimal, or the OID
   */
  record Row(String name, String oid, String type, String value, String raw) {
    /** Whether the device has the object. */
    public boolean isPresent() {
      return !type.startsWith("no such");
    }
  }

  /**
   * How a reading ended.
   *
   * @param rows that were read
   * @param more whether the limit ended it
   * @param remarks about answers that were wrong but bearable
   * @param failure why the rest is missing; empty when it is not
   */
  record Ending(int rows, boolean more, List<String> remarks, Optional<Failure> failure) {
    /** Copies the list. */
    public Ending {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Why something could not be read.
   *
   * @param reason with the device's address, in words
   * @param remedy what to do; empty where nothing is to be done
   */
  record Failure(String reason, String remedy) {}

  /**
   * Rows of a table in the order of their indexes.
   *
   * @param name for example {@code IF-MIB::ifTable}
   * @param columns those of which the device has something
   * @param rows with a cell per column, empty where the device has none
   * @param ending how the reading ended
   */
  record Table(String name, List<String> columns, List<TableRow> rows, Ending ending) {
    /** Copies the lists. */
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row of a table.
   *
   * @param index for example {@code 3} or {@code ipv4."192.0.2.1"}
   * @param cells by column
   */
  record TableRow(String index, List<String> cells) {
    /** Copies the list. */
    public TableRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * Rows for other tools.
   *
   * @param octets the block; its request id is the node as it was asked for, in UTF-8
   * @param ending how the reading ended
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, compared by nobody
  record Block(byte[] octets, Ending ending) {}

  /**
   * All devices.
   *
   * @param devices by address
   * @param totals since the engine's start, of all devices together
   */
  record Sessions(List<Session> devices, Counts totals) {
    /** Copies the list. */
    public Sessions {
      devices = List.copyOf(devices);
    }
  }

  /**
   * One device.
   *
   * @param node the label of the node that was last asked there; empty when it is not known
   * @param address for example {@code 192.0.2.1:161}
   * @param roundTripMicros smoothed, 0 before the first answer
   * @param repetitions rows that a GETBULK asks it for now
   * @param inFlight requests that it proved to bear at a time
   * @param breakerOpen whether it is left alone for a while because it was silent
   * @param counts since it was first asked
   */
  record Session(
      String node,
      String address,
      long roundTripMicros,
      int repetitions,
      int inFlight,
      boolean breakerOpen,
      Counts counts) {}

  /**
   * Counters.
   *
   * @param requests answered or given up
   * @param varbinds received in usable answers
   * @param retries attempts after a request's first
   * @param timeouts requests given up
   * @param shrinks times that the number of repetitions was lowered
   * @param discarded by reason in words; reasons that never happened are absent
   */
  record Counts(
      long requests,
      long varbinds,
      long retries,
      long timeouts,
      long shrinks,
      Map<String, Long> discarded) {
    /** Copies the map. */
    public Counts {
      discarded = Map.copyOf(discarded);
    }
  }
}
