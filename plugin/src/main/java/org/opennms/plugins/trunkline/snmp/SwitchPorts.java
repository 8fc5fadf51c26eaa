package org.opennms.plugins.trunkline.snmp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.SwitchPort;

/**
 * What switching says of each port, from Cisco's tables by ifIndex and from the bridge's by its own
 * port numbers. Used by one thread.
 */
final class SwitchPorts {
  private static final int TRUNKING = 1;
  private static final int NOT_TRUNKING = 2;
  private static final int OFF = 2;
  private static final int LAST_VLAN = 4094;
  private static final int DEFAULT_VLAN = 1;
  private static final int LONGEST_NAME = 64;

  private final LinkTables tables;
  private final Map<Integer, Integer> basePorts = new HashMap<>();
  private final Map<Integer, String> vlanNames = new HashMap<>();
  private final VlanMembership membership;
  private final PoweredPorts powered;

  SwitchPorts(List<NetworkInterface> interfaces, LinkTables tables) {
    this.tables = tables;
    Column ifIndexes = tables.column(LinkColumn.BASE_PORT_IF_INDEX);
    for (int row = 0; row < ifIndexes.rows(); row++) {
      if (ifIndexes.indexLength(row) == 1) {
        basePorts.putIfAbsent((int) ifIndexes.number(row), ifIndexes.index(row, 0));
      }
    }
    readNames(tables.column(LinkColumn.VTP_VLAN_NAME));
    readNames(tables.column(LinkColumn.VLAN_NAME));
    membership = new VlanMembership(tables);
    powered = new PoweredPorts(interfaces, tables);
  }

  private void readNames(Column names) {
    for (int row = 0; row < names.rows(); row++) {
      int length = names.indexLength(row);
      String name = SnmpText.decode(names.octets(row));
      if (length > 0 && !name.isEmpty()) {
        int end = Math.min(LONGEST_NAME, name.length());
        vlanNames.putIfAbsent(names.index(row, length - 1), name.substring(0, end));
      }
    }
  }

  SwitchPort of(int ifIndex) {
    SwitchPort.Mode mode = mode(ifIndex);
    int basePort = basePorts.getOrDefault(ifIndex, 0);
    int nativeVlan = vlan(LinkColumn.PVID, basePort);
    int tagged = membership.tagged(basePort);
    int vmVlan = vlan(LinkColumn.VM_VLAN, ifIndex);
    // Every port of a switch out of the box has VLAN 1: only another one was chosen.
    boolean chosen = vmVlan == 0 && tagged == 0 && nativeVlan > DEFAULT_VLAN;
    int accessVlan = mode == SwitchPort.Mode.TRUNK ? 0 : chosen ? nativeVlan : vmVlan;
    return new SwitchPort(
        mode,
        accessVlan,
        vlanNames.getOrDefault(accessVlan, ""),
        vlan(LinkColumn.VOICE_VLAN, ifIndex),
        nativeVlan,
        tagged,
        powered.poeClass(ifIndex));
  }

  private SwitchPort.Mode mode(int ifIndex) {
    return switch (number(LinkColumn.TRUNK_STATUS, ifIndex)) {
      case TRUNKING -> SwitchPort.Mode.TRUNK;
      case NOT_TRUNKING ->
          number(LinkColumn.TRUNK_STATE, ifIndex) == OFF
              ? SwitchPort.Mode.ACCESS
              : SwitchPort.Mode.NOT_TRUNKING;
      default -> SwitchPort.Mode.UNKNOWN;
    };
  }

  /** 0 for none; 4095 and 4096 stand for untagged and for no voice VLAN. */
  private int vlan(LinkColumn column, int index) {
    int vlan = number(column, index);
    return vlan >= 1 && vlan <= LAST_VLAN ? vlan : 0;
  }

  private int number(LinkColumn which, int index) {
    Column column = tables.column(which);
    int row = column.find(index);
    return row < 0 ? 0 : (int) Math.max(-1, Math.min(Integer.MAX_VALUE, column.number(row)));
  }
}
