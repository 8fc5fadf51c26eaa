package org.opennms.plugins.trunkline.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which name identifies an interface on its device. Pure: the same interfaces get the same names in
 * any order. Stateless.
 *
 * <p>It is ifName, else ifDescr, else {@code if<ifIndex>}. Where several interfaces of a device
 * share it, each gets ifDescr behind it, as in {@code Eth0 [slot 1 port 0]}; only where that does
 * not tell them apart either, ifIndex, as in {@code Eth0#17}.
 */
public final class InterfaceNames {
  /**
   * What a device calls an interface.
   *
   * @param ifIndex unique on the device
   * @param ifName may be empty
   * @param ifDescr may be empty
   */
  public record Called(int ifIndex, String ifName, String ifDescr) {
    private String name() {
      if (!ifName.isEmpty()) {
        return ifName;
      }
      return ifDescr.isEmpty() ? "if" + ifIndex : ifDescr;
    }

    private String withDescr() {
      return ifName.isEmpty() || ifDescr.isEmpty() ? name() : ifName + " [" + ifDescr + "]";
    }

    private String withIndex() {
      return name() + "#" + ifIndex;
    }
  }

  private InterfaceNames() {}

  /** One unique name per interface, in the order given. */
  public static List<String> unique(List<Called> interfaces) {
    Map<String, Integer> byName = new HashMap<>();
    Map<String, Integer> byDescr = new HashMap<>();
    for (Called called : interfaces) {
      byName.merge(called.name(), 1, Integer::sum);
      byDescr.merge(called.withDescr(), 1, Integer::sum);
    }
    List<String> names = new ArrayList<>(interfaces.size());
    Set<String> taken = new HashSet<>(byName.keySet());
    for (Called called : interfaces) {
      if (byName.get(called.name()) == 1) {
        names.add(called.name());
      } else {
        names.add(suffixed(called, byDescr, taken));
      }
    }
    return names;
  }

  private static String suffixed(Called called, Map<String, Integer> byDescr, Set<String> taken) {
    String name = called.withDescr();
    if (byDescr.get(name) > 1 || taken.contains(name)) {
      name = called.withIndex();
    }
    // A device may well have an interface that is really named "Eth0#17".
    while (!taken.add(name)) {
      name += "#";
    }
    return name;
  }
}
