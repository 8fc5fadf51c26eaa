package org.opennms.plugins.trunkline.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;

/** Trunks of switches with 48 ports, all monitored. */
final class MonitoredPorts implements InterfaceDirectory {
  private static final int PORTS = 48;
  private static final long GIGABIT = 1_000_000_000;

  private final List<KnownInterface> all = new ArrayList<>();
  private final Map<List<String>, KnownInterface> byName = new HashMap<>();

  MonitoredPorts(int interfaces) {
    for (int i = 0; i < interfaces; i++) {
      all.add(port(1 + i / PORTS, 1 + i % PORTS));
    }
    all.forEach(p -> byName.put(List.of(p.device().label(), p.key().name()), p));
  }

  List<KnownInterface> all() {
    return all;
  }

  private static KnownInterface port(int nodeId, int ifIndex) {
    Device device =
        new Device(
            NodeKey.of(nodeId, null, null),
            nodeId,
            "sw" + nodeId,
            "Default",
            "",
            Optional.empty(),
            true,
            new TreeSet<>(),
            Map.of());
    String name = "Gi0/" + ifIndex;
    NetworkInterface read =
        new NetworkInterface(
            new InterfaceKey(device.key(), name),
            ifIndex,
            name,
            name,
            "",
            6,
            GIGABIT,
            AdminStatus.UP,
            OperStatus.UP,
            "",
            List.of());
    Classification trunk =
        new Classification(
            InterfaceRole.TRUNK,
            Optional.empty(),
            false,
            Classification.Boundary.INTERNAL,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            0.9,
            List.of());
    return new KnownInterface(
        device,
        DeviceFacts.UNKNOWN,
        read,
        Judgement.of(trunk),
        trunk,
        Optional.empty(),
        true,
        Instant.EPOCH,
        Instant.EPOCH,
        false);
  }

  @Override
  public List<KnownInterface> find(InterfaceFilter filter) {
    return List.copyOf(all);
  }

  @Override
  public Optional<KnownInterface> get(String node, String name) {
    return Optional.ofNullable(byName.get(List.of(node, name)));
  }

  @Override
  public List<String> nodeLabels() {
    return all.stream().map(p -> p.device().label()).distinct().sorted().toList();
  }

  @Override
  public Summary summary() {
    return new Summary(
        nodeLabels().size(),
        all.size(),
        Map.of(InterfaceRole.TRUNK, all.size()),
        Map.of(),
        0,
        all.size(),
        false,
        0,
        Optional.empty());
  }
}
