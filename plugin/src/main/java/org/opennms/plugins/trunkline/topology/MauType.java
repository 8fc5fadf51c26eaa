package org.opennms.plugins.trunkline.topology;

import org.opennms.plugins.trunkline.topology.PortSettings.Duplex;

/**
 * What an operational MAU type says of duplex: dot3MauType (IANA-MAU-MIB), the number behind {@code
 * dot3MauType} as lldpXdot3RemPortOperMauType carries it. Stateless.
 */
final class MauType {
  private MauType() {}

  static Duplex duplex(long type) {
    return switch ((int) type) {
      case 10, 12, 15, 17, 19, 21, 23, 25, 27, 29 -> Duplex.HALF;
      case 11, 13, 16, 18, 20, 22, 24, 26, 28, 30 -> Duplex.FULL;
      // All of 10 Gbit/s and above run in both directions only.
      default -> type >= 31 && type <= 100 ? Duplex.FULL : Duplex.UNKNOWN;
    };
  }
}
