package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import org.snmp4j.smi.OID;

/**
 * The objects that an inventory reads, by their names in SNMPv2-MIB, IF-MIB, IP-MIB, ENTITY-MIB.
 */
final class IfMib {
  static final OID SYS_DESCR = new OID("1.3.6.1.2.1.1.1.0");
  static final OID SYS_OBJECT_ID = new OID("1.3.6.1.2.1.1.2.0");
  static final OID SYS_UP_TIME = new OID("1.3.6.1.2.1.1.3.0");
  static final OID SYS_CONTACT = new OID("1.3.6.1.2.1.1.4.0");
  static final OID SYS_NAME = new OID("1.3.6.1.2.1.1.5.0");
  static final OID SYS_LOCATION = new OID("1.3.6.1.2.1.1.6.0");
  static final OID IF_NUMBER = new OID("1.3.6.1.2.1.2.1.0");
  static final OID IF_TABLE_LAST_CHANGE = new OID("1.3.6.1.2.1.31.1.5.0");
  static final List<OID> PROBE =
      List.of(
          SYS_UP_TIME,
          SYS_DESCR,
          SYS_NAME,
          SYS_LOCATION,
          SYS_CONTACT,
          SYS_OBJECT_ID,
          IF_NUMBER,
          IF_TABLE_LAST_CHANGE);

  static final OID IF_DESCR = new OID("1.3.6.1.2.1.2.2.1.2");
  static final OID IF_TYPE = new OID("1.3.6.1.2.1.2.2.1.3");
  static final OID IF_SPEED = new OID("1.3.6.1.2.1.2.2.1.5");
  static final OID IF_PHYS_ADDRESS = new OID("1.3.6.1.2.1.2.2.1.6");
  static final OID IF_ADMIN_STATUS = new OID("1.3.6.1.2.1.2.2.1.7");
  static final OID IF_OPER_STATUS = new OID("1.3.6.1.2.1.2.2.1.8");
  static final OID IF_NAME = new OID("1.3.6.1.2.1.31.1.1.1.1");
  static final OID IF_HIGH_SPEED = new OID("1.3.6.1.2.1.31.1.1.1.15");
  static final OID IF_ALIAS = new OID("1.3.6.1.2.1.31.1.1.1.18");
  static final List<OID> INTERFACES =
      List.of(
          IF_DESCR,
          IF_TYPE,
          IF_SPEED,
          IF_PHYS_ADDRESS,
          IF_ADMIN_STATUS,
          IF_OPER_STATUS,
          IF_NAME,
          IF_HIGH_SPEED,
          IF_ALIAS);

  static final OID IP_AD_ENT_IF_INDEX = new OID("1.3.6.1.2.1.4.20.1.2");
  static final OID IP_AD_ENT_NET_MASK = new OID("1.3.6.1.2.1.4.20.1.3");
  static final OID IP_ADDRESS_IF_INDEX = new OID("1.3.6.1.2.1.4.34.1.3");
  static final OID IP_ADDRESS_TYPE = new OID("1.3.6.1.2.1.4.34.1.4");
  static final OID IP_ADDRESS_PREFIX = new OID("1.3.6.1.2.1.4.34.1.5");
  static final List<OID> ADDRESSES =
      List.of(
          IP_AD_ENT_IF_INDEX,
          IP_AD_ENT_NET_MASK,
          IP_ADDRESS_IF_INDEX,
          IP_ADDRESS_TYPE,
          IP_ADDRESS_PREFIX);

  static final OID ENT_PHYSICAL_CLASS = new OID("1.3.6.1.2.1.47.1.1.1.1.5");
  static final OID ENT_PHYSICAL_FIRMWARE_REV = new OID("1.3.6.1.2.1.47.1.1.1.1.9");
  static final OID ENT_PHYSICAL_SOFTWARE_REV = new OID("1.3.6.1.2.1.47.1.1.1.1.10");
  static final OID ENT_PHYSICAL_SERIAL_NUM = new OID("1.3.6.1.2.1.47.1.1.1.1.11");
  static final OID ENT_PHYSICAL_MFG_NAME = new OID("1.3.6.1.2.1.47.1.1.1.1.12");
  static final OID ENT_PHYSICAL_MODEL_NAME = new OID("1.3.6.1.2.1.47.1.1.1.1.13");
  static final List<OID> CHASSIS =
      List.of(
          ENT_PHYSICAL_CLASS,
          ENT_PHYSICAL_FIRMWARE_REV,
          ENT_PHYSICAL_SOFTWARE_REV,
          ENT_PHYSICAL_SERIAL_NUM,
          ENT_PHYSICAL_MFG_NAME,
          ENT_PHYSICAL_MODEL_NAME);

  private IfMib() {}
}
