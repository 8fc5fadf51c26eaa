package org.opennms.plugins.trunkline.snmp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.snmp4j.smi.Counter32;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Opaque;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * A received PDU, read varbind by varbind where it lies: {@link #next} moves to the next one, whose
 * parts are then in this object's fields. Valid until the next datagram. Used by one thread.
 */
final class AnswerPdu {
  private final int type;
  private final int requestId;
  private final int errorStatus;
  private final int errorIndex;
  private final boolean v1;
  private final BerReader reader;
  private final int varbindsFrom;
  private final int varbindsEnd;

  private final int[] name = new int[BerReader.MAX_SUB_IDS];
  private int nameLength;
  private int valueTag;
  private int valueFrom;
  private int valueLength;

  private AnswerPdu(BerReader reader, boolean v1) throws MalformedMessageException {
    this.reader = reader;
    this.v1 = v1;
    type = reader.peekTag();
    int end = reader.enter(type);
    reader.limit(end);
    requestId = reader.integer();
    errorStatus = reader.integer();
    errorIndex = reader.integer();
    varbindsEnd = reader.enter(BerReader.SEQUENCE);
    varbindsFrom = reader.position();
    reader.limit(varbindsEnd);
  }

  /** Reads a PDU's head; the reader must stand at its tag. */
  static AnswerPdu read(BerReader reader, boolean v1) throws MalformedMessageException {
    return new AnswerPdu(reader, v1);
  }

  int type() {
    return type;
  }

  int requestId() {
    return requestId;
  }

  int errorStatus() {
    return errorStatus;
  }

  int errorIndex() {
    return errorIndex;
  }

  boolean isEmpty() {
    return varbindsFrom == varbindsEnd;
  }

  /** Moves to the next varbind; false when there is none. */
  boolean next() throws MalformedMessageException {
    if (reader.position() >= varbindsEnd) {
      return false;
    }
    reader.limit(varbindsEnd);
    int end = reader.enter(BerReader.SEQUENCE);
    reader.limit(end);
    nameLength = reader.objectId(name);
    valueTag = reader.tag();
    valueLength = reader.length();
    valueFrom = reader.position();
    reader.skipTo(end);
    return true;
  }

  int[] name() {
    return name;
  }

  int nameLength() {
    return nameLength;
  }

  int valueTag() {
    return valueTag;
  }

  byte[] bytes() {
    return reader.bytes();
  }

  int valueFrom() {
    return valueFrom;
  }

  int valueLength() {
    return valueLength;
  }

  /** noSuchObject, noSuchInstance or endOfMibView. */
  boolean isException() {
    return valueTag >= 0x80 && valueTag <= 0x82;
  }

  boolean isEndOfMibView() {
    return valueTag == 0x82;
  }

  /** Whether the value may not be in such a message. */
  boolean isCounter64InV1() {
    return v1 && valueTag == ValueType.COUNTER64.tag();
  }

  OID nameAsOid() {
    return new OID(Arrays.copyOf(name, nameLength));
  }

  /** All varbinds as objects, for the few of a GET. */
  List<VariableBinding> toVariableBindings() throws MalformedMessageException {
    List<VariableBinding> all = new ArrayList<>();
    while (next()) {
      all.add(new VariableBinding(nameAsOid(), value()));
    }
    return all;
  }

  private Variable value() throws MalformedMessageException {
    byte[] content = Arrays.copyOfRange(bytes(), valueFrom, valueFrom + valueLength);
    return switch (ValueType.of(valueTag)) {
      case INTEGER -> new Integer32((int) BerReader.signed(content, 0, valueLength));
      case COUNTER32 -> new Counter32(unsigned32(content));
      case GAUGE32 -> new Gauge32(unsigned32(content));
      case TIME_TICKS -> new TimeTicks(unsigned32(content));
      case COUNTER64 -> new Counter64(BerReader.unsigned(content, 0, valueLength));
      case OCTET_STRING -> new OctetString(content);
      case OPAQUE -> new Opaque(content);
      case OBJECT_ID -> objectId(content);
      case IP_ADDRESS -> ipAddress(content);
      case NULL -> new Null();
      case NO_SUCH_OBJECT, NO_SUCH_INSTANCE, END_OF_MIB_VIEW -> new Null(valueTag);
    };
  }

  private static long unsigned32(byte[] content) throws MalformedMessageException {
    return BerReader.unsigned(content, 0, content.length) & 0xffff_ffffL;
  }

  private static OID objectId(byte[] content) throws MalformedMessageException {
    int[] subIds = new int[BerReader.MAX_SUB_IDS];
    int count = BerReader.subIds(content, 0, content.length, subIds);
    return new OID(Arrays.copyOf(subIds, count));
  }

  private static Variable ipAddress(byte[] content) {
    // Some agents send IPv6 addresses as IpAddress; keep their octets.
    return content.length == 4 ? new IpAddress(content) : new OctetString(content);
  }

  /** The community of a message, for comparison. */
  static byte[] community(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
