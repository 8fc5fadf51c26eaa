package org.opennms.plugins.trunkline.snmp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.snmp4j.smi.OID;

/**
 * The addresses of a device's interfaces, from IP-MIB's old ipAddrTable and new ipAddressTable (RFC
 * 4293), each address once. Used by one thread.
 */
final class AddressRows {
  private static final int BROADCAST = 3;
  private static final OID PREFIX_TABLE = new OID("1.3.6.1.2.1.4.32.1.5");

  private record Found(int ifIndex, int prefixLength) {}

  private final Map<InetAddress, Found> found = new LinkedHashMap<>();

  private AddressRows() {}

  /** Addresses by ifIndex, in the device's order; columns as in {@link IfMib#ADDRESSES}. */
  static Map<Integer, List<InterfaceAddress>> byIfIndex(List<Column> columns) {
    AddressRows rows = new AddressRows();
    rows.readOld(columns.get(0), columns.get(1));
    rows.readNew(columns.get(2), columns.get(3), columns.get(4));
    Map<Integer, List<InterfaceAddress>> byIfIndex = new HashMap<>();
    rows.found.forEach(
        (address, where) ->
            byIfIndex
                .computeIfAbsent(where.ifIndex(), i -> new ArrayList<>())
                .add(new InterfaceAddress(address, where.prefixLength())));
    return byIfIndex;
  }

  private void readOld(Column ifIndexes, Column netMasks) {
    Map<InetAddress, Integer> prefixes = new HashMap<>();
    for (int row = 0; row < netMasks.rows(); row++) {
      int prefix = prefixOf(netMasks.octets(row));
      address(netMasks.index(row), 0, 4).ifPresent(a -> prefixes.put(a, prefix));
    }
    for (int row = 0; row < ifIndexes.rows(); row++) {
      int ifIndex = (int) ifIndexes.number(row);
      address(ifIndexes.index(row), 0, 4)
          .ifPresent(a -> add(a, ifIndex, prefixes.getOrDefault(a, -1)));
    }
  }

  private void readNew(Column ifIndexes, Column types, Column prefixes) {
    Map<InetAddress, Integer> lengths = new HashMap<>();
    for (int row = 0; row < prefixes.rows(); row++) {
      int length = prefixOf(prefixes.objectId(row));
      indexed(prefixes.index(row)).ifPresent(a -> lengths.put(a, length));
    }
    Map<InetAddress, Integer> kinds = new HashMap<>();
    for (int row = 0; row < types.rows(); row++) {
      int kind = (int) types.number(row);
      indexed(types.index(row)).ifPresent(a -> kinds.put(a, kind));
    }
    for (int row = 0; row < ifIndexes.rows(); row++) {
      int ifIndex = (int) ifIndexes.number(row);
      indexed(ifIndexes.index(row))
          .filter(a -> kinds.getOrDefault(a, 0) != BROADCAST)
          .ifPresent(a -> add(a, ifIndex, lengths.getOrDefault(a, -1)));
    }
  }

  private void add(InetAddress address, int ifIndex, int prefixLength) {
    found.merge(
        address,
        new Found(ifIndex, prefixLength),
        (old, fresh) -> old.prefixLength() >= 0 ? old : fresh);
  }

  /** InetAddressType and InetAddress; some agents leave the address's length out. */
  private static Optional<InetAddress> indexed(int[] index) {
    if (index.length == 0) {
      return Optional.empty();
    }
    int octets =
        switch (index[0]) {
          case 1, 3 -> 4;
          case 2, 4 -> 16;
          default -> 0;
        };
    int zone = index[0] >= 3 ? 4 : 0;
    boolean withLength = index.length == 2 + octets + zone && index[1] == octets + zone;
    boolean without = index.length == 1 + octets + zone;
    return octets > 0 && (withLength || without)
        ? address(index, withLength ? 2 : 1, octets)
        : Optional.empty();
  }

  private static Optional<InetAddress> address(int[] index, int from, int octets) {
    if (index.length < from + octets) {
      return Optional.empty();
    }
    byte[] bytes = new byte[octets];
    for (int i = 0; i < octets; i++) {
      if ((index[from + i] & ~0xff) != 0) {
        return Optional.empty();
      }
      bytes[i] = (byte) index[from + i];
    }
    try {
      return Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 and 16 octets are always an address", e);
    }
  }

  private static int prefixOf(byte[] mask) {
    if (mask.length != 4) {
      return -1;
    }
    int bits = 0;
    for (byte octet : mask) {
      bits = (bits << 8) | (octet & 0xff);
    }
    int ones = Integer.numberOfLeadingZeros(~bits);
    boolean contiguous = ones == 32 || bits << ones == 0;
    return contiguous ? ones : -1;
  }

  /** The last sub-identifier of a row in ipAddressPrefixTable; zeroDotZero says nothing. */
  private static int prefixOf(OID rowPointer) {
    if (!rowPointer.startsWith(PREFIX_TABLE)) {
      return -1;
    }
    int length = rowPointer.last();
    return length >= 0 && length <= 128 ? length : -1;
  }
}
