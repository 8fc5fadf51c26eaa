package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.opennms.plugins.trunkline.model.DeviceType;

/**
 * What kind of device speaks, by a small table: the first row that matches decides, words of
 * sysDescr and the model before the manufacturer. Stateless.
 */
final class DeviceTypes {
  private record Row(DeviceType type, Set<Integer> enterprises, List<String> words) {
    private boolean matches(int enterprise, String text) {
      return enterprises.contains(enterprise)
          || words.stream().anyMatch(word -> containsWord(text, word));
    }
  }

  private static final List<Row> TABLE =
      List.of(
          words(DeviceType.PRINTER, "printer", "laserjet", "officejet", "jetdirect", "mfp"),
          words(DeviceType.CAMERA, "camera", "network video"),
          words(DeviceType.PHONE, "ip phone", "voip phone", "sip phone", "voice gateway"),
          words(DeviceType.POWER, "ups", "pdu", "rack power", "rectifier"),
          words(
              DeviceType.FIREWALL,
              "firewall",
              "adaptive security appliance",
              "fortigate",
              "srx",
              "pan-os",
              "vsrx",
              "firepower"),
          words(
              DeviceType.WIRELESS, "access point", "wireless", "wlan", "aironet", "airos", "unifi"),
          words(
              DeviceType.ROUTER, "ios xr", "ios-xr", "router", "routeros", "edgerouter", "edgeos"),
          words(
              DeviceType.SWITCH,
              "switch",
              "catalyst",
              "nexus",
              "nx-os",
              "procurve",
              "edgeswitch",
              "exos",
              "extremexos",
              "arubaos-cx",
              "powerconnect",
              "cumulus"),
          makers(DeviceType.PRINTER, 253, 641, 1347, 1602, 2435, 18334, 367),
          makers(DeviceType.CAMERA, 368, 39165),
          makers(DeviceType.PHONE, 21362, 37049),
          makers(DeviceType.POWER, 318, 476, 534, 3808, 13742),
          makers(DeviceType.FIREWALL, 2604, 2620, 3097, 3224, 8741, 10704, 12356, 25461),
          makers(DeviceType.WIRELESS, 14179, 14525, 14823, 17713, 25053, 41112),
          makers(DeviceType.SERVER, 232, 311, 789, 6574, 6876, 8072, 24681),
          makers(DeviceType.SWITCH, 30065, 33049, 40310, 1588, 1991, 1916, 6486, 47196, 6027),
          makers(DeviceType.ROUTER, 14988, 6527, 2352, 4874));

  // Last, because many network systems mention the kernel under them.
  private static final Row COMPUTERS =
      words(DeviceType.SERVER, "linux", "windows", "esxi", "freebsd", "solaris", "hypervisor");

  private DeviceTypes() {}

  private static Row words(DeviceType type, String... words) {
    return new Row(type, Set.of(), List.of(words));
  }

  private static Row makers(DeviceType type, Integer... enterprises) {
    return new Row(type, Set.of(enterprises), List.of());
  }

  static DeviceType of(int enterprise, String sysDescr, String model) {
    String text = normalised(sysDescr + " " + model);
    for (Row row : TABLE) {
      if (row.matches(enterprise, text)) {
        return row.type();
      }
    }
    return byModel(enterprise, text);
  }

  /** Cisco and Juniper build everything; their product families tell. */
  private static DeviceType byModel(int enterprise, String text) {
    if (enterprise == 9) {
      return text.matches(".*\\b(c2960|c29|c35|c36|c37|c38|c45|c65|c9[235]|ws-c|n[3579]k).*")
          ? DeviceType.SWITCH
          : DeviceType.ROUTER;
    }
    if (enterprise == 2636) {
      return text.matches(".*\\b(ex|qfx)\\d.*") ? DeviceType.SWITCH : DeviceType.ROUTER;
    }
    return COMPUTERS.matches(-1, text) ? DeviceType.SERVER : DeviceType.UNKNOWN;
  }

  private static String normalised(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static boolean containsWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      boolean starts = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
      boolean ends =
          end == text.length()
              || !Character.isLetter(text.charAt(end))
              || text.startsWith("s", end);
      if (starts && ends) {
        return true;
      }
    }
    return false;
  }
}
