package org.opennms.plugins.trunkline.sandbox.network.mib;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** A device seen through a {@link Schema}: every value is computed when it is asked for. */
final class ComputedView<D> implements MibView {
  private final Schema<D> schema;
  private final D device;

  ComputedView(Schema<D> schema, D device) {
    this.schema = schema;
    this.device = device;
  }

  @Override
  public Variable get(OID instance, long now) {
    int position = schema.floor(instance);
    if (position < 0 || !instance.startsWith(schema.column(position).base())) {
      return null;
    }
    return get(schema.column(position), instance, now);
  }

  private <R> Variable get(Table.Column<D, R> column, OID instance, long now) {
    List<R> rows = column.table().rows(device);
    int[] index = suffix(column.base(), instance);
    int row = firstAfter(column, rows, index) - 1;
    if (row < 0 || Arrays.compare(column.table().index(rows.get(row)), index) != 0) {
      return null;
    }
    return column.cell().at(device, rows.get(row), now);
  }

  @Override
  public Iterator<VariableBinding> after(OID start, long now) {
    return new Cursor(start, now);
  }

  private static int[] suffix(OID base, OID instance) {
    return Arrays.copyOfRange(instance.getValue(), base.size(), instance.size());
  }

  /** The position of the first row whose index is greater (sub-identifiers compare unsigned). */
  private static <D, R> int firstAfter(Table.Column<D, R> column, List<R> rows, int[] index) {
    int low = 0;
    int high = rows.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Arrays.compareUnsigned(column.table().index(rows.get(middle)), index) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Walks row by row, then column by column. */
  private final class Cursor implements Iterator<VariableBinding> {
    private final long now;
    private int position;
    private Rows<?> rows;
    private VariableBinding next;

    Cursor(OID start, long now) {
      this.now = now;
      position = schema.floor(start);
      if (position >= 0) {
        rows = open(schema.column(position), start);
      }
      advance();
    }

    private <R> Rows<R> open(Table.Column<D, R> column, OID start) {
      List<R> all = column.table().rows(device);
      if (start == null) {
        return new Rows<>(column, all, 0);
      }
      boolean inside = start.startsWith(column.base());
      int first = inside ? firstAfter(column, all, suffix(column.base(), start)) : all.size();
      return new Rows<>(column, all, first);
    }

    private void advance() {
      next = rows == null ? null : rows.next();
      while (next == null && position + 1 < schema.size()) {
        position++;
        rows = open(schema.column(position), null);
        next = rows.next();
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public VariableBinding next() {
      if (next == null) {
        throw new NoSuchElementException("end of the MIB view");
      }
      VariableBinding result = next;
      advance();
      return result;
    }

    /** The rest of one column. */
    private final class Rows<R> {
      private final Table.Column<D, R> column;
      private final List<R> all;
      private int row;

      Rows(Table.Column<D, R> column, List<R> all, int row) {
        this.column = column;
        this.all = all;
        this.row = row;
      }

      VariableBinding next() {
        while (row < all.size()) {
          R current = all.get(row++);
          Variable value = column.cell().at(device, current, now);
          if (value != null) {
            int[] index = column.table().index(current);
            return new VariableBinding(new OID(column.base().getValue(), index), value);
          }
        }
        return null;
      }
    }
  }
}
