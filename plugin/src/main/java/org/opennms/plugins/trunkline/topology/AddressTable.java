package org.opennms.plugins.trunkline.topology;

import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IP_ADDRESS_IF_INDEX;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IP_ADDRESS_PREFIX;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IP_IF_INDEX;
import static org.opennms.plugins.trunkline.topology.NeighbourColumn.IP_NET_MASK;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceAddress;

/** A device's addresses from IP-MIB's old and new tables, each once. Stateless. */
final class AddressTable {
  private static final int IPV4 = 4;

  private record Found(int ifIndex, int prefixLength) {}

  private AddressTable() {}

  /** In the device's order. */
  static Map<Integer, List<InterfaceAddress>> byIfIndex(TableReader tables) {
    Map<InetAddress, Found> found = new LinkedHashMap<>();
    tables.rows(IP_IF_INDEX).forEach((index, value) -> readOld(tables, index, value, found));
    tables
        .rows(IP_ADDRESS_IF_INDEX)
        .forEach((index, value) -> readNew(tables, index, value, found));
    Map<Integer, List<InterfaceAddress>> byIfIndex = new HashMap<>();
    found.forEach(
        (address, where) ->
            byIfIndex
                .computeIfAbsent(where.ifIndex(), i -> new ArrayList<>())
                .add(new InterfaceAddress(address, where.prefixLength())));
    return byIfIndex;
  }

  private static void readOld(
      TableReader tables, TableIndex index, TableValue ifIndex, Map<InetAddress, Found> found) {
    if (index.length() == IPV4) {
      int prefix = tables.value(IP_NET_MASK, index).map(AddressTable::prefixLength).orElse(-1);
      NetworkAddress.ofIndex(index, 0, IPV4).ifPresent(a -> add(found, a, ifIndex, prefix));
    }
  }

  private static void readNew(
      TableReader tables, TableIndex index, TableValue ifIndex, Map<InetAddress, Found> found) {
    Optional<InetAddress> address =
        index.length() > IPV4 && index.at(0) <= 2
            ? NetworkAddress.tail(index, 0)
            : Optional.empty();
    long prefix = tables.number(IP_ADDRESS_PREFIX, index);
    address.ifPresent(a -> add(found, a, ifIndex, isLength(prefix, a) ? (int) prefix : -1));
  }

  /** zeroDotZero, as agents without prefixes answer, ends in 0 too. */
  private static boolean isLength(long prefix, InetAddress address) {
    return prefix > 0 && prefix <= 8L * address.getAddress().length;
  }

  private static void add(
      Map<InetAddress, Found> found, InetAddress address, TableValue ifIndex, int prefix) {
    found.merge(
        address,
        new Found((int) ifIndex.number().orElse(0), prefix),
        (old, fresh) -> old.prefixLength() >= 0 ? old : fresh);
  }

  /** -1 for no mask, or one with holes. */
  private static int prefixLength(TableValue mask) {
    byte[] octets =
        NetworkAddress.of(mask.octets()).map(InetAddress::getAddress).orElse(new byte[0]);
    if (octets.length != IPV4) {
      return -1;
    }
    int bits = 0;
    for (byte octet : octets) {
      bits = (bits << 8) | (octet & 0xff);
    }
    int ones = Integer.numberOfLeadingZeros(~bits);
    boolean isContiguous = ones == 32 || bits << ones == 0;
    return isContiguous ? ones : -1;
  }
}
