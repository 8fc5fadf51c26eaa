package org.opennms.plugins.trunkline.shell;

import java.util.OptionalLong;
import java.util.StringJoiner;
import org.opennms.plugins.trunkline.model.Classification;

/**
 * Two classifications in words: the role, and of the rest what differs.
 *
 * @param before the earlier
 * @param after the later
 */
record Differences(String before, String after) {
  static Differences between(Classification before, Classification after) {
    StringJoiner one = new StringJoiner(", ").add(before.role().spelling());
    StringJoiner other = new StringJoiner(", ").add(after.role().spelling());
    boolean sameRole = before.role() == after.role();
    boolean sameProvider = before.provider().equals(after.provider());
    boolean sameCritical = before.critical() == after.critical();
    boolean sameContract = before.contractBandwidth().equals(after.contractBandwidth());
    if (!sameProvider) {
      one.add("provider " + Printable.orDash(before.provider()));
      other.add("provider " + Printable.orDash(after.provider()));
    }
    if (!sameCritical) {
      one.add("critical " + Printable.yesNo(before.critical()));
      other.add("critical " + Printable.yesNo(after.critical()));
    }
    if (!sameContract) {
      one.add("contract " + rate(before.contractBandwidth()));
      other.add("contract " + rate(after.contractBandwidth()));
    }
    if (sameRole && sameProvider && sameCritical && sameContract) {
      other.add("monitored otherwise");
    }
    return new Differences(one.toString(), other.toString());
  }

  private static String rate(OptionalLong bits) {
    return bits.isPresent() ? BitRate.format(bits.getAsLong()) : "-";
  }
}
