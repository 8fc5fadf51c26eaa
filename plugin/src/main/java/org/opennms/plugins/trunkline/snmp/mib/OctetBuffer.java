package org.opennms.plugins.trunkline.snmp.mib;

import java.util.Arrays;

/** Octets that grow; used by one thread. */
final class OctetBuffer {
  private byte[] octets = new byte[32];
  private int size;

  int size() {
    return size;
  }

  void add(long octet) {
    if (size == octets.length) {
      octets = Arrays.copyOf(octets, size * 2);
    }
    octets[size++] = (byte) octet;
  }

  byte[] toArray() {
    return Arrays.copyOf(octets, size);
  }
}
