package org.opennms.plugins.trunkline.snmp;

import java.util.BitSet;

/** How many VLANs the ports of a bridge carry tagged, from Q-BRIDGE-MIB's PortLists. */
final class VlanMembership {
  private static final int LAST_PORT = 65_535;

  private final int[] tagged;
  private final BitSet members = new BitSet();
  private final boolean complete;

  VlanMembership(LinkTables tables) {
    Column egress = tables.column(LinkColumn.VLAN_EGRESS);
    Column untagged = tables.column(LinkColumn.VLAN_UNTAGGED);
    complete =
        !tables.partly().contains(LinkColumn.VLAN_EGRESS)
            && !tables.partly().contains(LinkColumn.VLAN_UNTAGGED);
    tagged = new int[egress.rows() == 0 ? 0 : LAST_PORT + 1];
    for (int row = 0; row < egress.rows(); row++) {
      int same = egress.indexLength(row) == 1 ? untagged.find(egress.index(row, 0)) : -1;
      if (same >= 0) {
        BitSet carried = ports(egress.octets(row));
        members.or(carried);
        carried.andNot(ports(untagged.octets(same)));
        carried.stream().forEach(port -> tagged[port]++);
      }
    }
  }

  /** Port 1 is the first octet's highest bit. */
  private static BitSet ports(byte[] portList) {
    BitSet ports = new BitSet();
    for (int i = 0; i < portList.length && i < LAST_PORT / 8; i++) {
      for (int bit = 0; bit < 8; bit++) {
        if ((portList[i] & 0x80 >> bit) != 0) {
          ports.set(8 * i + bit + 1);
        }
      }
    }
    return ports;
  }

  /** -1 where that is not known. */
  int tagged(int port) {
    if (port <= 0 || port >= tagged.length || !members.get(port)) {
      return -1;
    }
    return tagged[port] > 0 || complete ? tagged[port] : -1;
  }
}
