package org.opennms.plugins.trunkline.sandbox.network.table;

/** How packets divide into kinds: fixed shares, so that each counter stays monotonic. */
final class Packets {
  private Packets() {}

  static long multicast(long packets) {
    return packets / 64;
  }

  static long broadcast(long packets) {
    return packets / 128;
  }

  static long unicast(long packets) {
    return packets - multicast(packets) - broadcast(packets);
  }

  static long discards(long packets) {
    return packets / 20_000_000;
  }
}
