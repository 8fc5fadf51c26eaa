package org.opennms.plugins.trunkline.snmp;

import java.time.Instant;
import java.util.List;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.traffic.Counter;
import org.opennms.plugins.trunkline.traffic.CounterReading;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.Variable;

/**
 * The columns of IF-MIB (RFC 2863) that traffic is measured by.
 *
 * @param columns to be asked for, of each interface
 */
record CounterObjects(List<OID> columns) {
  private static final OID IF_IN_OCTETS = new OID("1.3.6.1.2.1.2.2.1.10");
  private static final OID IF_IN_UCAST_PKTS = new OID("1.3.6.1.2.1.2.2.1.11");
  private static final OID IF_IN_DISCARDS = new OID("1.3.6.1.2.1.2.2.1.13");
  private static final OID IF_IN_ERRORS = new OID("1.3.6.1.2.1.2.2.1.14");
  private static final OID IF_OUT_OCTETS = new OID("1.3.6.1.2.1.2.2.1.16");
  private static final OID IF_OUT_UCAST_PKTS = new OID("1.3.6.1.2.1.2.2.1.17");
  private static final OID IF_OUT_DISCARDS = new OID("1.3.6.1.2.1.2.2.1.19");
  private static final OID IF_OUT_ERRORS = new OID("1.3.6.1.2.1.2.2.1.20");
  private static final OID IF_HC_IN_OCTETS = new OID("1.3.6.1.2.1.31.1.1.1.6");
  private static final OID IF_HC_IN_UCAST_PKTS = new OID("1.3.6.1.2.1.31.1.1.1.7");
  private static final OID IF_HC_OUT_OCTETS = new OID("1.3.6.1.2.1.31.1.1.1.10");
  private static final OID IF_HC_OUT_UCAST_PKTS = new OID("1.3.6.1.2.1.31.1.1.1.11");
  private static final OID IF_DISCONTINUITY = new OID("1.3.6.1.2.1.31.1.1.1.19");

  private static final List<OID> STATUS_COLUMNS =
      List.of(IfMib.IF_ADMIN_STATUS, IfMib.IF_OPER_STATUS);
  private static final List<OID> FAULTS =
      List.of(IF_IN_DISCARDS, IF_IN_ERRORS, IF_OUT_DISCARDS, IF_OUT_ERRORS);
  private static final List<OID> NARROW_COUNTERS =
      List.of(IF_IN_OCTETS, IF_OUT_OCTETS, IF_IN_UCAST_PKTS, IF_OUT_UCAST_PKTS, IfMib.IF_SPEED);
  private static final List<OID> WIDE_COUNTERS =
      List.of(
          IF_HC_IN_OCTETS,
          IF_HC_OUT_OCTETS,
          IF_HC_IN_UCAST_PKTS,
          IF_HC_OUT_UCAST_PKTS,
          IfMib.IF_HIGH_SPEED);

  /** With 64-bit counters. */
  static final CounterObjects WIDE =
      of(List.of(STATUS_COLUMNS, FAULTS, WIDE_COUNTERS, List.of(IfMib.IF_NAME, IF_DISCONTINUITY)));

  /** With 32-bit counters. */
  static final CounterObjects NARROW =
      of(
          List.of(
              STATUS_COLUMNS, FAULTS, NARROW_COUNTERS, List.of(IfMib.IF_NAME, IF_DISCONTINUITY)));

  /** With what SNMPv1 agents may have: nothing of ifXTable. */
  static final CounterObjects V1 = of(List.of(STATUS_COLUMNS, FAULTS, NARROW_COUNTERS));

  /** Only the status. */
  static final CounterObjects STATUS = of(List.of(STATUS_COLUMNS, List.of(IfMib.IF_NAME)));

  /** Only the status, by SNMPv1. */
  static final CounterObjects STATUS_V1 = of(List.of(STATUS_COLUMNS));

  private static CounterObjects of(List<List<OID>> groups) {
    return new CounterObjects(groups.stream().flatMap(List::stream).toList());
  }

  /** Whether 64-bit counters are asked for. */
  boolean isWide() {
    return columns.contains(IF_HC_IN_OCTETS);
  }

  /** The names to ask for, of one interface. */
  List<OID> names(int ifIndex) {
    return columns.stream().map(column -> new OID(column).append(ifIndex)).toList();
  }

  /** Whether the interface lacks what distinguishes the 64-bit columns. */
  static boolean lacksWide(Scalars answer, int ifIndex) {
    return !told(answer, IF_HC_IN_OCTETS, ifIndex) && !told(answer, IF_HC_OUT_OCTETS, ifIndex);
  }

  /** Whether the device has the interface at all. */
  static boolean has(Scalars answer, int ifIndex) {
    return told(answer, IfMib.IF_OPER_STATUS, ifIndex)
        || told(answer, IfMib.IF_ADMIN_STATUS, ifIndex)
        || told(answer, IF_HC_IN_OCTETS, ifIndex)
        || told(answer, IF_IN_OCTETS, ifIndex);
  }

  /** Puts together what was told of an interface. */
  static CounterReading reading(Scalars answer, int ifIndex, Instant at) {
    return new CounterReading(
        at,
        answer.number(IfMib.SYS_UP_TIME),
        answer.number(name(IF_DISCONTINUITY, ifIndex)),
        new CounterReading.Direction(
            either(answer, IF_HC_IN_OCTETS, IF_IN_OCTETS, ifIndex),
            either(answer, IF_HC_IN_UCAST_PKTS, IF_IN_UCAST_PKTS, ifIndex),
            counter(answer, IF_IN_ERRORS, ifIndex),
            counter(answer, IF_IN_DISCARDS, ifIndex)),
        new CounterReading.Direction(
            either(answer, IF_HC_OUT_OCTETS, IF_OUT_OCTETS, ifIndex),
            either(answer, IF_HC_OUT_UCAST_PKTS, IF_OUT_UCAST_PKTS, ifIndex),
            counter(answer, IF_OUT_ERRORS, ifIndex),
            counter(answer, IF_OUT_DISCARDS, ifIndex)),
        InterfaceRows.speed(
            answer.number(name(IfMib.IF_HIGH_SPEED, ifIndex)),
            answer.number(name(IfMib.IF_SPEED, ifIndex))),
        AdminStatus.of((int) answer.number(name(IfMib.IF_ADMIN_STATUS, ifIndex))),
        OperStatus.of((int) answer.number(name(IfMib.IF_OPER_STATUS, ifIndex))));
  }

  /** ifName as told; empty where it is not. */
  static String ifName(Scalars answer, int ifIndex) {
    return answer.text(name(IfMib.IF_NAME, ifIndex));
  }

  private static Counter either(Scalars answer, OID wide, OID narrow, int ifIndex) {
    Counter counter = counter(answer, wide, ifIndex);
    return counter.isTold() ? counter : counter(answer, narrow, ifIndex);
  }

  private static Counter counter(Scalars answer, OID column, int ifIndex) {
    Variable value = answer.values().get(name(column, ifIndex));
    if (value instanceof Counter64 wide) {
      return Counter.of64(wide.getValue());
    }
    return value instanceof Counter32 narrow ? Counter.of32(narrow.getValue()) : Counter.ABSENT;
  }

  private static boolean told(Scalars answer, OID column, int ifIndex) {
    return answer.values().containsKey(name(column, ifIndex));
  }

  private static OID name(OID column, int ifIndex) {
    return new OID(column).append(ifIndex);
  }
}
