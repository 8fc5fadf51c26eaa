package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject.OfGroup;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Finds what many silent devices have in common: what they are behind, else their location. */
final class SilentGroups {
  private final Surroundings around;

  SilentGroups(Surroundings around) {
    this.around = around;
  }

  /** The silent devices of each group with more than so many. */
  Map<OfGroup, List<NodeKey>> groups(Set<NodeKey> silent, long most) {
    Map<OfGroup, List<NodeKey>> groups = new LinkedHashMap<>();
    if (silent.size() <= most) {
      return groups;
    }
    Set<NodeKey> left = new HashSet<>(silent);
    largest(behind(left), most, groups).forEach(left::remove);
    locations(left)
        .forEach(
            (location, nodes) -> {
              if (nodes.size() > most) {
                groups.put(new OfGroup("location", location), nodes);
              }
            });
    return groups;
  }

  // One neighbour at a time: a device that is behind two of them counts for the larger group.
  private static Set<NodeKey> largest(
      Map<NodeKey, List<NodeKey>> behind, long most, Map<OfGroup, List<NodeKey>> groups) {
    Set<NodeKey> explained = new HashSet<>();
    behind.entrySet().stream()
        .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
        .forEach(
            entry -> {
              List<NodeKey> nodes =
                  entry.getValue().stream().filter(n -> !explained.contains(n)).toList();
              if (nodes.size() > most) {
                explained.addAll(nodes);
                groups.put(new OfGroup("behind", entry.getKey().text()), nodes);
              }
            });
    return explained;
  }

  private Map<NodeKey, List<NodeKey>> behind(Set<NodeKey> silent) {
    Map<NodeKey, List<NodeKey>> behind = new HashMap<>();
    for (NodeKey node : silent) {
      around
          .neighbours(node)
          .forEach(n -> behind.computeIfAbsent(n, k -> new ArrayList<>()).add(node));
    }
    return behind;
  }

  private Map<String, List<NodeKey>> locations(Set<NodeKey> silent) {
    Map<String, List<NodeKey>> byLocation = new HashMap<>();
    for (NodeKey node : silent) {
      String location = around.device(node).map(Device::location).orElse("Default");
      byLocation.computeIfAbsent(location, l -> new ArrayList<>()).add(node);
    }
    return byLocation;
  }

  /** What the rule says of a group. */
  Finding finding(AlertRule rule, OfGroup group, int silent, boolean over, Instant now) {
    String where =
        group.kind().equals("location")
            ? "of location " + group.name()
            : "behind " + around.device(new NodeKey(group.name())).map(Device::label).orElse("?");
    return new Finding(
        rule,
        group,
        AlertPlace.NONE,
        over ? Finding.Verdict.BREACHED : Finding.Verdict.GOOD,
        rule.severities().otherwise().orElse(AlertSeverity.HIGH),
        now,
        now,
        silent + " devices " + where + " do not answer SNMP requests",
        Map.of(
            "value",
            Integer.toString(silent),
            "threshold",
            Long.toString((long) rule.levels().above())),
        List.of());
  }
}
