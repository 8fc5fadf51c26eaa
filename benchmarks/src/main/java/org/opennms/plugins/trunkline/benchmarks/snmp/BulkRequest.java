package org.opennms.plugins.trunkline.benchmarks.snmp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/** A GETBULK of SNMPv2c as it goes over the wire. Stateless. */
final class BulkRequest {
  private BulkRequest() {}

  static byte[] encode(List<OID> names, int repetitions) throws IOException {
    PDU pdu = new PDU();
    pdu.setType(PDU.GETBULK);
    pdu.setRequestID(new Integer32(4_711));
    pdu.setMaxRepetitions(repetitions);
    names.forEach(name -> pdu.add(new VariableBinding(name)));
    Integer32 version = new Integer32(1);
    OctetString community = new OctetString("public");
    int content = version.getBERLength() + community.getBERLength() + pdu.getBERLength();
    ByteBuffer buffer = ByteBuffer.allocate(content + 8);
    BEROutputStream out = new BEROutputStream(buffer);
    BER.encodeHeader(out, BER.SEQUENCE, content);
    version.encodeBER(out);
    community.encodeBER(out);
    pdu.encodeBER(out);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }
}
