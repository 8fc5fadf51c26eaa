package org.opennms.plugins.trunkline.benchmarks;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.topology.Announced;
import org.opennms.plugins.trunkline.topology.DeviceReport;
import org.opennms.plugins.trunkline.topology.Identifier;
import org.opennms.plugins.trunkline.topology.Identifier.Kind;
import org.opennms.plugins.trunkline.topology.LocalPort;
import org.opennms.plugins.trunkline.topology.NetworkTopology;
import org.opennms.plugins.trunkline.topology.Observation;
import org.opennms.plugins.trunkline.topology.Port;
import org.opennms.plugins.trunkline.topology.PortSettings;
import org.opennms.plugins.trunkline.topology.TopologyDevice;

/**
 * Topology of 10,000 devices and 60,000 observations, from memory and on one thread: the shipped
 * resolver beside the obvious one, which looks through all devices for each neighbour. Then one
 * device's change.
 */
public final class TopologyBenchmark {
  private static final int DEVICES = 10_000;
  private static final int PORTS = 8;
  private static final int NEIGHBOURS = 3;
  private static final int ROUNDS = 5;
  private static final int CHANGES = 2_000;
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Set<LinkSource> ALL = EnumSet.allOf(LinkSource.class);

  private TopologyBenchmark() {}

  /** Prints the figures; fails where the links found are not the links built. */
  public static void main(String[] arguments) {
    List<DeviceReport> network = network();
    long observations = network.stream().mapToLong(r -> r.observations().size()).sum();
    System.out.printf("%,d devices, %,d observations, one thread%n", DEVICES, observations);
    double resolved = best(() -> resolveAll(network));
    double scanned = seconds(() -> scanAll(network));
    System.out.printf("%-46s %8.3f s CPU%n", "Trunkline, all at once, links folded", resolved);
    System.out.printf(
        "%-46s %8.3f s CPU, %.0f times as much%n",
        "peer: each neighbour looked for in all devices", scanned, scanned / resolved);
    NetworkTopology topology = resolveAll(network);
    double change = seconds(() -> changeSome(topology, network)) / CHANGES;
    System.out.printf(
        "%-46s %8.6f s CPU, 1/%.0f of all%n",
        "Trunkline, one device's change", change, resolved / change);
    double snapshot = seconds(() -> look(topology));
    System.out.printf("%-46s %8.3f s CPU%n", "a snapshot of everything", snapshot);
  }

  /** A ring with chords: each device sees three before and three behind it. */
  private static List<DeviceReport> network() {
    List<DeviceReport> reports = new ArrayList<>(DEVICES);
    for (int i = 0; i < DEVICES; i++) {
      reports.add(report(i, 0));
    }
    return reports;
  }

  private static DeviceReport report(int number, int first) {
    List<Observation> seen = new ArrayList<>(2 * NEIGHBOURS);
    for (int n = 1 + first; n <= NEIGHBOURS; n++) {
      seen.add(observation(number, n, (number + n) % DEVICES, NEIGHBOURS + n));
      seen.add(observation(number, NEIGHBOURS + n, (number + DEVICES - n) % DEVICES, n));
    }
    return new DeviceReport(device(number), ALL, seen, NOW, NOW.plusSeconds(1_000_000));
  }

  private static Observation observation(int from, int port, int to, int remotePort) {
    LocalPort local =
        new LocalPort(Optional.of(key(from, port)), "Gi0/" + port, "lldpLocPortTable");
    // A third announces only a name, as CDP does.
    boolean hasChassis = to % 3 != 0;
    Announced announced =
        new Announced(
            hasChassis ? new Identifier(Kind.MAC, mac(to, 0)) : new Identifier(Kind.TEXT, name(to)),
            new Identifier(Kind.NAME, "GigabitEthernet0/" + remotePort),
            "",
            name(to),
            "Example OS",
            List.of(address(to)),
            Set.of(),
            0,
            PortSettings.UNKNOWN);
    LinkSource source = hasChassis ? LinkSource.LLDP : LinkSource.CDP;
    return new Observation(local, source, announced, Optional.empty());
  }

  private static TopologyDevice device(int number) {
    List<Port> ports = new ArrayList<>(PORTS);
    for (int p = 1; p <= PORTS; p++) {
      ports.add(
          new Port(
              key(number, p),
              p,
              "Gi0/" + p,
              "GigabitEthernet0/" + p,
              "",
              6,
              mac(number, p),
              Port.LldpPort.NONE,
              p,
              0,
              PortSettings.UNKNOWN,
              List.of()));
    }
    return new TopologyDevice(
        new NodeKey("bench:" + number),
        name(number),
        name(number),
        Set.of(new Identifier(Kind.MAC, mac(number, 0))),
        mac(number, 0),
        Set.of(address(number)),
        ports);
  }

  private static InterfaceKey key(int number, int port) {
    return new InterfaceKey(new NodeKey("bench:" + number), "Gi0/" + port);
  }

  private static String name(int number) {
    return "sw" + number + ".example.net";
  }

  private static String mac(int number, int port) {
    return String.format("00:1b:%02x:%02x:00:%02x", number >> 8, number & 0xff, port);
  }

  private static InetAddress address(int number) {
    try {
      return InetAddress.getByAddress(
          new byte[] {(byte) 198, 18, (byte) (number >> 8), (byte) number});
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 octets are always an address", e);
    }
  }

  private static NetworkTopology resolveAll(List<DeviceReport> network) {
    NetworkTopology topology = new NetworkTopology();
    long confirmed =
        topology.acceptAll(network).appeared().stream()
            .filter(link -> link.state() == LinkState.CONFIRMED)
            .filter(Link::isBetweenNodes)
            .count();
    if (confirmed != (long) DEVICES * NEIGHBOURS) {
      throw new IllegalStateException(confirmed + " links found, built " + DEVICES * NEIGHBOURS);
    }
    return topology;
  }

  private static void look(NetworkTopology topology) {
    if (topology.snapshot().links().size() != DEVICES * NEIGHBOURS) {
      throw new IllegalStateException("links are missing after changes that were taken back");
    }
  }

  /** What most scripts do: no index, first match, nothing folded. */
  private static long scanAll(List<DeviceReport> network) {
    long found = 0;
    for (DeviceReport report : network) {
      for (Observation seen : report.observations()) {
        for (DeviceReport other : network) {
          if (other.device().chassis().contains(seen.announced().chassis())
              || other.device().sysName().equals(seen.announced().name())) {
            found++;
            break;
          }
        }
      }
    }
    return found;
  }

  private static int changeSome(NetworkTopology topology, List<DeviceReport> network) {
    int changes = 0;
    for (int i = 0; i < CHANGES / 2; i++) {
      int number = i * 7 % DEVICES;
      changes += topology.accept(report(number, 1)).changed().size();
      changes += topology.accept(network.get(number)).changed().size();
    }
    if (changes == 0) {
      throw new IllegalStateException("no link changed");
    }
    return changes;
  }

  private static double best(Runnable work) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, seconds(work));
    }
    return best;
  }

  private static double seconds(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - before) / 1e9;
  }
}
