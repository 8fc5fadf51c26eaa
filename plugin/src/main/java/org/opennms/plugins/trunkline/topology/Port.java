package org.opennms.plugins.trunkline.topology;

import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;

/**
 * A port of an own node, with everything that a neighbour may call it by.
 *
 * @param key lasting identity
 * @param ifIndex 0 where the device has no ifTable
 * @param ifName may be empty
 * @param ifDescr may be empty
 * @param ifAlias may be empty
 * @param ifType IANAifType; 0 unknown
 * @param physAddress canonical MAC; may be empty
 * @param lldp its row in lldpLocPortTable
 * @param bridgePort dot1dBasePort; 0 unknown
 * @param aggregate ifIndex of the LAG whose member it is; 0 for none
 * @param settings what should be equal at both ends
 * @param addresses may be empty
 */
public record Port(
    InterfaceKey key,
    int ifIndex,
    String ifName,
    String ifDescr,
    String ifAlias,
    int ifType,
    String physAddress,
    LldpPort lldp,
    int bridgePort,
    int aggregate,
    PortSettings settings,
    List<InterfaceAddress> addresses) {
  /**
   * A row of lldpLocPortTable: what the device itself tells its neighbours about the port.
   *
   * @param number lldpLocPortNum; 0 for none
   * @param id lldpLocPortId with its subtype
   * @param description lldpLocPortDesc; may be empty
   */
  public record LldpPort(int number, Identifier id, String description) {
    /** The device has no row for the port. */
    public static final LldpPort NONE = new LldpPort(0, Identifier.NONE, "");

    /** Rejects missing parts. */
    public LldpPort {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(description, "description");
    }
  }

  /** Copies the list and rejects missing parts. */
  public Port {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(ifName, "ifName");
    Objects.requireNonNull(ifDescr, "ifDescr");
    Objects.requireNonNull(ifAlias, "ifAlias");
    Objects.requireNonNull(physAddress, "physAddress");
    Objects.requireNonNull(lldp, "lldp");
    Objects.requireNonNull(settings, "settings");
    addresses = List.copyOf(addresses);
  }
}
