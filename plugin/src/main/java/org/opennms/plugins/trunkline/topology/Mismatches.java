package org.opennms.plugins.trunkline.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.model.LinkMismatch.Kind;
import org.opennms.plugins.trunkline.topology.PortSettings.Duplex;

/** Compares the two ends of a link. What an end does not tell itself, the other has been told. */
final class Mismatches {
  /** Vendors count the Ethernet header, a VLAN tag or two and the check sum into ifMtu, or not. */
  private static final List<Integer> HEADERS = List.of(4, 8, 14, 18, 22, 26);

  private static final long MEGABIT = 1_000_000;

  private Mismatches() {}

  /**
   * What differs.
   *
   * @param a what the first end says of itself
   * @param b what the second end says of itself
   * @param aTold what the second end was told of the first
   * @param bTold what the first end was told of the second
   */
  static List<LinkMismatch> between(
      PortSettings a, PortSettings b, PortSettings aTold, PortSettings bTold) {
    List<LinkMismatch> found = new ArrayList<>();
    long speedA = first(a.speed(), aTold.speed());
    long speedB = first(b.speed(), bTold.speed());
    if (differ(speedA, speedB)) {
      found.add(new LinkMismatch(Kind.SPEED, speed(speedA), speed(speedB)));
    }
    Duplex duplexA = a.duplex() == Duplex.UNKNOWN ? aTold.duplex() : a.duplex();
    Duplex duplexB = b.duplex() == Duplex.UNKNOWN ? bTold.duplex() : b.duplex();
    if (duplexA != duplexB && duplexA != Duplex.UNKNOWN && duplexB != Duplex.UNKNOWN) {
      found.add(new LinkMismatch(Kind.DUPLEX, duplex(duplexA), duplex(duplexB)));
    }
    long mtuA = first(a.mtu(), aTold.mtu());
    long mtuB = first(b.mtu(), bTold.mtu());
    if (differ(mtuA, mtuB) && !HEADERS.contains((int) Math.abs(mtuA - mtuB))) {
      found.add(new LinkMismatch(Kind.MTU, Long.toString(mtuA), Long.toString(mtuB)));
    }
    long vlanA = first(a.nativeVlan(), aTold.nativeVlan());
    long vlanB = first(b.nativeVlan(), bTold.nativeVlan());
    if (differ(vlanA, vlanB)) {
      found.add(new LinkMismatch(Kind.NATIVE_VLAN, Long.toString(vlanA), Long.toString(vlanB)));
    }
    return found;
  }

  private static long first(long own, long told) {
    return own > 0 ? own : told;
  }

  private static boolean differ(long a, long b) {
    return a > 0 && b > 0 && a != b;
  }

  private static String speed(long bits) {
    return bits >= MEGABIT ? bits / MEGABIT + " Mbit/s" : bits + " bit/s";
  }

  private static String duplex(Duplex duplex) {
    return duplex.name().toLowerCase(Locale.ROOT);
  }
}
