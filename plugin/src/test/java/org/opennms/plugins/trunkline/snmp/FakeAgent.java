package org.opennms.plugins.trunkline.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * An agent on a UDP port of its own that answers v1 and v2c from a map, or as a test tells it to.
 * It decodes and encodes with SNMP4J, so that our codec is not judged by itself.
 */
public final class FakeAgent implements AutoCloseable {
  /** What came in. */
  public record Request(int version, OctetString community, PDU pdu, InetSocketAddress from) {}

  /** Turns a request into the datagrams to be sent back. */
  public interface Behaviour {
    List<byte[]> answer(FakeAgent agent, Request request) throws IOException;
  }

  private final DatagramSocket socket;
  private final NavigableMap<OID, Variable> objects = new ConcurrentSkipListMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Thread thread = new Thread(this::serve, "fake-agent");
  private volatile Behaviour behaviour = FakeAgent::honest;
  private volatile int largestAnswer = 65_000;

  private FakeAgent(DatagramSocket socket) {
    this.socket = socket;
    thread.setDaemon(true);
  }

  public static FakeAgent start() {
    return start("127.0.0.1");
  }

  static FakeAgent start(String host) {
    try {
      FakeAgent agent = new FakeAgent(new DatagramSocket(0, InetAddress.getByName(host)));
      agent.thread.start();
      return agent;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public FakeAgent with(String oid, Variable value) {
    objects.put(new OID(oid), value);
    return this;
  }

  FakeAgent withColumn(String column, int rows, java.util.function.IntFunction<Variable> values) {
    for (int row = 1; row <= rows; row++) {
      objects.put(new OID(column).append(row), values.apply(row));
    }
    return this;
  }

  public FakeAgent behaving(Behaviour other) {
    behaviour = other;
    return this;
  }

  /** Answers honestly and then changes the PDU; null is lost on the way. */
  public FakeAgent changing(UnaryOperator<PDU> change) {
    return behaving(
        (agent, request) -> {
          PDU changed = change.apply(reply(request));
          return changed == null ? List.of() : List.of(encode(request, changed));
        });
  }

  public FakeAgent silent() {
    return behaving((agent, request) -> List.of());
  }

  /** Answers tooBig, with an empty list, beyond so many octets. */
  FakeAgent upTo(int octets) {
    largestAnswer = octets;
    return this;
  }

  public InetSocketAddress address() {
    return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
  }

  /** The names of all its objects, in their order. */
  List<int[]> names() {
    return objects.keySet().stream().map(OID::getValue).toList();
  }

  public List<Request> requests() {
    return requests;
  }

  private void serve() {
    byte[] buffer = new byte[65_535];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        Request request =
            decode(
                Arrays.copyOf(buffer, packet.getLength()),
                (InetSocketAddress) packet.getSocketAddress());
        requests.add(request);
        for (byte[] answer : behaviour.answer(this, request)) {
          send(answer, request.from());
        }
      } catch (SocketException e) {
        return;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  void send(byte[] datagram, InetSocketAddress to) throws IOException {
    socket.send(new DatagramPacket(datagram, datagram.length, to));
  }

  static List<byte[]> honest(FakeAgent agent, Request request) throws IOException {
    byte[] answer = encode(request, agent.reply(request));
    if (answer.length <= agent.largestAnswer) {
      return List.of(answer);
    }
    PDU tooBig = new PDU();
    tooBig.setType(PDU.RESPONSE);
    tooBig.setRequestID(request.pdu().getRequestID());
    tooBig.setErrorStatus(PDU.tooBig);
    return List.of(encode(request, tooBig));
  }

  /** What an agent without faults answers. */
  public PDU reply(Request request) {
    PDU asked = request.pdu();
    PDU reply = new PDU();
    reply.setType(PDU.RESPONSE);
    reply.setRequestID(asked.getRequestID());
    switch (asked.getType()) {
      case PDU.GET -> get(asked, reply, request.version() == 0);
      case PDU.GETNEXT -> next(asked, reply, 0, 1, request.version() == 0);
      case PDU.GETBULK ->
          next(asked, reply, asked.getNonRepeaters(), asked.getMaxRepetitions(), false);
      case PDU.SET -> set(asked, reply);
      default -> reply.setErrorStatus(PDU.genErr);
    }
    return reply;
  }

  private void get(PDU asked, PDU reply, boolean v1) {
    int position = 0;
    for (VariableBinding vb : asked.getVariableBindings()) {
      position++;
      Variable value = objects.get(vb.getOid());
      if (value == null && v1) {
        reply.setErrorStatus(PDU.noSuchName);
        reply.setErrorIndex(position);
      }
      reply.add(new VariableBinding(vb.getOid(), value == null ? Null.noSuchObject : value));
    }
  }

  private void next(PDU asked, PDU reply, int single, int repetitions, boolean v1) {
    List<OID> at = new ArrayList<>();
    asked.getVariableBindings().forEach(vb -> at.add(vb.getOid()));
    for (int repetition = 0; repetition < repetitions; repetition++) {
      for (int i = repetition == 0 ? 0 : single; i < at.size(); i++) {
        Map.Entry<OID, Variable> entry = objects.higherEntry(at.get(i));
        if (entry == null && v1) {
          reply.setErrorStatus(PDU.noSuchName);
          reply.setErrorIndex(i + 1);
          return;
        }
        reply.add(
            entry == null
                ? new VariableBinding(at.get(i), Null.endOfMibView)
                : new VariableBinding(entry.getKey(), entry.getValue()));
        if (entry != null) {
          at.set(i, entry.getKey());
        }
      }
    }
  }

  private void set(PDU asked, PDU reply) {
    for (VariableBinding vb : asked.getVariableBindings()) {
      objects.put(vb.getOid(), vb.getVariable());
      reply.add(vb);
    }
  }

  private static Request decode(byte[] datagram, InetSocketAddress from) throws IOException {
    BERInputStream stream = new BERInputStream(ByteBuffer.wrap(datagram));
    BER.MutableByte type = new BER.MutableByte();
    BER.decodeHeader(stream, type);
    Integer32 version = new Integer32();
    version.decodeBER(stream);
    OctetString community = new OctetString();
    community.decodeBER(stream);
    PDU pdu = new PDU();
    pdu.decodeBER(stream);
    return new Request(version.getValue(), community, pdu, from);
  }

  public static byte[] encode(Request request, PDU pdu) throws IOException {
    return encode(request.version(), request.community(), pdu);
  }

  static byte[] encode(int version, OctetString community, PDU pdu) throws IOException {
    Integer32 number = new Integer32(version);
    int content = number.getBERLength() + community.getBERLength() + pdu.getBERLength();
    ByteBuffer buffer = ByteBuffer.allocate(content + BER.getBERLengthOfLength(content) + 1);
    BEROutputStream stream = new BEROutputStream(buffer);
    BER.encodeHeader(stream, BER.SEQUENCE, content);
    number.encodeBER(stream);
    community.encodeBER(stream);
    pdu.encodeBER(stream);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  @Override
  public void close() {
    socket.close();
  }
}
