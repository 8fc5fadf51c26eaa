package org.opennms.plugins.trunkline.snmp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * Which interfaces deliver power. POWER-ETHERNET-MIB (RFC 3621) counts ports by group and does not
 * say which interfaces they are: they are found by name ({@code Gi2/0/7} is port 7 of group 2), and
 * where there is one group only, by the bridge's port number or else by ifIndex.
 */
final class PoweredPorts {
  private static final int DELIVERING = 3;
  private static final int HIGHEST_CLASS = 8;
  private static final int ETHERNET = 6;
  private static final Pattern PLACE = Pattern.compile("\\D{0,40}(\\d{1,4})/(?:0/)?(\\d{1,4})");

  private record Place(int group, int port) {}

  private final Map<Integer, Integer> classes = new HashMap<>();
  private final Map<Place, Integer> byName = new HashMap<>();
  private final Set<Integer> ethernet = new HashSet<>();
  private final Column basePorts;

  PoweredPorts(List<NetworkInterface> interfaces, LinkTables tables) {
    basePorts = tables.column(LinkColumn.BASE_PORT_IF_INDEX);
    Column status = tables.column(LinkColumn.PSE_DETECTION);
    if (status.rows() == 0) {
      return;
    }
    interfaces.stream().filter(each -> each.ifType() == ETHERNET).forEach(this::place);
    read(status, tables.column(LinkColumn.PSE_CLASS));
  }

  private void place(NetworkInterface port) {
    ethernet.add(port.ifIndex());
    Matcher name = PLACE.matcher(port.ifName());
    if (name.matches()) {
      Place place = new Place(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)));
      byName.putIfAbsent(place, port.ifIndex());
    }
  }

  private void read(Column status, Column powerClasses) {
    Map<Place, Integer> levels = new HashMap<>();
    for (int row = 0; row < powerClasses.rows(); row++) {
      if (powerClasses.indexLength(row) == 2) {
        Place place = new Place(powerClasses.index(row, 0), powerClasses.index(row, 1));
        // class0(1), class1(2) and so on.
        levels.put(place, (int) powerClasses.number(row) - 1);
      }
    }
    Set<Integer> groups = new HashSet<>();
    for (int row = 0; row < status.rows(); row++) {
      groups.add(status.indexLength(row) == 2 ? status.index(row, 0) : 0);
    }
    for (int row = 0; row < status.rows(); row++) {
      if (status.indexLength(row) == 2 && status.number(row) == DELIVERING) {
        Place place = new Place(status.index(row, 0), status.index(row, 1));
        int level = Math.max(0, Math.min(HIGHEST_CLASS, levels.getOrDefault(place, 0)));
        ifIndex(place, groups.size() == 1).ifPresent(found -> classes.put(found, level));
      }
    }
  }

  private OptionalInt ifIndex(Place place, boolean onlyGroup) {
    Integer named = byName.get(place);
    if (named != null) {
      return OptionalInt.of(named);
    }
    int row = basePorts.find(place.port());
    int ifIndex = basePorts.rows() == 0 ? place.port() : row < 0 ? 0 : (int) basePorts.number(row);
    return onlyGroup && ethernet.contains(ifIndex) ? OptionalInt.of(ifIndex) : OptionalInt.empty();
  }

  /** -1 where it delivers none. */
  int poeClass(int ifIndex) {
    return classes.getOrDefault(ifIndex, -1);
  }
}
