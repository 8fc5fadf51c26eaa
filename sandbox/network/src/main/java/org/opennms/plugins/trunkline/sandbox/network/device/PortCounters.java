package org.opennms.plugins.trunkline.sandbox.network.device;

/**
 * What a port has counted since its device booted: a function of its flows and the time.
 *
 * <p>Thread-safe.
 */
public final class PortCounters {

  /** Errors per packet of a healthy port. */
  public static final double HEALTHY = 1e-8;

  private final Port.Flows flows;
  private volatile Start start = new Start(0, 0, 0);
  private volatile Errors errors = new Errors(0, 0, HEALTHY);

  /** The flows' readings at boot. */
  private record Start(long at, long in, long out) {}

  /** From a number of packets on, a share of them is broken. */
  private record Errors(double before, long packets, double ratio) {
    double at(long now) {
      return before + ratio * (now - packets);
    }
  }

  PortCounters(Port.Flows flows) {
    this.flows = flows;
  }

  /** The flows in both directions. */
  public Port.Flows flows() {
    return flows;
  }

  /** All counters begin at 0 at an instant (milliseconds since the epoch). */
  public void restart(long at) {
    start = new Start(at, flows.in().octets(at), flows.out().octets(at));
    errors = new Errors(0, inPackets(at), HEALTHY);
  }

  /** When counting began, in milliseconds since the epoch. */
  public long startedAt() {
    return start.at();
  }

  /** IF-MIB ifHCInOctets. */
  public long inOctets(long now) {
    return Math.max(0, flows.in().octets(now) - start.in());
  }

  /** IF-MIB ifHCOutOctets. */
  public long outOctets(long now) {
    return Math.max(0, flows.out().octets(now) - start.out());
  }

  /** Packets received, of all kinds. */
  public long inPackets(long now) {
    return inOctets(now) / flows.in().octetsPerPacket();
  }

  /** Packets sent, of all kinds. */
  public long outPackets(long now) {
    return outOctets(now) / flows.out().octetsPerPacket();
  }

  /** IF-MIB ifInErrors. */
  public long inErrors(long now) {
    return (long) errors.at(inPackets(now));
  }

  /** From now on a share of the packets received is broken. */
  public void breakPackets(double ratio, long now) {
    long packets = inPackets(now);
    errors = new Errors(errors.at(packets), packets, ratio);
  }
}
