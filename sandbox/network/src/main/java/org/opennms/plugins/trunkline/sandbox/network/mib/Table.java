package org.opennms.plugins.trunkline.sandbox.network.mib;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * A conceptual table or a group of scalars, described once for all devices: where its rows come
 * from, how a row is indexed, and how each column is computed.
 *
 * @param <D> the device
 * @param <R> the row
 */
public final class Table<D, R> {

  /** Computes one cell; null leaves a hole (a sparse table). */
  @FunctionalInterface
  public interface Cell<D, R> {
    /** The value of a row's column at {@code now} (milliseconds since the epoch), or null. */
    Variable at(D device, R row, long now);
  }

  /** One column: the OID without the index, and the cell's function. */
  record Column<D, R>(OID base, Table<D, R> table, Cell<D, R> cell) {}

  private final OID entry;
  private final Function<D, List<R>> rows;
  private final Function<R, int[]> index;
  private final List<Column<D, R>> columns = new ArrayList<>();

  /**
   * Describes a table.
   *
   * @param entry the OID of the row object, for instance {@code ifEntry}
   * @param rows the rows of a device, sorted by index
   * @param index the index of a row, without its column
   */
  public Table(String entry, Function<D, List<R>> rows, Function<R, int[]> index) {
    this.entry = new OID(entry);
    this.rows = rows;
    this.index = index;
  }

  /** Scalars of a group: one row, index 0. */
  public static <D> Table<D, D> scalars(String group) {
    int[] zero = {0};
    return new Table<>(group, List::of, device -> zero);
  }

  /** Adds a column by its number below the row object. */
  public Table<D, R> column(int number, Cell<D, R> cell) {
    return column(Integer.toString(number), cell);
  }

  /** Adds a column by its dotted path below the row object (groups of scalars have depth). */
  public Table<D, R> column(String path, Cell<D, R> cell) {
    OID base = new OID(entry);
    base.append(path);
    columns.add(new Column<>(base, this, cell));
    return this;
  }

  List<Column<D, R>> columns() {
    return columns;
  }

  List<R> rows(D device) {
    return rows.apply(device);
  }

  int[] index(R row) {
    return index.apply(row);
  }
}
