package org.opennms.plugins.trunkline.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A contiguous range of IPv4 or IPv6 addresses.
 *
 * @param text as written
 * @param family length of an address in octets, 4 or 16
 * @param first as an unsigned number
 * @param last as an unsigned number, not below the first
 */
public record AddressRange(String text, int family, BigInteger first, BigInteger last) {
  // Nothing but literals: a name would be looked up in the DNS.
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /**
   * Reads {@code 192.0.2.1}, {@code 192.0.2.0/24}, {@code 192.0.2.1-192.0.2.9} or the same with
   * IPv6; empty when it is none of these.
   */
  public static Optional<AddressRange> parse(String text) {
    String trimmed = text.trim();
    int slash = trimmed.indexOf('/');
    int dash = trimmed.indexOf('-');
    if (slash > 0) {
      return cidr(trimmed, trimmed.substring(0, slash), trimmed.substring(slash + 1));
    }
    String from = dash > 0 ? trimmed.substring(0, dash) : trimmed;
    String to = dash > 0 ? trimmed.substring(dash + 1) : trimmed;
    return literal(from).flatMap(a -> literal(to).flatMap(b -> between(trimmed, a, b)));
  }

  /** Whether the address lies in the range. */
  public boolean contains(InetAddress address) {
    byte[] octets = address.getAddress();
    if (octets.length != family) {
      return false;
    }
    BigInteger value = new BigInteger(1, octets);
    return first.compareTo(value) <= 0 && last.compareTo(value) >= 0;
  }

  private static Optional<AddressRange> cidr(String text, String network, String length) {
    return literal(network)
        .flatMap(
            octets -> {
              int bits = octets.length * 8;
              if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > bits) {
                return Optional.empty();
              }
              int host = bits - Integer.parseInt(length);
              BigInteger first = new BigInteger(1, octets).shiftRight(host).shiftLeft(host);
              BigInteger size = BigInteger.ONE.shiftLeft(host);
              BigInteger last = first.add(size).subtract(BigInteger.ONE);
              return Optional.of(new AddressRange(text, octets.length, first, last));
            });
  }

  private static Optional<AddressRange> between(String text, byte[] from, byte[] to) {
    BigInteger first = new BigInteger(1, from);
    BigInteger last = new BigInteger(1, to);
    return from.length != to.length || first.compareTo(last) > 0
        ? Optional.empty()
        : Optional.of(new AddressRange(text, from.length, first, last));
  }

  private static Optional<byte[]> literal(String text) {
    String trimmed = text.trim();
    if (!LITERAL.matcher(trimmed).matches()
        || (!trimmed.contains(":") && !trimmed.matches("\\d+(\\.\\d+){3}"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(trimmed).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
