package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.model.Layers;
import org.opennms.plugins.trunkline.model.LinkFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * Joins the optional tables to the interfaces. What they say of interfaces that ifTable does not
 * have is passed over. Used by one thread.
 */
final class LinkRows {
  private static final int AGGREGATE = 161;
  private static final int ACTIVE = 1;

  private final LinkTables tables;
  private final Map<Integer, NetworkInterface> known = new HashMap<>();
  private final Map<Integer, TreeSet<Integer>> lower = new HashMap<>();
  private final Map<Integer, Integer> stackedUnder = new HashMap<>();

  private LinkRows(List<NetworkInterface> interfaces, LinkTables tables) {
    this.tables = tables;
    interfaces.forEach(each -> known.put(each.ifIndex(), each));
    readLayers(tables.column(LinkColumn.STACK_STATUS));
  }

  /** The interfaces with what the tables say of them, in the same order. */
  static List<NetworkInterface> join(List<NetworkInterface> interfaces, LinkTables tables) {
    if (tables.columns().isEmpty()) {
      return interfaces;
    }
    LinkRows rows = new LinkRows(interfaces, tables);
    SwitchPorts ports = new SwitchPorts(interfaces, tables);
    BgpSessions sessions = new BgpSessions(interfaces, tables);
    List<NetworkInterface> joined = new ArrayList<>(interfaces.size());
    for (NetworkInterface each : interfaces) {
      int ifIndex = each.ifIndex();
      LinkFacts facts =
          new LinkFacts(rows.layers(ifIndex), ports.of(ifIndex), sessions.over(ifIndex));
      joined.add(facts.equals(LinkFacts.NONE) ? each : each.with(facts));
    }
    return joined;
  }

  private void readLayers(Column status) {
    for (int row = 0; row < status.rows(); row++) {
      if (status.indexLength(row) == 2 && status.number(row) == ACTIVE) {
        int above = status.index(row, 0);
        int below = status.index(row, 1);
        if (above != below && known.containsKey(above) && known.containsKey(below)) {
          lower.computeIfAbsent(above, index -> new TreeSet<>()).add(below);
          if (known.get(above).ifType() == AGGREGATE) {
            stackedUnder.putIfAbsent(below, above);
          }
        }
      }
    }
  }

  private Layers layers(int ifIndex) {
    Column attached = tables.column(LinkColumn.ATTACHED_AGG_ID);
    int row = attached.find(ifIndex);
    int told = row < 0 ? 0 : (int) attached.number(row);
    // A port outside every aggregate is attached to 0 or to itself.
    boolean member = told != ifIndex && known.containsKey(told);
    int aggregate = member ? told : stackedUnder.getOrDefault(ifIndex, 0);
    TreeSet<Integer> below = lower.get(ifIndex);
    return aggregate == 0 && below == null
        ? Layers.NONE
        : new Layers(aggregate, below == null ? List.of() : List.copyOf(below));
  }
}
