package org.opennms.plugins.trunkline.traffic;

import java.net.InetAddress;
import java.time.Instant;
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

/** Makes monitored interfaces for tests. */
public final class Ports {
  private Ports() {}

  /** A device with this node id. */
  public static Device device(int nodeId, Optional<InetAddress> address) {
    return new Device(
        NodeKey.of(nodeId, null, null),
        nodeId,
        "sw" + nodeId,
        "Default",
        "",
        address,
        true,
        new TreeSet<>(),
        Map.of());
  }

  /** A gigabit port without a MAC address. */
  public static KnownInterface port(Device device, int ifIndex, boolean critical) {
    return port(device, ifIndex, "Gi0/" + ifIndex, "", Readings.GIGABIT, critical);
  }

  /** Any port. */
  public static KnownInterface port(
      Device device, int ifIndex, String ifName, String mac, long speed, boolean critical) {
    NetworkInterface read =
        new NetworkInterface(
            new InterfaceKey(device.key(), ifName),
            ifIndex,
            ifName,
            ifName,
            "",
            6,
            speed,
            AdminStatus.UP,
            OperStatus.UP,
            mac,
            List.of());
    Classification trunk =
        new Classification(
            InterfaceRole.TRUNK,
            Optional.empty(),
            critical,
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
}
