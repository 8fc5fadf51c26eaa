package org.opennms.plugins.trunkline.host;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The host's own events about interfaces, and what their reduction keys tell. Stateless. */
final class LinkUeis {
  private static final String OPER = "uei.opennms.org/nodes/snmp/interfaceOper";
  private static final String TRAP = "uei.opennms.org/generic/traps/SNMP_Link_";
  private static final String TRANSLATED = "uei.opennms.org/translator/traps/SNMP_Link_";
  private static final String UP = "Up";
  private static final String DOWN = "Down";

  /** Those that tell that the state of a link may have changed. */
  static final List<String> OF_LINKS =
      List.of(OPER + DOWN, OPER + UP, TRAP + DOWN, TRAP + UP, TRANSLATED + DOWN, TRANSLATED + UP);

  // ...:distpoller:nodeid:...:ifIndex, as the host ships them.
  private static final Pattern NODE = Pattern.compile("^[^:]*:[^:]*:(\\d{1,9})(?::.*)?$");
  private static final Pattern LAST = Pattern.compile(":(\\d{1,9})$");

  private LinkUeis() {}

  static boolean isDown(String uei) {
    return OF_LINKS.contains(uei) && uei.endsWith(DOWN);
  }

  static int nodeId(String reductionKey) {
    Matcher node = NODE.matcher(reductionKey);
    return node.matches() ? Integer.parseInt(node.group(1)) : 0;
  }

  /** The index at the key's end; 0 where there is none. */
  static int ifIndex(String reductionKey) {
    Matcher last = LAST.matcher(reductionKey);
    boolean hasMore = reductionKey.chars().filter(c -> c == ':').count() >= 3;
    return hasMore && last.find() ? Integer.parseInt(last.group(1)) : 0;
  }
}
