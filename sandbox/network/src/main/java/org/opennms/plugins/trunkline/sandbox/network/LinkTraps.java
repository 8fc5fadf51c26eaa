package org.opennms.plugins.trunkline.sandbox.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentFleet;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BEROutputStream;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

/**
 * The traps that devices send when a link of theirs goes down or comes up: linkDown and linkUp of
 * IF-MIB (RFC 2863) in SNMPv2c messages, from the agent's own address, to one receiver. None is
 * sent before a receiver is named. Thread-safe.
 */
public final class LinkTraps {
  private static final OID IF_ENTRY = new OID("1.3.6.1.2.1.2.2.1");
  private static final int IF_INDEX = 1;
  private static final int IF_ADMIN_STATUS = 7;
  private static final int IF_OPER_STATUS = 8;
  private static final int UP = 1;
  private static final int DOWN = 2;
  private static final int MILLIS_PER_TICK = 10;

  private final AgentFleet fleet;
  private final AgentSettings settings;
  private volatile Optional<InetSocketAddress> receiver = Optional.empty();

  LinkTraps(AgentFleet fleet, AgentSettings settings) {
    this.fleet = fleet;
    this.settings = settings;
  }

  /** Names the receiver; empty for none. */
  public void to(Optional<InetSocketAddress> address) {
    receiver = address;
  }

  /**
   * A port's status changed: the device tells, and so does the one at the other end of the link.
   */
  void changed(GeneratedDevice device, Port port) {
    receiver.ifPresent(
        to -> {
          send(device, port, to);
          if (port.link() != null) {
            var far = port.link().opposite(port);
            send(far.device(), far.port(), to);
          }
        });
  }

  private void send(GeneratedDevice device, Port port, InetSocketAddress to) {
    try {
      fleet.send(device.label(), to, message(trap(device, port)));
    } catch (IOException e) {
      throw new UncheckedIOException("no trap to " + to, e);
    }
  }

  private PDU trap(GeneratedDevice device, Port port) {
    long upTime = (settings.clock().millis() - device.bootedAt()) / MILLIS_PER_TICK;
    PDU trap = new PDU();
    trap.setType(PDU.TRAP);
    trap.add(new VariableBinding(SnmpConstants.sysUpTime, new TimeTicks(upTime & 0xffffffffL)));
    OID what = port.operUp() ? SnmpConstants.linkUp : SnmpConstants.linkDown;
    trap.add(new VariableBinding(SnmpConstants.snmpTrapOID, what));
    trap.add(column(IF_INDEX, port, port.ifIndex()));
    trap.add(column(IF_ADMIN_STATUS, port, port.adminUp() ? UP : DOWN));
    trap.add(column(IF_OPER_STATUS, port, port.operUp() ? UP : DOWN));
    return trap;
  }

  private static VariableBinding column(int column, Port port, int value) {
    OID name = new OID(IF_ENTRY).append(column).append(port.ifIndex());
    return new VariableBinding(name, new Integer32(value));
  }

  private byte[] message(PDU trap) throws IOException {
    Integer32 version = new Integer32(SnmpConstants.version2c);
    OctetString community = new OctetString(settings.community());
    int length = version.getBERLength() + community.getBERLength() + trap.getBERLength();
    ByteBuffer octets = ByteBuffer.allocate(length + BER.getBERLengthOfLength(length) + 1);
    BEROutputStream out = new BEROutputStream(octets);
    BER.encodeHeader(out, BER.SEQUENCE, length);
    version.encodeBER(out);
    community.encodeBER(out);
    trap.encodeBER(out);
    return octets.array();
  }
}
