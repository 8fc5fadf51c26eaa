package org.opennms.plugins.trunkline.snmp.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.SnmpControl.Message;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Row;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.FakeAgent;
import org.opennms.plugins.trunkline.snmp.OwnEngine;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.RequestOptions;
import org.opennms.plugins.trunkline.snmp.SetAudit;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.snmp4j.PDU;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/** Changes and notifications, on an agent that says what reached it. */
class ControlDeskTest {
  private static final String SERIAL = "1.3.6.1.6.3.1.1.6.1.0";

  private final ExecutorService blocking = Executors.newFixedThreadPool(2);
  private final List<SetAudit.Entry> record = new CopyOnWriteArrayList<>();
  private final ListedNodes nodes = new ListedNodes();
  private FakeAgent agent;
  private SnmpEngine engine;

  @TempDir Path mibs;

  @BeforeEach
  void serve() throws IOException {
    agent = FakeAgent.start().with(SERIAL, new Integer32(41));
    nodes.add("edge1", "Default", agent.address().getAddress());
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
  }

  @AfterEach
  void stop() {
    engine.close();
    agent.close();
    blocking.shutdownNow();
  }

  private ControlDesk desk(String extra) {
    ConfigReading<SnmpProfiles> parsed =
        SnmpProfiles.parse(
            "snmp.yaml",
            "profiles: [ { name: test, version: v2c, community: c, port: %d, timeout: 400ms%s } ]"
                .formatted(agent.address().getPort(), extra));
    assertThat(parsed.problems()).isEmpty();
    ProfileTargets profiles =
        new ProfileTargets(
            parsed.value()::orElseThrow,
            () -> RequestOptions.DEFAULT,
            alias -> Optional.empty(),
            InstantSource.system());
    return new ControlDesk(
        () -> engine,
        nodes,
        profiles,
        new MibShelf(mibs, blocking),
        record::add,
        new OwnEngine(new MemoryStore()),
        InstantSource.system(),
        blocking);
  }

  private List<Row> set(String... assignments) {
    return desk(", allowSet: true").set("edge1", List.of(assignments), "operator");
  }

  private List<VariableBinding> sent() {
    PDU last = agent.requests().get(agent.requests().size() - 1).pdu();
    return List.copyOf(last.getVariableBindings());
  }

  private Variable value(String assignment) {
    set(assignment);
    return sent().get(0).getVariable();
  }

  @Test
  void several_objects_go_in_one_request_and_come_back_as_the_device_confirms_them() {
    List<Row> rows = set("ifAlias.3=Uplink = core", "ifAdminStatus.3=down(2)", "sysName=edge1");

    assertThat(rows)
        .extracting(Row::name)
        .containsExactly("IF-MIB::ifAlias.3", "IF-MIB::ifAdminStatus.3", "SNMPv2-MIB::sysName.0");
    assertThat(rows.get(0).value()).isEqualTo("Uplink = core");
    assertThat(rows.get(1).value()).isEqualTo("down(2)");
    assertThat(agent.requests()).hasSize(1);
    assertThat(agent.requests().get(0).pdu().getType()).isEqualTo(PDU.SET);
    assertThat(record)
        .extracting(SetAudit.Entry::stage)
        .containsExactly(SetAudit.Stage.SENDING, SetAudit.Stage.DONE);
    assertThat(record.get(0).by()).isEqualTo("operator");
    assertThat(record.get(0).device().label()).isEqualTo("edge1");
  }

  @Test
  void values_take_the_type_that_their_syntax_demands() {
    assertThat(value("ipNetToMediaType.3.192.0.2.1=static")).isEqualTo(new Integer32(4));
    assertThat(value("dot1qVlanStaticRowStatus.7=createAndGo")).isEqualTo(new Integer32(4));
    assertThat(value("ipNetToMediaPhysAddress.3.192.0.2.1=00:00:5e:00:53:01"))
        .isEqualTo(OctetString.fromHexString("00:00:5e:00:53:01"));
    assertThat(value("dot1qVlanStaticEgressPorts.7=0xf0"))
        .isEqualTo(new OctetString(new byte[] {(byte) 0xf0}));
    assertThat(value("1.3.6.1.4.1.99999.1.0:unsigned=7")).isEqualTo(new Gauge32(7));
    assertThat(value("ifDescr.3:string=forced")).isEqualTo(new OctetString("forced"));
  }

  @Test
  void the_current_value_of_a_test_and_incr_is_read_first() {
    assertThat(value("snmpSetSerialNo=current")).isEqualTo(new Integer32(41));
    assertThat(agent.requests().get(0).pdu().getType()).isEqualTo(PDU.GET);
    assertThat(value("snmpSetSerialNo=7")).isEqualTo(new Integer32(7));
  }

