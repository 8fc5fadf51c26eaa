package org.opennms.plugins.trunkline.sandbox.network.metrics;

import java.util.Arrays;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortCounters;
import org.opennms.plugins.trunkline.sandbox.network.table.Packets;
import org.opennms.plugins.trunkline.sandbox.network.traffic.Flow;

/** The rates per second of one port over a time, in the order of the archive's columns. */
final class PortRates {
  /** ifHCInOctets, ifHCOutOctets, then packets, errors and discards in and out. */
  static final int COLUMNS = 8;

  private PortRates() {}

  /** Before the agents were started: what the flows carried, with healthy counters. */
  static float[] past(Port port, long from, long to) {
    Flow in = port.counters().flows().in();
    Flow out = port.counters().flows().out();
    double seconds = (to - from) / 1000.0;
    double inOctets = (in.octets(to) - in.octets(from)) / seconds;
    double outOctets = (out.octets(to) - out.octets(from)) / seconds;
    double inPackets = inOctets / in.octetsPerPacket();
    double outPackets = outOctets / out.octetsPerPacket();
    return new float[] {
      (float) inOctets,
      (float) outOctets,
      (float) unicast(inPackets),
      (float) unicast(outPackets),
      (float) (inPackets * PortCounters.HEALTHY),
      0,
      0,
      0
    };
  }

  /** As the agent's counters tell; NaN where they began anew within the time. */
  static float[] counted(Port port, long from, long to) {
    PortCounters counters = port.counters();
    float[] rates = new float[COLUMNS];
    if (counters.startedAt() > from) {
      Arrays.fill(rates, Float.NaN);
      return rates;
    }
    double seconds = (to - from) / 1000.0;
    long[] before = readings(counters, from);
    long[] after = readings(counters, to);
    for (int column = 0; column < COLUMNS; column++) {
      rates[column] = (float) ((after[column] - before[column]) / seconds);
    }
    return rates;
  }

  private static long[] readings(PortCounters counters, long at) {
    return new long[] {
      counters.inOctets(at),
      counters.outOctets(at),
      Packets.unicast(counters.inPackets(at)),
      Packets.unicast(counters.outPackets(at)),
      counters.inErrors(at),
      0,
      Packets.discards(counters.inPackets(at)),
      Packets.discards(counters.outPackets(at))
    };
  }

  private static double unicast(double packets) {
    long many = 1_000_000;
    return packets * Packets.unicast(many) / many;
  }
}
