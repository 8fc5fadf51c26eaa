package org.opennms.plugins.trunkline.snmp.mib;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * IP addresses as octets and as text. Which kind an octet string holds is told by the label of the
 * index part before it: InetAddressType (RFC 4001) and AddressFamilyNumbers use the same words.
 */
final class Addresses {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
  private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

  private Addresses() {}

  /** The length of an address of this kind ({@code ipv4}, {@code ipV6}), 0 for another. */
  static int length(String kind) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "ipv4" -> 4;
      case "ipv6" -> 16;
      default -> 0;
    };
  }

  /** Dotted decimal, or RFC 5952; the octets are 4 or 16. */
  static String text(byte[] octets) {
    return octets.length == 4 ? dotted(octets) : groups(octets);
  }

  private static String dotted(byte[] octets) {
    StringBuilder text = new StringBuilder(15);
    for (int i = 0; i < 4; i++) {
      text.append(i == 0 ? "" : ".").append(octets[i] & 0xff);
    }
    return text.toString();
  }

  private static String groups(byte[] octets) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (octets[2 * i] & 0xff) << 8 | (octets[2 * i + 1] & 0xff);
    }
    int start = 0;
    int length = 1; // a single zero group is not shortened
    for (int i = 0; i < 8; i++) {
      int zeros = 0;
      while (i + zeros < 8 && groups[i + zeros] == 0) {
        zeros++;
      }
      if (zeros > length) {
        start = i;
        length = zeros;
      }
    }
    return length == 1
        ? joined(groups, 0, 8)
        : joined(groups, 0, start) + "::" + joined(groups, start + length, 8);
  }

  private static String joined(int[] groups, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }

  /** 4 or 16 octets of an address in numbers; names are never resolved. */
  static Optional<byte[]> parse(String text, int length) {
    boolean isNumeric = (length == 4 ? IPV4 : IPV6).matcher(text).matches();
    if (!isNumeric) {
      return Optional.empty();
    }
    try {
      byte[] octets = InetAddress.getByName(text).getAddress();
      return Optional.of(octets.length < length ? mapped(octets) : octets);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static byte[] mapped(byte[] ipv4) {
    byte[] ipv6 = new byte[16];
    System.arraycopy(MAPPED, 0, ipv6, 0, MAPPED.length);
    System.arraycopy(ipv4, 0, ipv6, MAPPED.length, 4);
    return ipv6;
  }
}
