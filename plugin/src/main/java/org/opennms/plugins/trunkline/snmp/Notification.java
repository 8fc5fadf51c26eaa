package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

/**
 * Something that happened, in the words of RFC 3416 section 4.2.6, for all versions.
 *
 * @param trap snmpTrapOID, for example that of IF-MIB::linkDown
 * @param upTime sysUpTime of whoever it happened to, 1/100 s, 0..2^32-1
 * @param objects what belongs to it, those of its NOTIFICATION-TYPE first
 */
public record Notification(OID trap, long upTime, List<VariableBinding> objects) {
  static final OID SYS_UP_TIME = new OID("1.3.6.1.2.1.1.3.0");
  static final OID TRAP_OID = new OID("1.3.6.1.6.3.1.1.4.1.0");

  /** Copies the list and rejects missing parts. */
  public Notification {
    Objects.requireNonNull(trap, "trap");
    objects = List.copyOf(objects);
    if (trap.size() < 2 || upTime < 0 || upTime > 0xffff_ffffL) {
      throw new IllegalArgumentException("trap " + trap + ", upTime " + upTime);
    }
  }

  /** As SNMPv2 carries it. */
  RequestPdu pdu(int type) {
    List<VariableBinding> all = new ArrayList<>();
    all.add(new VariableBinding(SYS_UP_TIME, new TimeTicks(upTime)));
    all.add(new VariableBinding(TRAP_OID, trap));
    all.addAll(objects);
    return RequestPdu.writing(type, all);
  }
}
