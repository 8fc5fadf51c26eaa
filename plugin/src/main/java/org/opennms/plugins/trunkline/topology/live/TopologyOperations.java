package org.opennms.plugins.trunkline.topology.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.inventory.KnownDevices;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.Orphan;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.TopologyControl;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;
import org.opennms.plugins.trunkline.topology.live.MappingStore.By;
import org.opennms.plugins.trunkline.topology.live.MappingStore.Decided;

/** What operators start and decide. Thread-safe. */
final class TopologyOperations implements TopologyControl {
  private final KnownDevices devices;
  private final NeighbourRuns runs;
  private final MappingStore mappings;
  private final Supplier<TopologySnapshot> snapshots;
  private final Runnable changed;
  private final InstantSource clock;

  TopologyOperations(
      KnownDevices devices,
      NeighbourRuns runs,
      MappingStore mappings,
      Supplier<TopologySnapshot> snapshots,
      Runnable changed,
      InstantSource clock) {
    this.devices = devices;
    this.runs = runs;
    this.mappings = mappings;
    this.snapshots = snapshots;
    this.changed = changed;
    this.clock = clock;
  }

  @Override
  public Refresh refresh() {
    return runs.overAll()
        .orElseGet(() -> runs.start("operator", Optional.empty(), devices.keys(), Duration.ZERO));
  }

  @Override
  public Optional<Refresh> refresh(String node) {
    return NodeNames.find(devices, node)
        .map(Known::device)
        .map(d -> runs.start("operator", Optional.of(d), List.of(d.key()), Duration.ZERO));
  }

  @Override
  public Optional<Refresh> run(String id) {
    return runs.all().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  @Override
  public List<Mapping> mappings() {
    return mappings.all().stream().map(this::view).toList();
  }

  @Override
  public Mapping mapPort(String node, String ifName, Decision decision) {
    Known local = known(node);
    NetworkInterface port =
        named(local, ifName)
            .orElseThrow(
                () ->
                    new OperationException(
                        "Node '" + node + "' has no interface '" + ifName + "'",
                        "Give its name, ifName, ifDescr or ifIndex as interfaces lists it.",
                        null));
    NodeKey to = known(decision.node()).device().key();
    return keep(Decided.ofPort(port.key(), to, decision.port(), by(decision)));
  }

  @Override
  public Mapping mapOrphan(String orphan, Decision decision) {
    List<Orphan> meant = orphans(orphan);
    if (meant.size() != 1) {
      throw new OperationException(
          meant.size() + " orphans are called '" + orphan + "'",
          "Give the id that the list of orphans shows.",
          null);
    }
    NodeKey to = known(decision.node()).device().key();
    return keep(Decided.ofOrphan(meant.get(0).id(), to, by(decision)));
  }

  @Override
  public boolean unmap(String subject) {
    boolean removed = mappings.remove(subject);
    if (removed) {
      changed.run();
    }
    return removed;
  }

  private Mapping keep(Decided decided) {
    mappings.put(decided);
    changed.run();
    return view(decided);
  }

  private List<Orphan> orphans(String name) {
    List<Orphan> all = snapshots.get().orphans();
    List<Orphan> byId = all.stream().filter(o -> o.id().equals(name)).toList();
    return byId.isEmpty() ? all.stream().filter(o -> isCalled(o, name)).toList() : byId;
  }

  private static boolean isCalled(Orphan orphan, String name) {
    return orphan.label().equals(name) || orphan.announced().chassisId().equalsIgnoreCase(name);
  }

  private Known known(String node) {
    List<Known> meant = NodeNames.all(devices, node);
    if (meant.isEmpty()) {
      throw new OperationException(
          "Trunkline knows no node '" + node + "'",
          "Give the node's label, id or FS:FID; discover reads a node that is new.",
          null);
    }
    if (meant.size() > 1) {
      String keys =
          meant.stream().map(k -> k.device().key().text()).collect(Collectors.joining(", "));
      throw new OperationException(
          meant.size() + " nodes are called '" + node + "': " + keys,
          "Give the id or FS:FID of the one that is meant.",
          null);
    }
    return meant.get(0);
  }

  private static Optional<NetworkInterface> named(Known device, String name) {
    return first(device, i -> i.key().name().equals(name))
        .or(() -> first(device, i -> i.ifName().equals(name)))
        .or(() -> first(device, i -> i.ifDescr().equals(name)))
        .or(() -> first(device, i -> Integer.toString(i.ifIndex()).equals(name)));
  }

  private static Optional<NetworkInterface> first(
      Known device, Predicate<NetworkInterface> wanted) {
    return device.interfaces().stream().filter(wanted).findFirst();
  }

  private By by(Decision decision) {
    return new By(decision.by(), clock.instant(), decision.why());
  }

  private Mapping view(Decided d) {
    NodeKey node = new NodeKey(d.node());
    return new Mapping(
        d.subject(),
        d.isPort(),
        node,
        devices.device(node).map(k -> k.device().label()).orElse(d.node()),
        d.port(),
        d.by(),
        Instant.ofEpochMilli(d.at()),
        d.why());
  }
}
