package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;

/**
 * Writes BER from the end to the start, so that every length is known when its header is written.
 * Used by one thread; {@link #reset} starts a new message in the same buffer.
 */
final class BerWriter {
  private byte[] bytes = new byte[2048];
  private int start = bytes.length;

  void reset() {
    start = bytes.length;
  }

  /** How many octets are written; a mark for {@link #wrap}. */
  int size() {
    return bytes.length - start;
  }

  byte[] toByteArray() {
    return Arrays.copyOfRange(bytes, start, bytes.length);
  }

  void octet(int value) {
    if (start == 0) {
      grow(1);
    }
    bytes[--start] = (byte) value;
  }

  void raw(byte[] content) {
    if (start < content.length) {
      grow(content.length);
    }
    start -= content.length;
    System.arraycopy(content, 0, bytes, start, content.length);
  }

  void octetString(byte[] content) {
    int mark = size();
    raw(content);
    wrap(BerReader.OCTET_STRING, mark);
  }

  void integer(long value) {
    int mark = size();
    long rest = value;
    do {
      octet((int) rest);
      rest >>= 8;
    } while (rest != (bytes[start] < 0 ? -1 : 0));
    wrap(BerReader.INTEGER, mark);
  }

  /** A number below 2^32 of an application type, TimeTicks for example. */
  void unsigned(long value, int tag) {
    int mark = size();
    long rest = value;
    do {
      octet((int) rest);
      rest >>= 8;
    } while (rest != 0);
    if (bytes[start] < 0) {
      octet(0);
    }
    wrap(tag, mark);
  }

  void objectId(int[] subIds) {
    int mark = size();
    for (int i = subIds.length - 1; i >= 2; i--) {
      subId(subIds[i] & 0xffff_ffffL);
    }
    int first = subIds.length > 0 ? subIds[0] : 0;
    subId(40L * first + (subIds.length > 1 ? subIds[1] & 0xffff_ffffL : 0));
    wrap(BerReader.OBJECT_ID, mark);
  }

  private void subId(long value) {
    octet((int) (value & 0x7f));
    for (long rest = value >> 7; rest != 0; rest >>= 7) {
      octet((int) ((rest & 0x7f) | 0x80));
    }
  }

  /** Puts tag and length before everything that was written since the mark. */
  void wrap(int tag, int mark) {
    int length = size() - mark;
    if (length < 0x80) {
      octet(length);
    } else {
      int octets = 0;
      for (int rest = length; rest != 0; rest >>>= 8) {
        octet(rest);
        octets++;
      }
      octet(0x80 | octets);
    }
    octet(tag);
  }

  private void grow(int needed) {
    byte[] larger = new byte[bytes.length * 2 + needed];
    int size = size();
    System.arraycopy(bytes, start, larger, larger.length - size, size);
    start = larger.length - size;
    bytes = larger;
  }
}
