package org.opennms.plugins.trunkline.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceAddress;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.Reason;

/** Devices and interfaces for the tests of the faces; every field has a known value. */
public final class SampleNetwork {
  /** When everything was seen last. */
  public static final Instant SEEN = Instant.parse("2026-11-20T08:00:00Z");

  /** What a secret in a node's metadata looks like; no face may show it. */
  public static final String SECRET = "example-community";

  /** An edge router with everything told. */
  public static final Device EDGE =
      new Device(
          new NodeKey("lab:edge1"),
          1,
          "edge1",
          "Default",
          "lab",
          Optional.of(address("192.0.2.1")),
          true,
          new TreeSet<>(List.of("Routers")),
          Map.of("requisition:snmp-community", SECRET));

  /** A switch that says little of itself. */
  public static final Device SWITCH =
      new Device(
          new NodeKey("2"),
          2,
          "switch 2",
          "Default",
          "",
          Optional.empty(),
          true,
          new TreeSet<>(),
          Map.of());

  private static final DeviceFacts EDGE_FACTS =
      new DeviceFacts(
          "edge1.example.net",
          "Example Router OS 7.1",
          "1.3.6.1.4.1.32473.1.1",
          "Rack 4",
          "noc@example.net",
          DeviceType.ROUTER,
          "Example Networks",
          "XR-9",
          "7.1",
          "SN0001");

  /** An uplink with every optional part, overridden. */
  public static final KnownInterface UPLINK =
      known(
          EDGE,
          EDGE_FACTS,
          new NetworkInterface(
              new InterfaceKey(EDGE.key(), "Gi0/0/1"),
              7,
              "Gi0/0/1",
              "GigabitEthernet0/0/1",
              "ISP: Example Telecom CID-4711",
              6,
              1_000_000_000L,
              AdminStatus.UP,
              OperStatus.UP,
              "00:00:5e:00:53:01",
              List.of(new InterfaceAddress(address("198.51.100.2"), 30))),
          new Classification(
              InterfaceRole.ISP_UPLINK,
              Optional.of("Example Telecom"),
              true,
              Classification.Boundary.EXTERNAL,
              Optional.of("CID-4711"),
              Optional.of("pe1:Gi0/1"),
              OptionalLong.of(500_000_000L),
              0.97,
              List.of(
                  new Reason("ifAlias", "names the provider Example Telecom", 3.2),
                  new Reason("ifType", "is ethernetCsmacd, as most are", -0.1))),
          Optional.of(
              new InterfaceOverride(
                  Optional.of(InterfaceRole.ISP_UPLINK),
                  Optional.of("Example Telecom"),
                  Optional.of(true),
                  Optional.of(true),
                  OptionalLong.of(500_000_000L),
                  "alice",
                  SEEN,
                  "contract 4711")),
          true,
          SEEN.minusSeconds(86_400),
          SEEN,
          false);

  /** A port with as little as can be. */
  public static final KnownInterface BARE = port(SWITCH, 1, "1", "", InterfaceRole.OTHER, true);

  /** A port whose alias attacks the terminal. */
  public static final KnownInterface HOSTILE =
      port(
          SWITCH,
          2,
          "ge-0/0/2",
          "\u001b[2J\u001b]0;owned\u0007\u202Egnp.exe\u009b31m\r\nfake line",
          InterfaceRole.ACCESS,
          false);

  private SampleNetwork() {}

  /** The three above. */
  public static List<KnownInterface> all() {
    return List.of(UPLINK, BARE, HOSTILE);
  }

  /** So many interfaces on devices of 48 ports, some of each role. */
  public static List<KnownInterface> generated(int count) {
    List<KnownInterface> made = new ArrayList<>(count);
    InterfaceRole[] roles = InterfaceRole.values();
    for (int i = 0; i < count; i++) {
      int node = 100 + i / 48;
      Device device =
          new Device(
              new NodeKey("gen:" + node),
              node,
              "sw" + node,
              "Default",
              "gen",
              Optional.empty(),
              true,
              new TreeSet<>(),
              Map.of());
      int port = i % 48 + 1;
      made.add(
          port(device, port, "Gi1/0/" + port, "user " + i, roles[i % roles.length], i % 7 == 0));
    }
    return made;
  }

  /** A port with a name and an alias. */
  public static KnownInterface port(
      Device device, int ifIndex, String name, String alias, InterfaceRole role, boolean stale) {
    return known(
        device,
        DeviceFacts.UNKNOWN,
        new NetworkInterface(
            new InterfaceKey(device.key(), name),
            ifIndex,
            name,
            "",
            alias,
            6,
            0,
            AdminStatus.UNKNOWN,
            OperStatus.NOT_PRESENT,
            "",
            List.of()),
        new Classification(
            role,
            Optional.empty(),
            false,
            Classification.Boundary.INTERNAL,
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            0.5,
            List.of()),
        Optional.empty(),
        false,
        SEEN,
        SEEN,
        stale);
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static KnownInterface known(
      Device device,
      DeviceFacts facts,
      NetworkInterface networkInterface,
      Classification classification,
      Optional<InterfaceOverride> override,
      boolean monitored,
      Instant firstSeen,
      Instant lastSeen,
      boolean stale) {
    return new KnownInterface(
        device,
        facts,
        networkInterface,
        Judgement.of(classification),
        classification,
        override,
        monitored,
        firstSeen,
        lastSeen,
        stale);
  }
}
