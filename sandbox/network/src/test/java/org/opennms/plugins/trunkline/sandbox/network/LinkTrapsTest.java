package org.opennms.plugins.trunkline.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.control.Control;
import org.opennms.plugins.trunkline.sandbox.network.device.Link;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;

class LinkTrapsTest {
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int SHORT_MILLIS = 200;
  private static final OID IF_OPER_STATUS = new OID("1.3.6.1.2.1.2.2.1.8");

  private SimulatedNetwork network;
  private Control control;
  private DatagramSocket receiver;
  private Link.End near;
  private Link.End far;

  @BeforeEach
  void serve() throws IOException {
    network = SimulatedNetwork.generate(GeneratorSettings.mixed(10, 3), AgentSettings.sandbox());
    control = new Control(network);
    receiver = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    receiver.setSoTimeout(PATIENCE_MILLIS);
    var device = ((SimulatedDevice.Generated) network.devices().get(0)).device();
    Port port = device.ports().stream().filter(p -> p.link() != null).findFirst().orElseThrow();
    near = new Link.End(device, port);
    far = port.link().opposite(port);
  }

  @AfterEach
  void stop() {
    receiver.close();
    network.close();
  }

  private String run(String command) {
    return control.execute(
        command
            .replace("DEVICE", near.device().label())
            .replace("PORT", near.port().ifName())
            .replace("HERE", "127.0.0.1:" + receiver.getLocalPort()));
  }

  @Test
  void both_ends_of_a_cut_link_say_that_it_is_down_and_later_that_it_is_up() throws IOException {
    assertThat(run("traps HERE")).isEqualTo("OK");

    run("cut DEVICE PORT");
    assertThat(receiveTwo()).isEqualTo(Set.of(trapOf(near, "linkDown"), trapOf(far, "linkDown")));

    run("restore DEVICE PORT");
    assertThat(receiveTwo()).isEqualTo(Set.of(trapOf(near, "linkUp"), trapOf(far, "linkUp")));
  }

  @Test
  void what_changes_nothing_and_a_silent_device_send_none() throws IOException {
    run("traps HERE");
    run("silent DEVICE on");

    run("cut DEVICE PORT");
    run("cut DEVICE PORT");

    assertThat(receive()).isEqualTo(trapOf(far, "linkDown"));
    assertNothingMore();
  }

  @Test
  void a_link_that_leaves_the_network_is_told_by_one_end() throws IOException {
    run("traps HERE");
    near = uplink();

    assertThat(run("cut DEVICE PORT")).isEqualTo("OK");

    assertThat(receive()).isEqualTo(trapOf(near, "linkDown"));
    assertNothingMore();
  }

  private Link.End uplink() {
    return network.devices().stream()
        .map(device -> ((SimulatedDevice.Generated) device).device())
        .flatMap(device -> device.ports().stream().map(port -> new Link.End(device, port)))
        .filter(end -> end.port().wiring().provider() != null && end.port().operUp())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void without_a_receiver_none_is_sent() throws IOException {
    run("traps HERE");
    run("traps off");

    run("cut DEVICE PORT");

    assertNothingMore();
  }

  @Test
  void a_receiver_is_named_by_address_and_port() {
    assertThat(run("traps")).startsWith("ERROR HOST:PORT");
    assertThat(run("traps here")).isEqualTo("ERROR here is neither HOST:PORT nor off");
    assertThat(run("traps 127.0.0.1:none")).startsWith("ERROR a port is a number");
    assertThat(run("traps 127.0.0.1:99999")).startsWith("ERROR port out of range");
  }

  private void assertNothingMore() throws IOException {
    receiver.setSoTimeout(SHORT_MILLIS);
    assertThatThrownBy(this::receive).isInstanceOf(SocketTimeoutException.class);
  }

  /** Who sent it, what it is, and which interface's operational status it holds. */
  private record Trap(InetSocketAddress from, OID what, OID status, int value) {}

  private Trap trapOf(Link.End end, String what) {
    boolean up = what.equals("linkUp");
    return new Trap(
        network.address(end.device().label()),
        up ? SnmpConstants.linkUp : SnmpConstants.linkDown,
        new OID(IF_OPER_STATUS).append(end.port().ifIndex()),
        up ? 1 : 2);
  }

  private Set<Trap> receiveTwo() throws IOException {
    Trap first = receive();
    return Set.of(first, receive());
  }

  private Trap receive() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
    receiver.receive(packet);
    PDU trap = decode(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
    var status =
        trap.getBindingList(IF_OPER_STATUS).stream()
            .reduce((a, b) -> b)
            .orElseThrow(() -> new AssertionError("no status in " + trap));
    return new Trap(
        (InetSocketAddress) packet.getSocketAddress(),
        (OID) trap.getVariable(SnmpConstants.snmpTrapOID),
        status.getOid(),
        status.getVariable().toInt());
  }

  private static PDU decode(ByteBuffer message) throws IOException {
    BERInputStream in = new BERInputStream(message);
    BER.decodeHeader(in, new BER.MutableByte());
    Integer32 version = new Integer32();
    version.decodeBER(in);
    OctetString community = new OctetString();
    community.decodeBER(in);
    PDU trap = new PDU();
    trap.decodeBER(in);
    assertThat(List.of(version.getValue(), community.toString(), trap.getType()))
        .isEqualTo(List.of(SnmpConstants.version2c, "sandbox", PDU.TRAP));
    return trap;
  }
}
