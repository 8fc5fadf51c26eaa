package org.opennms.plugins.trunkline.classify;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.opennms.plugins.trunkline.model.InterfaceAddress;

/** What an interface's address says of its place in the network. */
enum AddressKind {
  /** 127.0.0.0/8 or ::1. */
  LOOPBACK,
  /** With a /32 or /128 mask. */
  HOST,
  /** Routed on the Internet, with a mask for two ends: /30, /31, /126, /127. */
  PUBLIC_LINK,
  /** Not routed on the Internet (RFC 1918, RFC 4193), with a mask for two ends. */
  PRIVATE_LINK,
  /** Routed on the Internet. */
  PUBLIC,
  /** 100.64.0.0/10 (RFC 6598), between a provider and its customers. */
  SHARED,
  /** All others. */
  PRIVATE;

  static AddressKind of(InterfaceAddress interfaceAddress) {
    InetAddress address = interfaceAddress.address();
    byte[] octets = address.getAddress();
    int prefix = interfaceAddress.prefixLength();
    int bits = 8 * octets.length;
    if (address.isLoopbackAddress()) {
      return LOOPBACK;
    }
    if (address.isLinkLocalAddress()) {
      return PRIVATE;
    }
    if (prefix == bits) {
      return HOST;
    }
    boolean link = prefix == bits - 1 || prefix == bits - 2;
    if (isPrivate(address, octets)) {
      return link ? PRIVATE_LINK : PRIVATE;
    }
    if (octets[0] == 100 && bits == 32 && (octets[1] & 0xC0) == 0x40) {
      return SHARED;
    }
    return link ? PUBLIC_LINK : PUBLIC;
  }

  private static boolean isPrivate(InetAddress address, byte[] octets) {
    boolean uniqueLocal = address instanceof Inet6Address && (octets[0] & 0xFE) == 0xFC;
    boolean unusable = address.isMulticastAddress() || octets[0] == 0 || octets[0] == (byte) 128;
    return uniqueLocal || address.isSiteLocalAddress() || unusable;
  }
}
