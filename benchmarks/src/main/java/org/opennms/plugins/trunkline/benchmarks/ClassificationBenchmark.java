package org.opennms.plugins.trunkline.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.opennms.plugins.trunkline.classify.Calibration;
import org.opennms.plugins.trunkline.classify.RuleBookClassifier;
import org.opennms.plugins.trunkline.classify.provider.Providers;
import org.opennms.plugins.trunkline.classify.rule.RuleBook;
import org.opennms.plugins.trunkline.inventory.InterfaceClassifier;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.DeviceFacts;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;

/**
 * Classification as shipped beside the usual way: thirty regular expressions tried one after
 * another on name, description and alias. Both judge the same interfaces, 48 a device, on one
 * thread.
 */
public final class ClassificationBenchmark {
  private static final int DEVICES = 200;
  private static final int PORTS = 48;
  private static final int ROUNDS = 100;
  private static final String[] ALIASES = {
    "", "user port", "TO-CORE-SW2", "Transit: Example Carrier [1Gbit] {CID-4711}", "<private>",
    "facing_spine2:Ethernet1/2", "to.server12:eth0", "AP-3-17", "CAM-791", "Uplink to distribution",
    "Филиал 12", "not used", "VOIP phones floor 2", "esx-host-7 vmnic2", "Branch Dublin MPLS 50M"
  };
  private static final String[] WORDS = {
    "isp",
    "wan",
    "internet",
    "transit",
    "peering",
    "mpls",
    "uplink",
    "trunk",
    "core",
    "backbone",
    "dist",
    "server",
    "srv",
    "esx",
    "vm",
    "storage",
    "nas",
    "branch",
    "site",
    "vpn",
    "mgmt",
    "management",
    "oob",
    "loopback",
    "voice",
    "voip",
    "phone",
    "cam",
    "cctv",
    "access"
  };

  private ClassificationBenchmark() {}

  /** Prints interfaces per CPU-second of both, and the ratio. */
  public static void main(String[] arguments) {
    List<List<NetworkInterface>> devices = devices();
    InterfaceClassifier ours =
        new RuleBookClassifier(RuleBook.empty(), Providers.shipped(), Calibration.shipped());
    double rate = rate(devices, ports -> judge(ours, ports));
    List<java.util.regex.Pattern> jdk = new ArrayList<>();
    List<com.google.re2j.Pattern> re2 = new ArrayList<>();
    for (String word : WORDS) {
      String expression = "(?i)(^|[^a-z])" + word + "([^a-z]|$)";
      jdk.add(java.util.regex.Pattern.compile(expression));
      re2.add(com.google.re2j.Pattern.compile(expression));
    }
    double jdkRate = rate(devices, ports -> match(ports, t -> firstOf(jdk, t)));
    double re2Rate = rate(devices, ports -> match(ports, t -> firstOfRe2(re2, t)));
    System.out.printf("Trunkline as shipped         %,10.0f interfaces/CPU-s%n", rate);
    System.out.printf(
        "30 java.util.regex patterns  %,10.0f interfaces/CPU-s  ratio %.1f%n",
        jdkRate, rate / jdkRate);
    System.out.printf(
        "30 RE2/J patterns            %,10.0f interfaces/CPU-s  ratio %.1f%n",
        re2Rate, rate / re2Rate);
  }

  private static double rate(
      List<List<NetworkInterface>> devices, ToLongFunction<List<NetworkInterface>> work) {
    long check = 0;
    for (int warm = 0; warm < ROUNDS / 2; warm++) {
      check += devices.stream().mapToLong(work).sum();
    }
    long before = cpuNanos();
    for (int round = 0; round < ROUNDS; round++) {
      check += devices.stream().mapToLong(work).sum();
    }
    long spent = cpuNanos() - before;
    if (check == Long.MIN_VALUE) {
      System.out.println("Keeps the work from being optimised away.");
    }
    return (double) DEVICES * PORTS * ROUNDS / spent * 1e9;
  }

  private static long judge(InterfaceClassifier classifier, List<NetworkInterface> ports) {
    return classifier.classify(DEVICE, DeviceFacts.UNKNOWN, ports).stream()
        .mapToLong(j -> Math.round(j.classification().confidence() * 1000))
        .sum();
  }

  private static long match(List<NetworkInterface> ports, ToLongFunction<String> first) {
    return ports.stream()
        .mapToLong(
            p ->
                first.applyAsLong(p.ifAlias())
                    + first.applyAsLong(p.ifDescr())
                    + first.applyAsLong(p.ifName()))
        .sum();
  }

  private static long firstOf(List<java.util.regex.Pattern> patterns, String text) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matcher(text).find()) {
        return i;
      }
    }
    return -1;
  }

  private static long firstOfRe2(List<com.google.re2j.Pattern> patterns, String text) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).matcher(text).find()) {
        return i;
      }
    }
    return -1;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static final Device DEVICE =
      new Device(
          new NodeKey("1"),
          1,
          "switch.example.net",
          "Default",
          "",
          Optional.empty(),
          true,
          new TreeSet<>(),
          Map.of());

  private static List<List<NetworkInterface>> devices() {
    List<List<NetworkInterface>> devices = new ArrayList<>();
    for (int d = 0; d < DEVICES; d++) {
      List<NetworkInterface> ports = new ArrayList<>();
      for (int p = 1; p <= PORTS; p++) {
        ports.add(port(p, ALIASES[(d * 31 + p * 7) % ALIASES.length]));
      }
      devices.add(ports);
    }
    return devices;
  }

  private static NetworkInterface port(int index, String alias) {
    String name = "Gi1/0/" + index;
    return new NetworkInterface(
        new InterfaceKey(DEVICE.key(), name),
        index,
        name,
        "GigabitEthernet1/0/" + index,
        alias,
        6,
        1_000_000_000L,
        AdminStatus.UP,
        OperStatus.UP,
        "",
        List.of());
  }
}
