package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import java.util.Optional;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** A notification as SNMPv1 carries it (RFC 1157 section 4.1.6), by RFC 3584 section 3.2. */
final class TrapV1 {
  private static final OID GENERIC = new OID("1.3.6.1.6.3.1.1.5");
  private static final OID TRAP_ENTERPRISE = new OID("1.3.6.1.6.3.1.1.4.3.0");
  private static final OID TRAP_ADDRESS = new OID("1.3.6.1.6.3.18.1.3.0");
  private static final int ENTERPRISE_SPECIFIC = 6;
  private static final int LAST_GENERIC = 6;

  private TrapV1() {}

  /** Whether SNMPv1 can carry it: it has no Counter64. */
  static boolean carries(Notification notification) {
    return notification.objects().stream().noneMatch(vb -> vb.getVariable() instanceof Counter64);
  }

  static byte[] encode(
      BerWriter writer, SnmpSecurity.Community security, Notification notification) {
    writer.reset();
    List<VariableBinding> objects =
        notification.objects().stream().filter(vb -> !isOfHeader(vb.getOid())).toList();
    RequestPdu.writing(PduType.TRAP_V1, objects).writeVarbinds(writer);
    writer.unsigned(notification.upTime(), ValueType.TIME_TICKS.tag());
    writer.integer(specific(notification.trap()));
    writer.integer(generic(notification.trap()));
    int address = writer.size();
    writer.raw(address(notification));
    writer.wrap(ValueType.IP_ADDRESS.tag(), address);
    writer.objectId(enterprise(notification).getValue());
    writer.wrap(PduType.TRAP_V1, 0);
    return CommunityMessage.wrap(writer, security);
  }

  private static boolean isOfHeader(OID name) {
    return name.equals(TRAP_ENTERPRISE) || name.equals(TRAP_ADDRESS);
  }

  private static boolean isGeneric(OID trap) {
    return trap.startsWith(GENERIC)
        && trap.size() == GENERIC.size() + 1
        && trap.last() >= 1
        && trap.last() <= LAST_GENERIC;
  }

  private static int generic(OID trap) {
    return isGeneric(trap) ? trap.last() - 1 : ENTERPRISE_SPECIFIC;
  }

  private static int specific(OID trap) {
    return isGeneric(trap) ? 0 : trap.last();
  }

  private static OID enterprise(Notification notification) {
    OID trap = notification.trap();
    if (isGeneric(trap)) {
      return object(notification, TRAP_ENTERPRISE, OID.class).orElse(GENERIC);
    }
    OID enterprise = new OID(trap);
    enterprise.removeLast();
    if (enterprise.size() > 2 && enterprise.last() == 0) {
      enterprise.removeLast();
    }
    return enterprise;
  }

  /** 0.0.0.0 unless it is said: an address of ours means nothing to the receiver. */
  private static byte[] address(Notification notification) {
    return object(notification, TRAP_ADDRESS, IpAddress.class)
        .map(IpAddress::toByteArray)
        .orElse(new byte[4]);
  }

  private static <T> Optional<T> object(Notification notification, OID name, Class<T> type) {
    return notification.objects().stream()
        .filter(vb -> vb.getOid().equals(name) && type.isInstance(vb.getVariable()))
        .map(vb -> type.cast(vb.getVariable()))
        .findFirst();
  }
}
