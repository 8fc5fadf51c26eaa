package org.opennms.plugins.trunkline.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * A PDU to be sent.
 *
 * @param type see {@link PduType}
 * @param second error-status, or a GETBULK's non-repeaters
 * @param third error-index, or a GETBULK's max-repetitions
 * @param names sub-identifiers of each varbind
 * @param values of each varbind; null where all are NULL
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RequestPdu(int type, int second, int third, int[][] names, Variable[] values) {
  static RequestPdu reading(int type, int[][] names) {
    return new RequestPdu(type, 0, 0, names, null);
  }

  static RequestPdu bulk(int nonRepeaters, int maxRepetitions, int[][] names) {
    return new RequestPdu(PduType.GET_BULK, nonRepeaters, maxRepetitions, names, null);
  }

  static RequestPdu writing(int type, List<VariableBinding> varbinds) {
    int[][] names = varbinds.stream().map(vb -> vb.getOid().getValue()).toArray(int[][]::new);
    Variable[] values =
        varbinds.stream().map(VariableBinding::getVariable).toArray(Variable[]::new);
    return new RequestPdu(type, 0, 0, names, values);
  }

  void write(BerWriter writer, int requestId) {
    int pdu = writer.size();
    writeVarbinds(writer);
    writer.integer(third);
    writer.integer(second);
    writer.integer(requestId);
    writer.wrap(type, pdu);
  }

  void writeVarbinds(BerWriter writer) {
    int list = writer.size();
    for (int i = names.length - 1; i >= 0; i--) {
      int varbind = writer.size();
      if (values == null) {
        writer.octet(0);
        writer.octet(BerReader.NULL);
      } else {
        writer.raw(encoded(values[i]));
      }
      writer.objectId(names[i]);
      writer.wrap(BerReader.SEQUENCE, varbind);
    }
    writer.wrap(BerReader.SEQUENCE, list);
  }

  private static byte[] encoded(Variable value) {
    ByteBuffer buffer = ByteBuffer.allocate(value.getBERLength());
    try {
      value.encodeBER(new BEROutputStream(buffer));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return buffer.array();
  }
}
