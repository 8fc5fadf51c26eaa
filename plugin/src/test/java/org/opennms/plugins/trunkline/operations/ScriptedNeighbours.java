package org.opennms.plugins.trunkline.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Readings that are over at the third look, and mappings in memory. */
public final class ScriptedNeighbours implements TopologyControl {
  private final Map<String, Mapping> mapped = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int looks;
  private int total;
  private Optional<Refresh> last = Optional.empty();

  /** The next runs cannot read this. */
  public ScriptedNeighbours failing(String detail) {
    failures.add(detail);
    return this;
  }

  @Override
  public Refresh refresh() {
    return begin(2);
  }

  @Override
  public Optional<Refresh> refresh(String node) {
    return node.equals("edge1") ? Optional.of(begin(1)) : Optional.empty();
  }

  @Override
  public Optional<Refresh> run(String id) {
    looks++;
    last = Optional.of(view(looks > 1));
    return last.filter(r -> r.id().equals(id));
  }

  @Override
  public List<Mapping> mappings() {
    return List.copyOf(mapped.values());
  }

  @Override
  public Mapping mapPort(String node, String ifName, Decision decision) {
    return keep(
        new Mapping(
            node + "/" + ifName,
            true,
            new NodeKey(decision.node()),
            decision.node(),
            decision.port(),
            decision.by(),
            SampleNetwork.SEEN,
            decision.why()));
  }

  @Override
  public Mapping mapOrphan(String orphan, Decision decision) {
    if (!orphan.equals("orphan-1")) {
      throw new OperationException("0 orphans are called '" + orphan + "'", "Give the id.", null);
    }
    return keep(
        new Mapping(
            orphan,
            false,
            new NodeKey(decision.node()),
            decision.node(),
            "",
            decision.by(),
            SampleNetwork.SEEN,
            decision.why()));
  }

  @Override
  public boolean unmap(String subject) {
    return mapped.remove(subject) != null;
  }

  private Mapping keep(Mapping mapping) {
    mapped.put(mapping.subject(), mapping);
    return mapping;
  }

  private Refresh begin(int devices) {
    looks = 0;
    total = devices;
    return view(false);
  }

  private Refresh view(boolean over) {
    int failed = over ? failures.size() : 0;
    return new Refresh(
        "walk-1",
        Optional.empty(),
        "operator",
        total,
        over ? total - failed : 0,
        failed,
        over ? failures : List.of(),
        SampleNetwork.SEEN,
        over ? Optional.of(SampleNetwork.SEEN.plusSeconds(2)) : Optional.empty());
  }
}
