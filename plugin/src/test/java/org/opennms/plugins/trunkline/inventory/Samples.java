package org.opennms.plugins.trunkline.inventory;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.config.IpLiteral;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.Reason;

/** Devices, interfaces and readings for tests, with few words. */
final class Samples {
  static final InetAddress ADDRESS = IpLiteral.parse("127.0.0.9").orElseThrow();

  /** The alias is the role, with {@code !} for a critical one; {@code fault} breaks it. */
  static final InterfaceClassifier BY_ALIAS =
      (device, facts, interfaces) -> interfaces.stream().map(Samples::judged).toList();

  private Samples() {}

  static Device device(int id, String label) {
    return device(id, label, "Req", label);
  }

  static Device device(int id, String label, String foreignSource, String foreignId) {
    NodeKey key = NodeKey.of(id, foreignSource, foreignId);
    String requisition = foreignSource == null ? "" : foreignSource;
    return new Device(
        key,
        id,
        label,
        "Default",
        requisition,
        Optional.of(ADDRESS),
        true,
        new TreeSet<>(),
        Map.of());
  }

  static Device silentOne(int id, String label, Optional<InetAddress> address, boolean snmp) {
    return new Device(
        new NodeKey("Req:" + label),
        id,
        label,
        "Default",
        "Req",
        address,
        snmp,
        new TreeSet<>(),
        Map.of());
  }

  static NetworkInterface port(Device device, int ifIndex, String name) {
    return port(device, ifIndex, name, "");
  }

  static NetworkInterface port(Device device, int ifIndex, String name, String alias) {
    return new NetworkInterface(
        new InterfaceKey(device.key(), name),
        ifIndex,
        name,
        "descr of " + name,
        alias,
        6,
        1_000_000_000L,
        AdminStatus.UP,
        OperStatus.UP,
        "",
        List.of());
  }

  static DeviceFingerprint fingerprint(long uptimeCentis, Instant at) {
    return new DeviceFingerprint(uptimeCentis, at.toEpochMilli(), 0, 1, "descr", "name", "place");
  }

  static DeviceReading.Complete complete(NetworkInterface... interfaces) {
    return complete(fingerprint(100, Instant.EPOCH), interfaces);
  }

  static DeviceReading.Complete complete(
      DeviceFingerprint fingerprint, NetworkInterface... interfaces) {
    return new DeviceReading.Complete(
        DeviceFacts.UNKNOWN, Arrays.asList(interfaces), fingerprint, List.of(), 7);
  }

  static DeviceReading one(Device device) {
    return complete(port(device, 1, "eth0"));
  }

  static DeviceReading failed(FailureReason reason) {
    return new DeviceReading.Failed(reason, "because", 0);
  }

  static Judgement judged(NetworkInterface port) {
    return Judgement.of(classified(port));
  }

  static Classification classified(NetworkInterface port) {
    String alias = port.ifAlias().replace("!", "");
    if (alias.equals("fault")) {
      throw new IllegalStateException("in the classifier");
    }
    InterfaceRole role = InterfaceRole.parse(alias).orElse(InterfaceRole.OTHER);
    return new Classification(
        role,
        Optional.empty(),
        port.ifAlias().endsWith("!"),
        Classification.Boundary.INTERNAL,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        0.5,
        List.of(new Reason("ifAlias", alias, 1)));
  }

  static InterfaceOverride override(InterfaceRole role) {
    return new InterfaceOverride(
        Optional.of(role),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        "admin",
        Instant.EPOCH,
        "");
  }

  static InterfaceOverride monitored(boolean monitored) {
    return new InterfaceOverride(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(monitored),
        OptionalLong.empty(),
        "admin",
        Instant.EPOCH,
        "");
  }
}
