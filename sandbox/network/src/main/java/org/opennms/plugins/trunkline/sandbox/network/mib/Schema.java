package org.opennms.plugins.trunkline.sandbox.network.mib;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snmp4j.smi.OID;

/**
 * All columns of a kind of device, sorted by OID; shared by all devices of the kind, so that a
 * device costs no memory per object instance.
 *
 * @param <D> the device
 */
public final class Schema<D> {
  private final List<Table.Column<D, ?>> columns = new ArrayList<>();

  /** Collects the columns of the tables. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public Schema(Table<D, ?>... tables) {
    for (Table<D, ?> table : tables) {
      columns.addAll(table.columns());
    }
    columns.sort(Comparator.comparing(Table.Column::base));
  }

  /** The view of one device. */
  public MibView of(D device) {
    return new ComputedView<>(this, device);
  }

  int size() {
    return columns.size();
  }

  Table.Column<D, ?> column(int position) {
    return columns.get(position);
  }

  /** The last column whose OID is not after the given one; -1 where all are after it. */
  int floor(OID oid) {
    int low = 0;
    int high = columns.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (columns.get(middle).base().compareTo(oid) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }
}
