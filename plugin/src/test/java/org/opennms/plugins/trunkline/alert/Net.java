package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Classification.Boundary;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Layers;
import org.opennms.plugins.trunkline.model.LinkFacts;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;

/** A small network to raise alerts about. */
final class Net implements Surroundings {
  private static final Instant SEEN = Instant.parse("2026-03-02T07:00:00Z");

  final Map<InterfaceKey, KnownInterface> interfaces = new LinkedHashMap<>();
  final Map<InterfaceKey, InterfaceKey> links = new HashMap<>();
  final Map<NodeKey, String> outages = new HashMap<>();
  final Set<InterfaceKey> unusual = new HashSet<>();
  final Set<InterfaceKey> vanished = new HashSet<>();
  Duration calm = Duration.ofMinutes(30);
  final Set<InterfaceKey> up = new HashSet<>();
  private final Map<NodeKey, Device> devices = new LinkedHashMap<>();

  Device device(int id, String label, String location, String... categories) {
    Device device =
        new Device(
            NodeKey.of(id, "Req", label),
            id,
            label,
            location,
            "Req",
            Optional.empty(),
            true,
            new TreeSet<>(List.of(categories)),
            Map.of());
    devices.put(device.key(), device);
    return device;
  }

  KnownInterface port(Device of, int ifIndex, InterfaceRole role, boolean critical) {
    return port(of, ifIndex, role, critical, 0);
  }

  KnownInterface port(Device of, int ifIndex, InterfaceRole role, boolean critical, int aggregate) {
    InterfaceKey key = new InterfaceKey(of.key(), "Gi0/" + ifIndex);
    NetworkInterface port =
        new NetworkInterface(
                key,
                ifIndex,
                key.name(),
                key.name(),
                "to somewhere " + ifIndex,
                6,
                1_000_000_000L,
                AdminStatus.UP,
                OperStatus.UP,
                "",
                List.of())
            .with(
                new LinkFacts(
                    new Layers(aggregate, List.of()),
                    LinkFacts.NONE.switchPort(),
                    LinkFacts.NONE.bgpPeer()));
    Classification classification =
        new Classification(
            role,
            role == InterfaceRole.ISP_UPLINK ? Optional.of("Example Telecom") : Optional.empty(),
            critical,
            Boundary.INTERNAL,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            0.9,
            List.of());
    KnownInterface known =
        new KnownInterface(
            of,
            DeviceFacts.UNKNOWN,
            port,
            Judgement.of(classification),
            classification,
            Optional.empty(),
            true,
            SEEN,
            SEEN,
            false);
    interfaces.put(key, known);
    up.add(key);
    return known;
  }

  void link(KnownInterface a, KnownInterface b) {
    links.put(a.key(), b.key());
    links.put(b.key(), a.key());
  }

  @Override
  public Optional<KnownInterface> monitored(InterfaceKey key) {
    return Optional.ofNullable(interfaces.get(key));
  }

  @Override
  public boolean vanished(InterfaceKey key) {
    return vanished.contains(key);
  }

  @Override
  public Optional<Device> device(NodeKey node) {
    return Optional.ofNullable(devices.get(node));
  }

  @Override
  public Optional<Device> device(int nodeId) {
    return devices.values().stream().filter(d -> d.nodeId() == nodeId).findFirst();
  }

  @Override
  public Optional<KnownInterface> monitored(int nodeId, int ifIndex) {
    return monitored(nodeId).stream()
        .filter(k -> k.networkInterface().ifIndex() == ifIndex)
        .findFirst();
  }

  @Override
  public List<KnownInterface> monitored(int nodeId) {
    return new ArrayList<>(interfaces.values())
        .stream().filter(k -> k.device().nodeId() == nodeId).toList();
  }

  @Override
  public Optional<KnownInterface> farEnd(InterfaceKey key) {
    return Optional.ofNullable(links.get(key)).flatMap(this::monitored);
  }

  @Override
  public Optional<KnownInterface> aggregate(KnownInterface member) {
    int aggregate = member.networkInterface().link().layers().aggregate();
    return aggregate == 0 ? Optional.empty() : monitored(member.device().nodeId(), aggregate);
  }

  @Override
  public Set<NodeKey> neighbours(NodeKey node) {
    Set<NodeKey> nodes = new HashSet<>();
    links.forEach(
        (a, b) -> {
          if (a.node().equals(node)) {
            nodes.add(b.node());
          }
        });
    return nodes;
  }

  @Override
  public Set<InterfaceKey> up() {
    return up;
  }

  @Override
  public boolean deviates(InterfaceKey key) {
    return unusual.contains(key);
  }

  @Override
  public Duration calm() {
    return calm;
  }

  @Override
  public Optional<String> outage(Device node, Instant now) {
    return Optional.ofNullable(outages.get(node.key()));
  }

  @Override
  public boolean wasUp(InterfaceKey key) {
    return up.contains(key);
  }
}
