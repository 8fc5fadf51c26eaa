package org.opennms.plugins.trunkline.model;

import java.net.InetAddress;
import java.util.Objects;

/**
 * An address on an interface (ipAdEntAddr, ipAddressAddr).
 *
 * @param address IPv4 or IPv6
 * @param prefixLength 0..32 or 0..128; -1 where the device did not say
 */
public record InterfaceAddress(InetAddress address, int prefixLength) {
  /** Rejects a missing address. */
  public InterfaceAddress {
    Objects.requireNonNull(address, "address");
  }

  @Override
  public String toString() {
    return prefixLength < 0
        ? address.getHostAddress()
        : address.getHostAddress() + "/" + prefixLength;
  }
}
