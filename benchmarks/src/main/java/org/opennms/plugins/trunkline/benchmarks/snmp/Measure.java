package org.opennms.plugins.trunkline.benchmarks.snmp;

import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.opennms.plugins.trunkline.snmp.RequestOptions;
import org.opennms.plugins.trunkline.snmp.SnmpSecurity;
import org.opennms.plugins.trunkline.snmp.SnmpTarget;
import org.opennms.plugins.trunkline.snmp.TableRequest;
import org.opennms.plugins.trunkline.snmp.TableResult;
import org.snmp4j.smi.OID;

/** What the benchmarks share. Stateless. */
final class Measure {
  private static final OID ENTRY = new OID("1.3.6.1.2.1.31.1.1.1");

  private Measure() {}

  /** CPU time of this process, all threads. */
  static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** So many columns of the agents' table. */
  static List<OID> columns(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new OID(ENTRY).append(CounterTable.FIRST_COLUMN + i))
        .toList();
  }

  static TableRequest table(int columns) {
    return TableRequest.of(columns(columns));
  }

  static SnmpTarget target(InetSocketAddress address, int repetitions) {
    return new SnmpTarget(
        address,
        new SnmpSecurity.Community(false, "public"),
        new RequestOptions(Duration.ofSeconds(3), 3, repetitions));
  }

  /** The result of a walk that must be whole. */
  static TableResult whole(CompletableFuture<TableResult> walk, int rows) throws Exception {
    TableResult result = walk.get(5, TimeUnit.MINUTES);
    if (result.failure().isPresent() || result.rows() != rows) {
      throw new IllegalStateException(result.rows() + " rows, " + result.failure());
    }
    return result;
  }
}
