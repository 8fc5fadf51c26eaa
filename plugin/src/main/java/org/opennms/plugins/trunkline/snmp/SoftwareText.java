package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Model and firmware as vendors write them into sysDescr, for devices without ENTITY-MIB. */
final class SoftwareText {
  private static final List<Pattern> FIRMWARE =
      List.of(
          Pattern.compile("\\bJUNOS (\\d[\\w.\\-]*)"),
          Pattern.compile("(?i)\\bversion:? ?v?(\\d[\\w.()\\-]*)"),
          Pattern.compile("\\brevision ([A-Z]{1,3}\\.[\\w.]+)"),
          Pattern.compile("\\bRouterOS v?(\\d[\\w.]+)"),
          Pattern.compile("\\bTiMOS-[A-Z]-([\\w.\\-]+)"),
          Pattern.compile("\\bLinux \\S+ (\\d[\\w.\\-+]*)"));

  private static final List<Pattern> MODEL =
      List.of(
          Pattern.compile("running on an Arista Networks (\\S+)"),
          Pattern.compile("\\bJuniper Networks, Inc\\. (\\S+)"),
          Pattern.compile("\\bCisco [\\w ]*Software, (\\S+) Software \\("),
          Pattern.compile("\\b(?:Cisco|IOS \\(tm\\)) ?(\\S+) Software \\("),
          Pattern.compile("\\bRouterOS ((?=\\S*[A-Za-z])\\S+)"),
          Pattern.compile("\\b(?:ProCurve|HP|Aruba) (J[A-Z\\d]\\d{3}[A-Z])\\b"),
          Pattern.compile("\\bTiMOS-\\S+ \\S+ (?:Nokia|ALCATEL) ([\\w ]+?) Copyright"));

  private SoftwareText() {}

  static String firmware(String sysDescr) {
    return first(FIRMWARE, sysDescr);
  }

  static String model(String sysDescr) {
    return first(MODEL, sysDescr);
  }

  private static String first(List<Pattern> patterns, String text) {
    for (Pattern pattern : patterns) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return stripped(matcher.group(1));
      }
    }
    return "";
  }

  private static String stripped(String text) {
    int end = text.length();
    while (end > 0 && ",;:".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
