package org.opennms.plugins.trunkline.snmp;

/**
 * Reads the subset of BER that SNMP uses (RFC 3417 section 8) from a byte array, never beyond its
 * limit and without an object per value. Used by one thread.
 *
 * <p>As lenient as agents need: lengths in any form, integers with superfluous leading octets.
 * Everything else is a {@link MalformedMessageException}.
 */
final class BerReader {
  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int NULL = 0x05;
  static final int OBJECT_ID = 0x06;
  static final int SEQUENCE = 0x30;
  static final int MAX_SUB_IDS = 128;

  private final byte[] bytes;
  private int position;
  private int limit;

  BerReader(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.position = from;
    this.limit = to;
  }

  byte[] bytes() {
    return bytes;
  }

  int position() {
    return position;
  }

  int limit() {
    return limit;
  }

  boolean atEnd() {
    return position >= limit;
  }

  /** Narrows or widens the readable part, as after {@link #enter}. */
  void limit(int newLimit) {
    limit = newLimit;
  }

  void skipTo(int newPosition) {
    position = newPosition;
  }

  int peekTag() throws MalformedMessageException {
    if (position >= limit) {
      throw new MalformedMessageException("truncated: a value is missing");
    }
    return bytes[position] & 0xff;
  }

  /** Reads any tag. */
  int tag() throws MalformedMessageException {
    int tag = peekTag();
    if ((tag & 0x1f) == 0x1f) {
      throw new MalformedMessageException("a tag of several octets");
    }
    position++;
    return tag;
  }

  /** Reads a length and checks that so many octets follow. */
  int length() throws MalformedMessageException {
    if (position >= limit) {
      throw new MalformedMessageException("truncated: a length is missing");
    }
    int first = bytes[position++] & 0xff;
    int length = first < 0x80 ? first : longLength(first & 0x7f);
    if (length > limit - position) {
      throw new MalformedMessageException(
          "a length of " + length + " where " + (limit - position) + " octets are left");
    }
    return length;
  }

  private int longLength(int octets) throws MalformedMessageException {
    if (octets == 0 || octets > 4 || octets > limit - position) {
      throw new MalformedMessageException("a length of " + octets + " octets");
    }
    int length = 0;
    for (int i = 0; i < octets; i++) {
      length = (length << 8) | (bytes[position++] & 0xff);
    }
    if (length < 0) {
      throw new MalformedMessageException("a length above 2^31");
    }
    return length;
  }

  /** Reads the header of a value of this tag and returns where it ends. */
  int enter(int expected) throws MalformedMessageException {
    int tag = tag();
    if (tag != expected) {
      throw new MalformedMessageException(
          "tag 0x" + Integer.toHexString(tag) + " instead of 0x" + Integer.toHexString(expected));
    }
    int length = length();
    return position + length;
  }

  /** Reads an INTEGER of at most 32 bits. */
  int integer() throws MalformedMessageException {
    int end = enter(INTEGER);
    long value = signed(bytes, position, end - position);
    position = end;
    if (value != (int) value) {
      throw new MalformedMessageException("an INTEGER beyond 32 bits");
    }
    return (int) value;
  }

  /** Reads an OBJECT IDENTIFIER's content into sub-identifiers and returns how many there are. */
  int objectId(int[] into) throws MalformedMessageException {
    int end = enter(OBJECT_ID);
    int count = subIds(bytes, position, end - position, into);
    position = end;
    return count;
  }

  static long signed(byte[] bytes, int from, int length) throws MalformedMessageException {
    checkInteger(bytes, from, length);
    long value = bytes[from];
    for (int i = from + 1; i < from + length; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }

  /** The low 64 bits: Counter64 above 2^63 comes out negative. */
  static long unsigned(byte[] bytes, int from, int length) throws MalformedMessageException {
    checkInteger(bytes, from, length);
    long value = 0;
    for (int i = from; i < from + length; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }

  private static void checkInteger(byte[] bytes, int from, int length)
      throws MalformedMessageException {
    if (length == 0) {
      throw new MalformedMessageException("an integer without octets");
    }
    int sign = bytes[from] < 0 ? -1 : 0;
    for (int i = from; i < from + length - 8; i++) {
      if (bytes[i] != 0 && bytes[i] != sign) {
        throw new MalformedMessageException("an integer beyond 64 bits");
      }
    }
  }

  /** Decodes sub-identifiers; the array must hold {@link #MAX_SUB_IDS}. */
  static int subIds(byte[] bytes, int from, int length, int[] into)
      throws MalformedMessageException {
    if (length == 0) {
      return 0;
    }
    int at = from;
    int end = from + length;
    if ((bytes[end - 1] & 0x80) != 0) {
      throw new MalformedMessageException("a truncated sub-identifier");
    }
    int count = 0;
    while (at < end) {
      if (count > 1 && bytes[at] >= 0 && count < MAX_SUB_IDS - 1) {
        // Nearly all of them.
        into[count++] = bytes[at++];
        continue;
      }
      long subId = 0;
      int octet;
      do {
        octet = bytes[at++] & 0xff;
        subId = (subId << 7) | (octet & 0x7f);
        if (subId > 0xffff_ffffL) {
          throw new MalformedMessageException("a sub-identifier beyond 32 bits");
        }
      } while ((octet & 0x80) != 0);
      if (count >= MAX_SUB_IDS - 1) {
        throw new MalformedMessageException("more than " + MAX_SUB_IDS + " sub-identifiers");
      }
      if (count == 0) {
        int first = (int) Math.min(2, subId / 40);
        into[count++] = first;
        into[count++] = (int) (subId - 40L * first);
      } else {
        into[count++] = (int) subId;
      }
    }
    return count;
  }
}
