package org.opennms.plugins.trunkline.lab;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;
import org.opennms.plugins.trunkline.classify.evidence.Neighbour;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.BgpPeer;
import org.opennms.plugins.trunkline.model.Capability;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Layers;
import org.opennms.plugins.trunkline.model.LinkFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.SwitchPort;
import org.opennms.plugins.trunkline.model.SwitchPort.Mode;

/** Reads rows of configurations and of show commands: no SNMP, so ifType is guessed by the name. */
final class ConfigRows {
  private static final int ETHERNET = 6;
  private static final int UNTOLD = 0;

  private ConfigRows() {}

  /** A port of a configuration. */
  static InterfaceEvidence evidence(Row row, NodeKey node, int number) {
    Mode mode =
        switch (row.text("mode")) {
          case "trunk" -> Mode.TRUNK;
          case "access" -> Mode.ACCESS;
          default -> Mode.UNKNOWN;
        };
    SwitchPort port =
        new SwitchPort(
            mode,
            row.number("access_vlan", 0),
            row.text("access_vlan_name"),
            0,
            0,
            countVlans(row.text("allowed_vlans")),
            -1);
    return new InterfaceEvidence(
        networkInterface(row, node, number).with(new LinkFacts(Layers.NONE, port, BgpPeer.NONE)),
        List.of());
  }

  /** A line of a show command. */
  static InterfaceEvidence shown(Row row, NodeKey node, int number) {
    String shown = row.text("vlan_or_mode").toLowerCase(Locale.ROOT);
    Mode mode =
        shown.startsWith("trunk")
            ? Mode.TRUNK
            : shown.endsWith("access") ? Mode.ACCESS : Mode.UNKNOWN;
    int vlan = shown.matches("\\d{1,4}") ? Integer.parseInt(shown) : 0;
    SwitchPort port = new SwitchPort(mode, vlan, "", 0, 0, -1, -1);
    return new InterfaceEvidence(
        networkInterface(row, node, number).with(new LinkFacts(Layers.NONE, port, BgpPeer.NONE)),
        neighbours(row));
  }

  private static List<Neighbour> neighbours(Row row) {
    String name = row.text("neighbour");
    String platform = row.text("neighbour_platform");
    Set<Capability> capabilities = SnmpRows.capabilities(row.text("neighbour_capabilities"));
    boolean none = name.isEmpty() && platform.isEmpty() && capabilities.isEmpty();
    return none
        ? List.of()
        : List.of(
            new Neighbour(
                name, row.text("neighbour_port"), platform, capabilities, 0, DeviceType.UNKNOWN));
  }

  /** {@code 20-23,25,29} are six; -1 for none told. */
  private static int countVlans(String ranges) {
    int count = 0;
    for (String range : ranges.split(",", -1)) {
      if (range.matches("\\d+")) {
        count++;
      } else if (range.matches("\\d+-\\d+")) {
        int dash = range.indexOf('-');
        count +=
            1
                + Integer.parseInt(range.substring(dash + 1))
                - Integer.parseInt(range.substring(0, dash));
      }
    }
    return count == 0 ? -1 : count;
  }

  private static NetworkInterface networkInterface(Row row, NodeKey node, int number) {
    String name = row.text("port").replaceFirst("^range ", "");
    String description = row.text("description").replaceAll("^\\['|'\\]$", "");
    boolean ethernet =
        name.matches(
            "(?i)(range )?(gi|fa|te|eth|e|g|ge|xe|twe|hu|fo|port)?[a-z]*ethernet.*|(?i)(gi|fa|te|eth|et|twe|hu|fo|e|g|xg)? ?\\d.*");
    return new NetworkInterface(
        new InterfaceKey(node, name.isEmpty() ? "if" + number : name),
        number,
        name,
        name,
        description,
        ethernet ? ETHERNET : UNTOLD,
        0,
        AdminStatus.UNKNOWN,
        OperStatus.UNTOLD,
        "",
        List.of());
  }
}
