package org.opennms.plugins.trunkline.sandbox.network.table;

/** How packets divide into kinds: fixed shares, so that each counter stays monotonic. */
public final class Packets {
  private Packets() {}

  /** Multicast ones. */
  public static long multicast(long packets) {
    return packets / 64;
  }

  /** Broadcast ones. */
  public static long broadcast(long packets) {
    return packets / 128;
  }

  /** The rest. */
  public static long unicast(long packets) {
    return packets - multicast(packets) - broadcast(packets);
  }

  /** Those that a port throws away. */
  public static long discards(long packets) {
    return packets / 20_000_000;
  }
}
