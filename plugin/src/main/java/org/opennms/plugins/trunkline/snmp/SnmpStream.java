package org.opennms.plugins.trunkline.snmp;

import java.nio.ByteOrder;
import java.util.List;
import org.snmp4j.smi.OID;

/**
 * A block in the public <em>snmp-stream</em> layout, for other tools. A header of 16 octets (byte
 * order: 0 little, 1 big; word size; size of a sub-identifier; 13 reserved), then words: request
 * id, root OIDs with one sub-identifier a word, records.
 *
 * <p>What the layout leaves open, and what is chosen here: a record's size counts octets and
 * includes its own word; the sizes of index and value count octets without padding; padding is zero
 * and comes last; sub-identifiers of an index, and of a value that is an OBJECT IDENTIFIER, take
 * the header's size each; the timestamp is milliseconds since 1970; the value's type is its BER
 * tag; numbers take one word of 8 octets, Integer32 with its sign; reserved octets are zero and
 * ignored.
 *
 * @param requestId any octets
 * @param roots columns
 * @param records in the block's order
 */
@SuppressWarnings("ArrayRecordComponent") // compared by their parts only
public record SnmpStream(byte[] requestId, List<OID> roots, List<Row> records) {
  static final int HEADER = 16;
  static final int WORD = 8;

  /** Copies the lists. */
  public SnmpStream {
    roots = List.copyOf(roots);
    records = List.copyOf(records);
  }

  /**
   * One varbind.
   *
   * @param timestamp milliseconds since 1970
   * @param root position in {@link SnmpStream#roots}
   * @param type of the value
   * @param index sub-identifiers after the root
   * @param number of a value that is a number, Counter64 unsigned; else 0
   * @param octets of a value that is no number; an OBJECT IDENTIFIER's sub-identifiers big-endian,
   *     4 octets each
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by their parts only
  public record Row(
      long timestamp, int root, ValueType type, int[] index, long number, byte[] octets) {}

  /**
   * Writes columns as a block: words of 8 octets, sub-identifiers of 4; 64 octets for a counter
   * with a short index.
   *
   * @param requestId any octets
   * @param timestamp when the columns were read, milliseconds since 1970
   */
  public static byte[] encode(
      byte[] requestId, long timestamp, List<Column> columns, ByteOrder order) {
    return new SnmpStreamEncoder(order).encode(requestId, timestamp, columns);
  }

  /**
   * Reads a block of any byte order, with words of 4 or 8 octets and sub-identifiers of 4 or 8.
   *
   * @throws SnmpStreamException when it is none, or ends early
   */
  public static SnmpStream decode(byte[] block) throws SnmpStreamException {
    return new SnmpStreamDecoder(block).decode();
  }
}
