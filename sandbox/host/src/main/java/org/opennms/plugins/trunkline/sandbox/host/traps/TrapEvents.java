package org.opennms.plugins.trunkline.sandbox.host.traps;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/**
 * The event that a trap becomes: its identifier by the kind of trap, a parameter for each varbind,
 * named by its OID with a leading dot. Stateless.
 */
final class TrapEvents {
  private static final String GENERIC = "uei.opennms.org/generic/traps/";
  private static final String OTHER = GENERIC + "EnterpriseDefault";
  private static final Map<OID, String> BY_KIND =
      Map.of(
          SnmpConstants.coldStart, GENERIC + "SNMP_Cold_Start",
          SnmpConstants.warmStart, GENERIC + "SNMP_Warm_Start",
          SnmpConstants.linkDown, GENERIC + "SNMP_Link_Down",
          SnmpConstants.linkUp, GENERIC + "SNMP_Link_Up",
          SnmpConstants.authenticationFailure, GENERIC + "SNMP_Authen_Failure");

  private TrapEvents() {}

  /** Who sent it: a version 1 trap says so itself. */
  static InetAddress sender(PDU trap, InetAddress from) {
    return trap instanceof PDUv1 v1 ? v1.getAgentAddress().getInetAddress() : from;
  }

  static InMemoryEvent of(PDU trap, InetAddress sender, Optional<Integer> node) {
    ImmutableInMemoryEvent.Builder event =
        ImmutableInMemoryEvent.newBuilder()
            .setUei(BY_KIND.getOrDefault(kind(trap), OTHER))
            .setSource("trapd")
            .setNodeId(node.orElse(null))
            .setInterface(sender);
    for (VariableBinding varbind : trap.getVariableBindings()) {
      // Version 2 tells time and kind as its first two varbinds; they are no parameters.
      boolean header =
          varbind.getOid().equals(SnmpConstants.sysUpTime)
              || varbind.getOid().equals(SnmpConstants.snmpTrapOID);
      if (!header) {
        event.addParameter(
            ImmutableEventParameter.newInstance(
                "." + varbind.getOid().toDottedString(), varbind.getVariable().toString()));
      }
    }
    return event.build();
  }

  // The OIDs of version 2's generic traps end in version 1's number plus one (RFC 3584).
  private static OID kind(PDU trap) {
    if (trap instanceof PDUv1 v1) {
      return SnmpConstants.getTrapOID(
          v1.getEnterprise(), v1.getGenericTrap(), v1.getSpecificTrap());
    }
    return trap.getVariable(SnmpConstants.snmpTrapOID) instanceof OID kind ? kind : new OID();
  }
}
