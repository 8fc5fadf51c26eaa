package org.opennms.plugins.trunkline.config;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A range of IP addresses, both ends included. Names are never resolved.
 *
 * @param first lowest address
 * @param last highest address, of the same family
 */
public record AddressRange(InetAddress first, InetAddress last) {
  /** Rejects mixed families and a range that runs backwards. */
  public AddressRange {
    if (first.getAddress().length != last.getAddress().length
        || Arrays.compareUnsigned(first.getAddress(), last.getAddress()) > 0) {
      throw new IllegalArgumentException(first + " to " + last + " is no range");
    }
  }

  /** Whether the address lies in the range. */
  public boolean contains(InetAddress address) {
    byte[] octets = address.getAddress();
    return octets.length == first.getAddress().length
        && Arrays.compareUnsigned(first.getAddress(), octets) <= 0
        && Arrays.compareUnsigned(octets, last.getAddress()) <= 0;
  }

  /**
   * Reads {@code 192.0.2.1}, {@code 192.0.2.0/24} or {@code 192.0.2.1-192.0.2.9}, and the same in
   * IPv6.
   *
   * @return empty for anything else, a range that runs backwards included
   */
  public static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    if (slash >= 0) {
      return IpLiteral.parse(text.substring(0, slash))
          .flatMap(base -> network(base, text.substring(slash + 1)));
    }
    int dash = text.indexOf('-');
    if (dash < 0) {
      return IpLiteral.parse(text).map(single -> new AddressRange(single, single));
    }
    return IpLiteral.parse(text.substring(0, dash).trim())
        .flatMap(
            low ->
                IpLiteral.parse(text.substring(dash + 1).trim())
                    .flatMap(high -> between(low, high)));
  }

  private static Optional<AddressRange> between(InetAddress low, InetAddress high) {
    boolean ordered =
        low.getAddress().length == high.getAddress().length
            && Arrays.compareUnsigned(low.getAddress(), high.getAddress()) <= 0;
    return ordered ? Optional.of(new AddressRange(low, high)) : Optional.empty();
  }

  private static Optional<AddressRange> network(InetAddress base, String prefix) {
    int bits = base.getAddress().length * 8;
    if (!prefix.matches("\\d{1,3}") || Integer.parseInt(prefix) > bits) {
      return Optional.empty();
    }
    byte[] low = base.getAddress();
    byte[] high = base.getAddress();
    for (int bit = Integer.parseInt(prefix); bit < bits; bit++) {
      int mask = 0x80 >> (bit & 7);
      low[bit >> 3] &= (byte) ~mask;
      high[bit >> 3] |= (byte) mask;
    }
    return Optional.of(new AddressRange(of(low), of(high)));
  }

  private static InetAddress of(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 and 16 octets are always an address", e);
    }
  }

  @Override
  public String toString() {
    String family = first instanceof Inet4Address ? "IPv4 " : "IPv6 ";
    return first.equals(last)
        ? first.getHostAddress()
        : family + first.getHostAddress() + "-" + last.getHostAddress();
  }
}
