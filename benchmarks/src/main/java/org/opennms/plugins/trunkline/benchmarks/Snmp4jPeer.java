package org.opennms.plugins.trunkline.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.SnmpSecurity;
import org.opennms.plugins.trunkline.snmp.SnmpTarget;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.event.ResponseListener;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** SNMP4J alone: asks for the same objects, four interfaces a request, all at the same time. */
final class Snmp4jPeer implements AutoCloseable {
  private static final int INTERFACES = 4;
  private static final List<OID> COLUMNS =
      List.of(
          new OID("1.3.6.1.2.1.2.2.1.7"),
          new OID("1.3.6.1.2.1.2.2.1.8"),
          new OID("1.3.6.1.2.1.2.2.1.13"),
          new OID("1.3.6.1.2.1.2.2.1.14"),
          new OID("1.3.6.1.2.1.2.2.1.19"),
          new OID("1.3.6.1.2.1.2.2.1.20"),
          new OID("1.3.6.1.2.1.31.1.1.1.1"),
          new OID("1.3.6.1.2.1.31.1.1.1.6"),
          new OID("1.3.6.1.2.1.31.1.1.1.7"),
          new OID("1.3.6.1.2.1.31.1.1.1.10"),
          new OID("1.3.6.1.2.1.31.1.1.1.11"),
          new OID("1.3.6.1.2.1.31.1.1.1.15"),
          new OID("1.3.6.1.2.1.31.1.1.1.19"));

  private final ProfileTargets targets;
  private final Snmp snmp;

  Snmp4jPeer(ProfileTargets targets) throws IOException {
    this.targets = targets;
    MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
    dispatcher.addMessageProcessingModel(new MPv2c());
    DefaultUdpTransportMapping transport = new DefaultUdpTransportMapping();
    transport.setReceiveBufferSize(4 << 20);
    snmp = new Snmp(dispatcher, transport);
    snmp.listen();
  }

  /** One round; how many interfaces had no answer. */
  int poll(Map<Device, List<NetworkInterface>> network) throws Exception {
    AtomicInteger missing = new AtomicInteger();
    int requests =
        network.values().stream().mapToInt(l -> (l.size() + INTERFACES - 1) / INTERFACES).sum();
    CountDownLatch open = new CountDownLatch(requests);
    for (Map.Entry<Device, List<NetworkInterface>> each : network.entrySet()) {
      CommunityTarget<UdpAddress> target = target(each.getKey());
      List<NetworkInterface> rows = each.getValue();
      for (int at = 0; at < rows.size(); at += INTERFACES) {
        List<NetworkInterface> some = rows.subList(at, Math.min(rows.size(), at + INTERFACES));
        snmp.send(request(some), target, null, listener(some.size(), missing, open));
      }
    }
    return open.await(30, TimeUnit.SECONDS) ? missing.get() : Integer.MAX_VALUE;
  }

  private static PDU request(List<NetworkInterface> rows) {
    PDU request = new PDU();
    request.setType(PDU.GET);
    request.add(new VariableBinding(SnmpConstants.sysUpTime));
    for (NetworkInterface row : rows) {
      for (OID column : COLUMNS) {
        request.add(new VariableBinding(new OID(column).append(row.ifIndex())));
      }
    }
    return request;
  }

  private ResponseListener listener(int size, AtomicInteger missing, CountDownLatch open) {
    return new ResponseListener() {
      @Override
      public <A extends Address> void onResponse(ResponseEvent<A> event) {
        snmp.cancel(event.getRequest(), this);
        if (event.getResponse() == null) {
          missing.addAndGet(size);
        }
        open.countDown();
      }
    };
  }

  private CommunityTarget<UdpAddress> target(Device device) {
    SnmpTarget chosen = ((ProfileTargets.Choice.Usable) targets.choose(device)).target();
    CommunityTarget<UdpAddress> target =
        new CommunityTarget<>(
            new UdpAddress(chosen.address().getAddress(), chosen.address().getPort()),
            new OctetString(((SnmpSecurity.Community) chosen.security()).community()));
    target.setVersion(SnmpConstants.version2c);
    target.setTimeout(3_000);
    target.setRetries(1);
    return target;
  }

  @Override
  public void close() throws IOException {
    snmp.close();
  }
}
