package org.opennms.plugins.trunkline.snmp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.snmp4j.smi.OID;

/** Reads {@link SnmpStream} blocks and believes no size in them. Used once, by one thread. */
final class SnmpStreamDecoder {
  private final ByteBuffer in;
  private int word;
  private int subId;

  SnmpStreamDecoder(byte[] block) {
    in = ByteBuffer.wrap(block);
  }

  SnmpStream decode() throws SnmpStreamException {
    header();
    byte[] requestId = octets(size());
    int count = size();
    List<OID> roots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      roots.add(root());
    }
    List<SnmpStream.Row> records = new ArrayList<>();
    while (in.hasRemaining()) {
      records.add(record(roots.size()));
    }
    return new SnmpStream(requestId, roots, records);
  }

  private void header() throws SnmpStreamException {
    require(SnmpStream.HEADER);
    int order = in.get();
    word = in.get();
    subId = in.get();
    if (order != 0 && order != 1) {
      throw bad("byte order " + order);
    }
    if ((word != 4 && word != 8) || (subId != 4 && subId != 8)) {
      throw bad("words of " + word + " octets, sub-identifiers of " + subId);
    }
    in.order(order == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    in.position(SnmpStream.HEADER);
  }

  private OID root() throws SnmpStreamException {
    int length = size();
    if (length > BerReader.MAX_SUB_IDS) {
      throw bad("a root of " + length + " sub-identifiers");
    }
    int[] subIds = new int[length];
    for (int i = 0; i < length; i++) {
      subIds[i] = (int) number(word);
    }
    return new OID(subIds);
  }

  private SnmpStream.Row record(int roots) throws SnmpStreamException {
    int start = in.position();
    int size = size();
    long timestamp = number(word);
    int root = size();
    if (root >= roots) {
      throw bad("root " + root + " of " + roots);
    }
    ValueType type = type((int) number(word));
    int[] index = subIds(size());
    int length = size();
    SnmpStream.Row row = value(timestamp, root, type, index, length);
    if (in.position() != start + size) {
      throw bad("a record of " + size + " octets that takes " + (in.position() - start));
    }
    return row;
  }

  private ValueType type(int tag) throws SnmpStreamException {
    try {
      return ValueType.of(tag);
    } catch (MalformedMessageException e) {
      throw bad(e.getMessage());
    }
  }

  private SnmpStream.Row value(long timestamp, int root, ValueType type, int[] index, int length)
      throws SnmpStreamException {
    if (type.isNumber()) {
      if (length != 4 && length != 8) {
        throw bad("a number of " + length + " octets");
      }
      long number = number(length);
      skipPadding(length);
      return new SnmpStream.Row(timestamp, root, type, index, number, new byte[0]);
    }
    if (type != ValueType.OBJECT_ID) {
      return new SnmpStream.Row(timestamp, root, type, index, 0, octets(length));
    }
    int[] subIds = subIds(length);
    ByteBuffer bigEndian = ByteBuffer.allocate(subIds.length * 4);
    bigEndian.asIntBuffer().put(subIds);
    return new SnmpStream.Row(timestamp, root, type, index, 0, bigEndian.array());
  }

  private int[] subIds(int length) throws SnmpStreamException {
    if (length % subId != 0 || length / subId > BerReader.MAX_SUB_IDS) {
      throw bad("sub-identifiers of " + length + " octets");
    }
    int[] subIds = new int[length / subId];
    for (int i = 0; i < subIds.length; i++) {
      subIds[i] = (int) number(subId);
    }
    skipPadding(length);
    return subIds;
  }

  private byte[] octets(int length) throws SnmpStreamException {
    require(length);
    byte[] octets = new byte[length];
    in.get(octets);
    skipPadding(length);
    return octets;
  }

  private void skipPadding(int length) throws SnmpStreamException {
    int padding = (word - length % word) % word;
    require(padding);
    in.position(in.position() + padding);
  }

  /** A word that counts something in this block. */
  private int size() throws SnmpStreamException {
    long size = number(word);
    if (size < 0 || size > in.capacity()) {
      throw bad("a size of " + size);
    }
    return (int) size;
  }

  private long number(int octets) throws SnmpStreamException {
    require(octets);
    return octets == 4 ? in.getInt() : in.getLong();
  }

  private void require(int octets) throws SnmpStreamException {
    if (in.remaining() < octets) {
      throw bad("the block ends early");
    }
  }

  private SnmpStreamException bad(String why) {
    return new SnmpStreamException(in.position(), why);
  }
}
