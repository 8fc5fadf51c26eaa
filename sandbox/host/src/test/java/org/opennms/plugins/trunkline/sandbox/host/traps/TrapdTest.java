package org.opennms.plugins.trunkline.sandbox.host.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.sandbox.host.SandboxHost;
import org.opennms.plugins.trunkline.sandbox.host.TestHosts;
import org.opennms.plugins.trunkline.sandbox.host.events.RecordingListener;
import org.opennms.plugins.trunkline.sandbox.host.storage.Dialect;
import org.opennms.plugins.trunkline.sandbox.host.storage.TestDatabases;
import org.snmp4j.CommunityTarget;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.Snmp;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.IpAddress;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

class TrapdTest {
  private static final String DOWN = "uei.opennms.org/generic/traps/SNMP_Link_Down";
  private static final String UP = "uei.opennms.org/generic/traps/SNMP_Link_Up";
  private static final String IF_INDEX = "1.3.6.1.2.1.2.2.1.1.7";
  private static final String NODE =
      "{\"nodes\":[{\"label\":\"edge-1\",\"address\":\"127.0.77.1\"}]}";

  private final RecordingListener listener = new RecordingListener("l");
  @TempDir private Path directory;
  private SandboxHost host;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(directory.resolve("nodes.json"), NODE, StandardCharsets.UTF_8);
    host = TestHosts.start(TestDatabases.fresh(Dialect.H2), directory, Clock.systemUTC());
    host.bus().addEventListener(listener, List.of("uei.opennms.org/generic/"));
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void a_trap_is_the_senders_event_with_its_varbinds_by_oid() throws IOException {
    send("127.0.77.1", version2(SnmpConstants.linkDown), SnmpConstants.version2c);

    InMemoryEvent event = await().until(listener::received, r -> !r.isEmpty()).get(0);
    assertThat(event.getUei()).isEqualTo(DOWN);
    assertThat(event.getNodeId()).isEqualTo(1);
    assertThat(event.getInterface().getHostAddress()).isEqualTo("127.0.77.1");
    assertThat(event.getParameters()).hasSize(1);
    assertThat(event.getParameterValue("." + IF_INDEX)).contains("7");
    assertThat(host.trapd().received()).isEqualTo(1);
  }

  @Test
  void link_down_is_an_alarm_that_link_up_clears() throws IOException {
    send("127.0.77.1", version2(SnmpConstants.linkDown), SnmpConstants.version2c);
    Alarm down = await().until(() -> host.alarms().getAlarms(), a -> !a.isEmpty()).get(0);
    assertThat(down.getReductionKey()).startsWith(DOWN).endsWith(":1:7");

    send("127.0.77.1", version2(SnmpConstants.linkUp), SnmpConstants.version2c);
    await()
        .until(
            () ->
                host.alarms().getAlarms().stream()
                    .filter(a -> a.getReductionKey().startsWith(DOWN))
                    .allMatch(a -> a.getSeverity() == Severity.CLEARED));
  }

  @Test
  void version_one_says_itself_who_sent_it() throws IOException {
    PDUv1 trap = new PDUv1();
    trap.setType(PDU.V1TRAP);
    trap.setGenericTrap(PDUv1.LINKUP);
    trap.setEnterprise(new OID("1.3.6.1.4.1.8072"));
    trap.setAgentAddress(new IpAddress("127.0.77.1"));
    trap.add(new VariableBinding(new OID(IF_INDEX), new Integer32(7)));
    send("127.0.0.1", trap, SnmpConstants.version1);

    InMemoryEvent event = await().until(listener::received, r -> !r.isEmpty()).get(0);
    assertThat(event.getUei()).isEqualTo(UP);
    assertThat(event.getNodeId()).isEqualTo(1);
  }

  @Test
  void a_trap_from_elsewhere_is_of_no_node_and_one_without_a_definition_is_some_trap()
      throws IOException {
    send("127.0.77.2", version2(new OID("1.3.6.1.4.1.8072.4.0.2")), SnmpConstants.version2c);

    InMemoryEvent event = await().until(listener::received, r -> !r.isEmpty()).get(0);
    assertThat(event.getUei()).isEqualTo("uei.opennms.org/generic/traps/EnterpriseDefault");
    assertThat(event.getNodeId()).isNull();
  }

  @Test
  void what_is_no_trap_is_left_out() throws IOException {
    PDU get = new PDU();
    get.setType(PDU.GET);
    get.add(new VariableBinding(new OID(IF_INDEX)));
    send("127.0.77.1", get, SnmpConstants.version2c);
    send("127.0.77.1", version2(SnmpConstants.coldStart), SnmpConstants.version2c);

    await().until(() -> !listener.received().isEmpty());
    assertThat(listener.ueis()).containsExactly("uei.opennms.org/generic/traps/SNMP_Cold_Start");
  }

  private static PDU version2(OID kind) {
    PDU trap = new PDU();
    trap.setType(PDU.TRAP);
    trap.add(new VariableBinding(SnmpConstants.sysUpTime, new TimeTicks(100)));
    trap.add(new VariableBinding(SnmpConstants.snmpTrapOID, kind));
    trap.add(new VariableBinding(new OID(IF_INDEX), new Integer32(7)));
    return trap;
  }

  private void send(String from, PDU message, int version) throws IOException {
    CommunityTarget<UdpAddress> target = new CommunityTarget<>();
    target.setCommunity(new OctetString("whatever"));
    target.setVersion(version);
    target.setAddress(new UdpAddress("127.0.0.1/" + host.trapd().port()));
    try (Snmp sender = new Snmp(new DefaultUdpTransportMapping(new UdpAddress(from + "/0")))) {
      sender.send(message, target, null, null);
    }
  }
}
