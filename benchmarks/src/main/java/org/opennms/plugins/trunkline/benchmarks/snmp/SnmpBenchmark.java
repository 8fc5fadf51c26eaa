package org.opennms.plugins.trunkline.benchmarks.snmp;

import java.util.List;
import java.util.concurrent.Callable;
import org.opennms.plugins.trunkline.benchmarks.snmp.WalkBenchmark.Shape;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The SNMP engine beside its peers and bounds; agents in another process on the same machine. */
@Command(name = "snmp", description = "Prints what SNMP costs, as ratios to peers and bounds.")
public final class SnmpBenchmark implements Callable<Integer> {
  private static final List<String> PARTS = List.of("decode", "walk", "fleet", "wide", "keys");

  @Option(names = "--part", description = "Only these: decode, walk, fleet, wide, keys.")
  private List<String> parts = PARTS;

  @Option(names = "--quick", description = "Few rounds; ratios are rough then.")
  private boolean quick;

  /** Runs it; the exit code is 0, or 1 when something could not be measured. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SnmpBenchmark()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (parts.contains("decode")) {
      new DecodeBenchmark(quick ? 20 : 100).run();
    }
    if (parts.contains("fleet")) {
      System.out.println("The same 90 counters from every device:");
      new FleetBenchmark(quick ? 8 : 20).run();
    }
    if (parts.contains("walk")) {
      walks();
    }
    if (parts.contains("wide")) {
      WalkBenchmark wide = new WalkBenchmark(quick ? 1 : 5);
      System.out.println("20,000 interfaces with 8 columns:");
      wide.run(new Shape(20_000, 8, 0, 25), 20, 0);
      wide.run(new Shape(20_000, 8, 16, 25), 20, 0);
    }
    if (parts.contains("keys")) {
      System.out.println("Keys of 1,000 SNMPv3 devices, SHA and AES:");
      KeyBenchmark.run();
    }
    return 0;
  }

  private void walks() throws Exception {
    WalkBenchmark walk = new WalkBenchmark(quick ? 5 : 20);
    // 50 ms are spent with more requests in flight, so that twenty walks do not take minutes.
    Shape policy = new Shape(20_000, 1, 0, 25);
    Shape wide = new Shape(20_000, 1, 16, 25);
    System.out.println("Walks beside the bound, at most 1.10 without loss and 1.50 with 1 %:");
    walk.simulated(new Shape(20_000, 1, 1, 25));
    walk.run(new Shape(20_000, 1, 1, 25), 0, 0);
    walk.run(policy, 0, 0);
    walk.run(policy, 5, 0, 1);
    walk.run(wide, 50, 0, 1);
  }
}
