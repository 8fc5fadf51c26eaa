package org.opennms.plugins.trunkline.topology;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.opennms.plugins.trunkline.config.IpLiteral;

/** IP addresses as ids, indexes and text carry them. Stateless. */
final class NetworkAddress {
  private static final int IPV4 = 4;
  private static final int IPV6 = 16;

  private NetworkAddress() {}

  /** 4 or 16 octets, or text. */
  static Optional<InetAddress> of(byte[] octets) {
    if (octets.length == IPV4 || octets.length == IPV6) {
      Optional<InetAddress> literal = literal(octets);
      return literal.isPresent() ? literal : Optional.of(fromOctets(octets));
    }
    return literal(octets);
  }

  /**
   * As IEEE 802.1AB's networkAddress has it: one octet of IANA's address family numbers (1 IPv4, 2
   * IPv6), then the address. Agents leave the family out, or send text.
   */
  static Optional<InetAddress> withFamily(byte[] octets) {
    boolean isV4 = octets.length == 1 + IPV4 && octets[0] == 1;
    boolean isV6 = octets.length == 1 + IPV6 && octets[0] == 2;
    return isV4 || isV6
        ? Optional.of(fromOctets(Arrays.copyOfRange(octets, 1, octets.length)))
        : of(octets);
  }

  /** From sub-identifiers, one an octet; some agents send the text's characters. */
  static Optional<InetAddress> ofIndex(TableIndex index, int start, int end) {
    byte[] octets = new byte[Math.max(0, end - start)];
    for (int i = 0; i < octets.length; i++) {
      int subId = index.at(start + i);
      if ((subId & ~0xff) != 0) {
        return Optional.empty();
      }
      octets[i] = (byte) subId;
    }
    return of(octets);
  }

  /**
   * A tail {@code type, [length,] octets} of an index; the length is missing in some agents.
   *
   * @param start position of the type
   */
  static Optional<InetAddress> tail(TableIndex index, int start) {
    int first = start + 1;
    int rest = index.length() - first;
    if (rest == IPV4 || rest == IPV6) {
      return ofIndex(index, first, index.length());
    }
    return rest > 1 && index.at(first) == rest - 1
        ? ofIndex(index, first + 1, index.length())
        : Optional.empty();
  }

  /** Whether it can tell which device has it: no loopback, link-local, any or group address. */
  static boolean isTelling(InetAddress address) {
    byte[] octets = address.getAddress();
    boolean isBroadcast = octets.length == IPV4 && (octets[0] & 0xff) >= 224;
    return !(address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || isBroadcast
        || octets[0] == 0);
  }

  private static Optional<InetAddress> literal(byte[] octets) {
    return octets.length > 1 && OctetText.isPrintable(octets)
        ? IpLiteral.parse(OctetText.of(octets))
        : Optional.empty();
  }

  private static InetAddress fromOctets(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 and 16 octets are always an address", e);
    }
  }
}
