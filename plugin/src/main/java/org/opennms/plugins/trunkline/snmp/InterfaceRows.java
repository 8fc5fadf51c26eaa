package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.inventory.InterfaceNames;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;

/**
 * A device's interfaces, joined from the columns of ifTable and ifXTable (RFC 2863). Any column may
 * lack any row. Used by one thread.
 */
final class InterfaceRows {
  private static final long MILLION = 1_000_000L;

  private final Column descr;
  private final Column type;
  private final Column speed;
  private final Column physAddress;
  private final Column adminStatus;
  private final Column operStatus;
  private final Column name;
  private final Column highSpeed;
  private final Column alias;
  private final int[] ifIndexes;
  private final List<String> remarks = new ArrayList<>();

  /** Takes columns as in {@link IfMib#INTERFACES}. */
  InterfaceRows(List<Column> columns) {
    descr = columns.get(0);
    type = columns.get(1);
    speed = columns.get(2);
    physAddress = columns.get(3);
    adminStatus = columns.get(4);
    operStatus = columns.get(5);
    name = columns.get(6);
    highSpeed = columns.get(7);
    alias = columns.get(8);
    ifIndexes = union(columns);
    remarkAbsence();
  }

  private static int[] union(List<Column> columns) {
    TreeSet<Integer> all = new TreeSet<>();
    for (Column column : columns) {
      for (int row = 0; row < column.rows(); row++) {
        if (column.indexLength(row) == 1 && column.index(row, 0) > 0) {
          all.add(column.index(row, 0));
        }
      }
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  private void remarkAbsence() {
    if (ifIndexes.length == 0) {
      remarks.add("The device has no interfaces in ifTable");
      return;
    }
    if (name.rows() == 0) {
      remarks.add("The device has no ifXTable: no ifName, no ifAlias, speeds up to 4.3 Gbit/s");
    }
    for (Column column : List.of(descr, type, operStatus, name)) {
      int missing = ifIndexes.length - column.rows();
      if (column.rows() > 0 && missing > 0) {
        remarks.add(missing + " interfaces lack column " + column.root().toDottedString());
      }
    }
  }

  int size() {
    return ifIndexes.length;
  }

  List<String> remarks() {
    return remarks;
  }

  /** The interfaces by ascending ifIndex, with unique keys. */
  List<NetworkInterface> interfaces(NodeKey node, Map<Integer, List<InterfaceAddress>> addresses) {
    List<InterfaceNames.Called> called = new ArrayList<>(ifIndexes.length);
    for (int ifIndex : ifIndexes) {
      called.add(new InterfaceNames.Called(ifIndex, text(name, ifIndex), text(descr, ifIndex)));
    }
    List<String> names = InterfaceNames.unique(called);
    List<NetworkInterface> interfaces = new ArrayList<>(ifIndexes.length);
    int renamed = 0;
    for (int i = 0; i < ifIndexes.length; i++) {
      InterfaceNames.Called own = called.get(i);
      NetworkInterface read = row(node, names.get(i), own, addresses);
      interfaces.add(read);
      renamed += isPlain(names.get(i), own) ? 0 : 1;
    }
    if (renamed > 0) {
      remarks.add(renamed + " interfaces share a name; ifDescr or ifIndex was put behind it");
    }
    return interfaces;
  }

  private static boolean isPlain(String key, InterfaceNames.Called called) {
    return key.equals(called.ifName())
        || key.equals(called.ifDescr())
        || key.equals("if" + called.ifIndex());
  }

  private NetworkInterface row(
      NodeKey node,
      String key,
      InterfaceNames.Called called,
      Map<Integer, List<InterfaceAddress>> addresses) {
    int ifIndex = called.ifIndex();
    return new NetworkInterface(
        new InterfaceKey(node, key),
        ifIndex,
        called.ifName(),
        called.ifDescr(),
        text(alias, ifIndex),
        (int) number(type, ifIndex),
        speed(number(highSpeed, ifIndex), number(speed, ifIndex)),
        AdminStatus.of((int) number(adminStatus, ifIndex)),
        OperStatus.of((int) number(operStatus, ifIndex)),
        SnmpText.physAddress(octets(physAddress, ifIndex)),
        addresses.getOrDefault(ifIndex, List.of()));
  }

  /**
   * bit/s. ifHighSpeed is rounded to a million, so ifSpeed is better where both mean the same;
   * above 4.3 Gbit/s ifSpeed is meaningless.
   */
  static long speed(long ifHighSpeed, long ifSpeed) {
    long high = ifHighSpeed > 0 ? ifHighSpeed * MILLION : 0;
    boolean sameMeaning = ifSpeed > 0 && Math.abs(high - ifSpeed) < MILLION;
    return high == 0 || sameMeaning ? Math.max(0, ifSpeed) : high;
  }

  private static String text(Column column, int ifIndex) {
    return SnmpText.decode(octets(column, ifIndex));
  }

  private static byte[] octets(Column column, int ifIndex) {
    int row = column.find(ifIndex);
    return row < 0 ? new byte[0] : column.octets(row);
  }

  private static long number(Column column, int ifIndex) {
    int row = column.find(ifIndex);
    return row < 0 ? 0 : column.number(row);
  }
}
