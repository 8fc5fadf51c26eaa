package org.opennms.plugins.trunkline.wire;

/**
 * Steps over the top-level fields of a protobuf message (encoding as in the protobuf specification,
 * without the deprecated groups). Not thread-safe.
 */
final class WireReader {
  static final int LENGTH_DELIMITED = 2;

  private static final int MOST_VARINT_BYTES = 10;
  private static final int MOST_FIELD = (1 << 29) - 1;

  private final byte[] bytes;
  private int position;

  WireReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The next field, or null at the end. */
  Field next() throws MalformedException {
    if (position == bytes.length) {
      return null;
    }
    int start = position;
    long tag = varint();
    long number = tag >>> 3;
    int type = (int) (tag & 7);
    if (number < 1 || number > MOST_FIELD) {
      throw new MalformedException("a field number out of range at byte " + start);
    }
    int content = skip(type, start);
    return new Field((int) number, type, start, content, position);
  }

  /** Steps over a value and gives where it began (behind the length, where there is one). */
  private int skip(int type, int start) throws MalformedException {
    int begin = position;
    switch (type) {
      case 0 -> varint();
      case 1 -> advance(8, start);
      case 5 -> advance(4, start);
      case LENGTH_DELIMITED -> {
        long length = varint();
        begin = position;
        advance(length, start);
      }
      default -> throw new MalformedException("wire type " + type + " at byte " + start);
    }
    return begin;
  }

  private void advance(long count, int start) throws MalformedException {
    if (count < 0 || count > bytes.length - position) {
      throw new MalformedException("torn: the field at byte " + start + " ends behind the end");
    }
    position += (int) count;
  }

  private long varint() throws MalformedException {
    long value = 0;
    for (int i = 0; i < MOST_VARINT_BYTES; i++) {
      if (position == bytes.length) {
        throw new MalformedException("torn: it ends within a number");
      }
      byte next = bytes[position++];
      value |= (long) (next & 0x7f) << (7 * i);
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedException("a number of more than 10 bytes at byte " + position);
  }

  /**
   * One field.
   *
   * @param start of its tag
   * @param content where its value begins, behind the length
   * @param end behind its last byte
   */
  record Field(int number, int type, int start, int content, int end) {}

  /** The bytes are not a protobuf message. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
      super(message);
    }
  }
}