  @ParameterizedTest
  @CsvSource({
    "ifAdminStatus.3=sideways, sideways",
    "ifAlias, no assignment",
    "ifAdminStatus=up, per row",
    "ifDescr.3=x, read-only",
    "1.3.6.1.4.1.99999.1.0=7, its type is not known",
    "1.3.6.1.4.1.99999.1.0:integer=x, no integer",
    "noSuchName.3=7, not known",
  })
  void what_cannot_be_meant_is_refused_before_anything_is_sent(String assignment, String reason) {
    assertThatThrownBy(() -> set(assignment))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining(reason);
    assertThat(agent.requests()).isEmpty();
  }

  @Test
  void without_leave_in_the_profile_nothing_is_sent_and_the_attempt_is_on_record() {
    assertThatThrownBy(() -> desk("").set("edge1", List.of("ifAlias.3=x"), "operator"))
        .isInstanceOfSatisfying(
            OperationException.class, e -> assertThat(e.remedy()).contains("allowSet: true"));
    assertThat(agent.requests()).isEmpty();
    assertThat(record).extracting(SetAudit.Entry::stage).containsExactly(SetAudit.Stage.REFUSED);
  }

  @Test
  void an_error_of_the_device_names_the_object_and_says_that_nothing_was_changed() {
    agent.changing(
        pdu -> {
          pdu.setErrorStatus(PDU.notWritable);
          pdu.setErrorIndex(2);
          return pdu;
        });

    assertThatThrownBy(() -> set("ifAlias.3=x", "ifAlias.4=y"))
        .hasMessageContaining("notWritable(17)")
        .hasMessageContaining("1.3.6.1.2.1.31.1.1.1.18.4")
        .hasMessageContaining("nothing was changed");
  }

  @Test
  void silence_after_a_change_says_that_nobody_knows() {
    agent.silent();

    assertThatThrownBy(() -> set("ifAlias.3=x"))
        .hasMessageContaining("whether it was changed is not known");
    assertThat(agent.requests()).hasSize(1);
    assertThat(record.get(1).stage()).isEqualTo(SetAudit.Stage.FAILED);
  }

  private String inform(String name, String... assignments) {
    agent.behaving(
        (self, request) -> {
          PDU answer = new PDU(request.pdu());
          answer.setType(PDU.RESPONSE);
          return List.of(FakeAgent.encode(request, answer));
        });
    Message message = new Message(name, List.of(assignments), true, agent.address().getPort());
    return desk("").notify("edge1", message);
  }

  @Test
  void a_notification_carries_its_objects_in_the_order_of_its_type_and_then_others() {
    String to =
        inform("linkDown", "sysName=x", "ifOperStatus.3=down", "ifAdminStatus.3=up", "ifIndex.3=3");

    assertThat(to).endsWith(":" + agent.address().getPort() + " (v2c)");
    assertThat(sent())
        .extracting(vb -> vb.getOid().toString())
        .containsExactly(
            "1.3.6.1.2.1.1.3.0",
            "1.3.6.1.6.3.1.1.4.1.0",
            "1.3.6.1.2.1.2.2.1.1.3",
            "1.3.6.1.2.1.2.2.1.7.3",
            "1.3.6.1.2.1.2.2.1.8.3",
            "1.3.6.1.2.1.1.5.0");
    assertThat(sent().get(1).getVariable()).hasToString("1.3.6.1.6.3.1.1.5.3");
  }

  @Test
  void an_object_of_the_type_that_has_no_value_is_asked_for_by_name() {
    assertThatThrownBy(() -> inform("linkDown", "ifIndex.3=3"))
        .isInstanceOfSatisfying(
            OperationException.class,
            e -> assertThat(e.remedy()).contains("IF-MIB::ifAdminStatus and IF-MIB::ifOperStatus"));
    assertThat(agent.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"coldStart", "SNMPv2-MIB::coldStart", "1.3.6.1.4.1.99999.0.7"})
  void a_notification_without_objects_and_one_that_no_module_knows_can_be_sent(String name) {
    inform(name);

    assertThat(sent()).hasSize(2);
  }

  @Test
  void a_receiver_that_does_not_confirm_an_inform_is_told_and_a_trap_needs_none() {
    agent.silent();
    ControlDesk desk = desk(", retries: 0");
    int port = agent.address().getPort();

    assertThatThrownBy(() -> desk.notify("edge1", new Message("coldStart", List.of(), true, port)))
        .hasMessageContaining("no answer");
    assertThat(desk.notify("edge1", new Message("coldStart", List.of(), false, port)))
        .contains(":" + port);
  }
}
