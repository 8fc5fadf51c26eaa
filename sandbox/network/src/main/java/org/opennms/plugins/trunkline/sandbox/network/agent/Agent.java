package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings.Version;
import org.opennms.plugins.trunkline.sandbox.network.mib.MibView;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.mp.MPv1;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.UdpAddress;

/**
 * One SNMP agent. It is driven by its loop's thread; faults and the reboot may come from any
 * thread.
 */
public final class Agent implements CommandResponder {
  private static final MPv1 V1 = new MPv1();
  private static final MPv2c V2C = new MPv2c();

  private final AgentSpec spec;
  private final AgentSettings settings;
  private final UserKeys keys;
  private final byte[] community;
  private final FleetCounters counters;
  private final MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
  private volatile WireFaults faults = WireFaults.NONE;
  private volatile Boot boot;
  private EngineState engineState;

  /** snmpEngineBoots and when it was counted up. */
  private record Boot(int count, long at) {}

  /** What an SNMPv3 engine was made for; when it changes, a new one is made. */
  private record EngineState(Boot boot, boolean denied) {}

  Agent(AgentSpec spec, AgentSettings settings, UserKeys keys, FleetCounters counters) {
    this.spec = spec;
    this.settings = settings;
    this.keys = keys;
    this.counters = counters;
    this.community = settings.community().getBytes(StandardCharsets.UTF_8);
    this.boot = new Boot(spec.engineBoots(), spec.bootedAt());
    if (settings.versions().contains(Version.V1)) {
      dispatcher.addMessageProcessingModel(V1);
    }
    if (settings.versions().contains(Version.V2C)) {
      dispatcher.addMessageProcessingModel(V2C);
    }
    dispatcher.addCommandResponder(this);
  }

  /** What it serves. */
  public AgentSpec spec() {
    return spec;
  }

  /** What is wrong with it at present. */
  public WireFaults faults() {
    return faults;
  }

  /** Sets what is wrong with it, from the next request on. */
  public void faults(WireFaults present) {
    faults = present;
  }

  /** Boots the SNMP engine: snmpEngineBoots counts up, snmpEngineTime begins at 0. */
  public void reboot(long now) {
    boot = new Boot(boot.count() + 1, now);
  }

  void receive(AgentTransport transport, UdpAddress from, ByteBuffer message) throws IOException {
    if (faults.silent()) {
      return;
    }
    BERInputStream stream = new BERInputStream(message);
    if (settings.versions().contains(Version.V3) && isVersion3(message)) {
      startEngine();
    }
    dispatcher.processMessage(transport, from, stream, null);
  }

  /** The version number follows the outer sequence's header; 3 is SNMPv3. */
  private static boolean isVersion3(ByteBuffer message) throws IOException {
    var version = MessageDispatcherImpl.getSnmpVersion(new BERInputStream(message.duplicate()));
    return version != null && version.getValue() == SnmpConstants.version3;
  }

  /** Engines are made at the first SNMPv3 message and after a reboot: most agents need none. */
  private void startEngine() {
    EngineState wanted = new EngineState(boot, faults.denied());
    if (wanted.equals(engineState)) {
      return;
    }
    if (engineState != null) {
      dispatcher.removeMessageProcessingModel(dispatcher.getMessageProcessingModel(MPv3.ID));
    }
    KeyLocalizer present = wanted.denied() ? keys.wrong() : keys.right();
    UsmEngine engine =
        new UsmEngine(
            spec, wanted.boot().count(), settings.clock().millis(), wanted.boot().at(), present);
    dispatcher.addMessageProcessingModel(engine.messageProcessing());
    engineState = wanted;
  }

  @Override
  public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
    event.setProcessed(true);
    PDU request = event.getPDU();
    boolean v3 = event.getMessageProcessingModel() == MPv3.ID;
    if (request == null || !request.isConfirmedPdu() || !permitted(event, v3)) {
      return;
    }
    try {
      PDU response = answer(event, request);
      counters.answered(response.size());
      dispatcher.returnResponsePdu(
          event.getMessageProcessingModel(),
          event.getSecurityModel(),
          event.getSecurityName(),
          event.getSecurityLevel(),
          response,
          event.getMaxSizeResponsePDU(),
          event.getStateReference(),
          new StatusInformation());
    } catch (MessageException | RuntimeException e) {
      // The requester waits in vain, as with a real agent that fails.
      counters.failed(spec.label(), e);
    }
  }

  /** A wrong community is not answered (RFC 3584, section 5.2.1 leaves it to the agent). */
  private boolean permitted(CommandResponderEvent<?> event, boolean v3) {
    return v3 || (!faults.denied() && Arrays.equals(event.getSecurityName(), community));
  }

  private PDU answer(CommandResponderEvent<?> event, PDU request) {
    WireFaults present = faults;
    if (present.reply() == WireFaults.Reply.GEN_ERR) {
      return RequestProcessor.error(request, PDU.genErr, 1);
    }
    boolean v1 = event.getMessageProcessingModel() == MPv1.ID;
    int size = Math.min(event.getMaxSizeResponsePDU(), settings.maxMessageSize());
    MibView mib = FaultyView.of(spec.mib(), present.rows());
    PDU response = RequestProcessor.answer(request, mib, v1, size, settings.clock().millis());
    boolean tooMany = present.maxVarbinds() > 0 && response.size() > present.maxVarbinds();
    if (tooMany || present.reply() == WireFaults.Reply.TOO_BIG) {
      response = RequestProcessor.tooBig(request, v1);
    }
    if (present.reply() == WireFaults.Reply.WRONG_REQUEST_ID) {
      response.setRequestID(new Integer32(request.getRequestID().getValue() ^ 0x5a5a));
    }
    return response;
  }
}
