package org.opennms.plugins.trunkline.sandbox.network.device;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An IP address of a port.
 *
 * @param address IPv4 or IPv6
 * @param prefixLength bits
 */
public record InterfaceAddress(InetAddress address, int prefixLength) {

  /** An IPv4 address from its number. */
  public static InterfaceAddress ipv4(int number, int prefixLength) {
    byte[] octets = {
      (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
    };
    return new InterfaceAddress(of(octets), prefixLength);
  }

  /** An IPv6 address from its two halves. */
  public static InterfaceAddress ipv6(long high, long low, int prefixLength) {
    byte[] octets = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    return new InterfaceAddress(of(octets), prefixLength);
  }

  private static InetAddress of(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("an address has 4 or 16 octets, not " + octets.length, e);
    }
  }

  /** Whether it is IPv4. */
  public boolean isIpv4() {
    return address instanceof Inet4Address;
  }

  /** 4 or 16 octets. */
  public byte[] octets() {
    return address.getAddress();
  }

  /** The octets as sub-identifiers. */
  public int[] subIdentifiers() {
    byte[] octets = octets();
    int[] result = new int[octets.length];
    Arrays.setAll(result, position -> octets[position] & 0xff);
    return result;
  }

  /** The network mask of an IPv4 address. */
  public byte[] mask() {
    int bits = prefixLength == 0 ? 0 : -1 << (32 - prefixLength);
    return ipv4(bits, prefixLength).octets();
  }
}
