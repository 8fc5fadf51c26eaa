package org.opennms.plugins.trunkline.sandbox.network.device;

/** What a port is, with its ifType (IANAifType-MIB). */
public enum PortKind {
  GIGABIT(6, 1_000_000_000L),
  TEN_GIGABIT(6, 10_000_000_000L),
  HUNDRED_GIGABIT(6, 100_000_000_000L),
  LAG(161, 0),
  VLAN(136, 1_000_000_000L),
  LOOPBACK(24, 8_000_000_000L),
  MANAGEMENT(6, 100_000_000L),
  TUNNEL(131, 100_000L);

  private final int ifType;
  private final long bitsPerSecond;

  PortKind(int ifType, long bitsPerSecond) {
    this.ifType = ifType;
    this.bitsPerSecond = bitsPerSecond;
  }

  /** IF-MIB ifType. */
  public int ifType() {
    return ifType;
  }

  /** Nominal speed; 0 for a LAG, whose members decide. */
  public long bitsPerSecond() {
    return bitsPerSecond;
  }

  /** Whether a cable can be plugged in. */
  public boolean physical() {
    return ifType == 6;
  }
}
