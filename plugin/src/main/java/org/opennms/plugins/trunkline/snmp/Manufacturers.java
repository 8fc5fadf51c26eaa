package org.opennms.plugins.trunkline.snmp;

import java.util.Map;

/** Who stands behind an IANA private enterprise number, as far as they build network devices. */
final class Manufacturers {
  private static final String ENTERPRISES = "1.3.6.1.4.1.";

  private static final Map<Integer, String> NAMES =
      Map.<Integer, String>ofEntries(
          Map.entry(2, "IBM"),
          Map.entry(9, "Cisco"),
          Map.entry(11, "HP"),
          Map.entry(42, "Oracle"),
          Map.entry(43, "3Com"),
          Map.entry(45, "Nortel"),
          Map.entry(52, "Enterasys"),
          Map.entry(171, "D-Link"),
          Map.entry(193, "Ericsson"),
          Map.entry(207, "Allied Telesis"),
          Map.entry(231, "Fujitsu"),
          Map.entry(232, "HPE"),
          Map.entry(236, "Samsung"),
          Map.entry(248, "Hirschmann"),
          Map.entry(253, "Xerox"),
          Map.entry(311, "Microsoft"),
          Map.entry(318, "APC"),
          Map.entry(343, "Intel"),
          Map.entry(367, "Ricoh"),
          Map.entry(368, "Axis"),
          Map.entry(476, "Vertiv"),
          Map.entry(534, "Eaton"),
          Map.entry(637, "Nokia"),
          Map.entry(641, "Lexmark"),
          Map.entry(664, "Adtran"),
          Map.entry(674, "Dell"),
          Map.entry(789, "NetApp"),
          Map.entry(890, "Zyxel"),
          Map.entry(1347, "Kyocera"),
          Map.entry(1588, "Brocade"),
          Map.entry(1602, "Canon"),
          Map.entry(1916, "Extreme Networks"),
          Map.entry(1991, "Brocade"),
          Map.entry(2011, "Huawei"),
          Map.entry(2272, "Extreme Networks"),
          Map.entry(2352, "Ericsson"),
          Map.entry(2435, "Brother"),
          Map.entry(2604, "Sophos"),
          Map.entry(2620, "Check Point"),
          Map.entry(2636, "Juniper"),
          Map.entry(3076, "Cisco"),
          Map.entry(3097, "WatchGuard"),
          Map.entry(3224, "Juniper"),
          Map.entry(3375, "F5"),
          Map.entry(3808, "CyberPower"),
          Map.entry(3902, "ZTE"),
          Map.entry(4329, "Siemens"),
          Map.entry(4526, "Netgear"),
          Map.entry(4874, "Juniper"),
          Map.entry(5624, "Enterasys"),
          Map.entry(5951, "Citrix"),
          Map.entry(6027, "Dell"),
          Map.entry(6486, "Alcatel-Lucent Enterprise"),
          Map.entry(6527, "Nokia"),
          Map.entry(6574, "Synology"),
          Map.entry(6876, "VMware"),
          Map.entry(6889, "Avaya"),
          Map.entry(8072, "Net-SNMP"),
          Map.entry(8691, "Moxa"),
          Map.entry(8741, "SonicWall"),
          Map.entry(9303, "PacketFront"),
          Map.entry(10704, "Barracuda"),
          Map.entry(11863, "TP-Link"),
          Map.entry(12356, "Fortinet"),
          Map.entry(13742, "Raritan"),
          Map.entry(14179, "Cisco"),
          Map.entry(14525, "Trapeze"),
          Map.entry(14823, "Aruba"),
          Map.entry(14988, "MikroTik"),
          Map.entry(17163, "Riverbed"),
          Map.entry(17713, "Cambium"),
          Map.entry(18334, "Konica Minolta"),
          Map.entry(21362, "Yealink"),
          Map.entry(22610, "A10"),
          Map.entry(24681, "QNAP"),
          Map.entry(25053, "Ruckus"),
          Map.entry(25461, "Palo Alto Networks"),
          Map.entry(25506, "H3C"),
          Map.entry(26543, "IBM"),
          Map.entry(29671, "Meraki"),
          Map.entry(30065, "Arista"),
          Map.entry(33049, "Mellanox"),
          Map.entry(35265, "Eltex"),
          Map.entry(37049, "Yealink"),
          Map.entry(39165, "Hikvision"),
          Map.entry(40310, "Cumulus"),
          Map.entry(41112, "Ubiquiti"),
          Map.entry(47196, "Aruba"),
          Map.entry(48690, "Teltonika"));

  private Manufacturers() {}

  /** The enterprise number in a sysObjectID, -1 where there is none. */
  static int enterprise(String sysObjectId) {
    if (!sysObjectId.startsWith(ENTERPRISES)) {
      return -1;
    }
    int end = sysObjectId.indexOf('.', ENTERPRISES.length());
    String number =
        sysObjectId.substring(ENTERPRISES.length(), end < 0 ? sysObjectId.length() : end);
    return number.matches("\\d{1,9}") ? Integer.parseInt(number) : -1;
  }

  /** The manufacturer's usual name; empty when it is not in the table. */
  static String name(int enterprise) {
    return NAMES.getOrDefault(enterprise, "");
  }
}
