package org.opennms.plugins.trunkline.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.topology.Port;
import org.opennms.plugins.trunkline.topology.TopologyDevice;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;

/** Compares what devices hear with what a scenario says that they hear. */
final class ScenarioScore {
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, List<Set<String>>> ports = new HashMap<>();

  private ScenarioScore(Scenario scenario, TopologySnapshot topology) {
    for (Scenario.Alias alias : scenario.hostnames()) {
      ids.put(Spellings.device(alias.hostname()), Spellings.device(alias.id()));
    }
    for (TopologyDevice device : topology.nodes()) {
      List<Set<String>> names = device.ports().stream().map(ScenarioScore::names).toList();
      ports.put(Spellings.device(device.label()), names);
    }
  }

  static Score of(Scenario scenario, TopologySnapshot topology, List<Adjacency> found) {
    ScenarioScore same = new ScenarioScore(scenario, topology);
    List<Adjacency> truth = same.once(scenario.truth());
    List<Adjacency> reported = same.once(found);
    List<Adjacency> missing = truth.stream().filter(t -> !same.has(reported, t)).toList();
    List<Adjacency> extra = reported.stream().filter(r -> !same.has(truth, r)).toList();
    long wrong =
        extra.stream().filter(e -> truth.stream().anyMatch(t -> same.isWrongNode(e, t))).count();
    return new Score(
        scenario.name(),
        truth.size() - missing.size(),
        reported.size(),
        truth.size(),
        (int) wrong,
        missing.stream().map(Adjacency::toString).toList(),
        extra.stream().map(Adjacency::toString).toList());
  }

  private static Set<String> names(Port port) {
    Set<String> names = new TreeSet<>();
    names.add(Integer.toString(port.ifIndex()));
    names.add(Integer.toString(port.lldp().number()));
    for (String text :
        List.of(
            port.key().name(),
            port.ifName(),
            port.ifDescr(),
            port.lldp().id().value(),
            port.lldp().description())) {
      names.add(Spellings.port(text));
    }
    names.remove("");
    names.remove("0");
    return names;
  }

  private List<Adjacency> once(List<Adjacency> all) {
    List<Adjacency> kept = new ArrayList<>();
    all.stream().filter(each -> !has(kept, each)).forEach(kept::add);
    return kept;
  }

  private boolean has(List<Adjacency> all, Adjacency one) {
    return all.stream().anyMatch(each -> isSame(each, one));
  }

  private boolean isSame(Adjacency one, Adjacency other) {
    return isSameSource(one, other)
        && id(one.targetDevice()).equals(id(other.targetDevice()))
        && isSamePort(one.targetDevice(), one.targetPort(), other.targetPort());
  }

  private boolean isSameSource(Adjacency one, Adjacency other) {
    return one.protocol().equals(other.protocol())
        && id(one.sourceDevice()).equals(id(other.sourceDevice()))
        && isSamePort(one.sourceDevice(), one.sourcePort(), other.sourcePort());
  }

  private boolean isWrongNode(Adjacency extra, Adjacency truth) {
    return isSameSource(extra, truth) && !id(extra.targetDevice()).equals(id(truth.targetDevice()));
  }

  private String id(String device) {
    String plain = Spellings.device(device);
    return ids.getOrDefault(plain, plain);
  }

  private boolean isSamePort(String device, String one, String other) {
    String a = Spellings.port(one);
    String b = Spellings.port(other);
    return a.equals(b)
        || ports.getOrDefault(id(device), List.of()).stream()
            .anyMatch(names -> names.contains(a) && names.contains(b));
  }
}
