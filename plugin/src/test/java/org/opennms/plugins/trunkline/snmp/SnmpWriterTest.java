package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.plugins.trunkline.config.ConfigReading;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.snmp4j.PDU;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

class SnmpWriterTest extends EngineAndAgent {
  private static final OID ALIAS = new OID("1.3.6.1.2.1.31.1.1.1.18.7");
  private static final OID ADMIN_STATUS = new OID("1.3.6.1.2.1.2.2.1.7.7");

  private final List<SetAudit.Entry> record = new CopyOnWriteArrayList<>();

  @BeforeEach
  void name() {
    agent.with("1.3.6.1.2.1.1.5.0", new OctetString("edge1"));
  }

  private SetOutcome set(String extra) {
    ConfigReading<SnmpProfiles> parsed =
        SnmpProfiles.parse(
            "snmp.yaml",
            "profiles: [ { name: test, version: v2c, community: c, port: %d, timeout: 300ms%s } ]"
                .formatted(agent.address().getPort(), extra));
    assertThat(parsed.problems()).isEmpty();
    ProfileTargets targets =
        new ProfileTargets(
            parsed.value()::orElseThrow,
            () -> RequestOptions.DEFAULT,
            alias -> Optional.empty(),
            InstantSource.system());
    Device device =
        new Device(
            new NodeKey("7"),
            7,
            "edge1",
            "Default",
            "",
            Optional.of(InetAddress.getLoopbackAddress()),
            true,
            new TreeSet<>(),
            Map.of());
    List<VariableBinding> assignments =
        List.of(
            new VariableBinding(ALIAS, new OctetString("uplink")),
            new VariableBinding(ADMIN_STATUS, new Integer32(1)));
    return Wait.forResult(
        new SnmpWriter(() -> engine, targets, record::add, InstantSource.system(), Runnable::run)
            .set(device, assignments, "operator"));
  }

  private List<SetAudit.Stage> stages() {
    return record.stream().map(SetAudit.Entry::stage).toList();
  }

  @Test
  void without_leave_in_the_profile_nothing_is_sent() {
    SetOutcome outcome = set("");

    assertThat(outcome).isInstanceOf(SetOutcome.Refused.class);
    assertThat(((SetOutcome.Refused) outcome).why()).contains("allowSet: true", "Profile test");
    assertThat(agent.requests()).isEmpty();
    assertThat(stages()).containsExactly(SetAudit.Stage.REFUSED);
  }

  @Test
  void several_objects_are_set_in_one_request_and_recorded() {
    SetOutcome outcome = set(", allowSet: true");

    assertThat(outcome).isInstanceOf(SetOutcome.Done.class);
    assertThat(agent.requests()).hasSize(1);
    assertThat(agent.requests().get(0).pdu().getType()).isEqualTo(PDU.SET);
    assertThat(stages()).containsExactly(SetAudit.Stage.SENDING, SetAudit.Stage.DONE);
    assertThat(record.get(0).by()).isEqualTo("operator");
    assertThat(record.get(0).assignments())
        .containsExactly(ALIAS + " = uplink", ADMIN_STATUS + " = 1");
    assertThat(Wait.texts(Wait.success(engine.get(Wait.v2c(agent.address()), List.of(ALIAS)))))
        .containsExactly("uplink");
  }

  @Test
  void an_error_names_the_object_that_the_device_refused() {
    agent.changing(
        pdu -> {
          pdu.setErrorStatus(PDU.notWritable);
          pdu.setErrorIndex(2);
          return pdu;
        });

    SetOutcome outcome = set(", allowSet: true");

    assertThat(outcome).isEqualTo(new SetOutcome.Failed(new SnmpFailure.AgentError(17, 2)));
    assertThat(record.get(1).detail()).contains("notWritable(17)");
  }

  @Test
  void a_change_without_an_answer_is_never_sent_twice() {
    Wait.success(engine.get(Wait.v2c(agent.address()), Wait.oids("1.3.6.1.2.1.1.5.0")));
    agent.silent();

    SetOutcome outcome = set(", allowSet: true, retries: 3");

    assertThat(outcome).isInstanceOf(SetOutcome.Failed.class);
    assertThat(agent.requests()).filteredOn(r -> r.pdu().getType() == PDU.SET).hasSize(1);
    assertThat(stages()).containsExactly(SetAudit.Stage.SENDING, SetAudit.Stage.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "integer, -7, -7",
    "Unsigned, 4294967295, 4294967295",
    "counter64, 18446744073709551615, 18446744073709551615",
    "ipaddress, 192.0.2.1, 192.0.2.1",
    "string, up link, up link",
    "hex, 00:1b:2C, 00:1b:2c",
    "oid, .1.3.6.1.4.1.9, 1.3.6.1.4.1.9",
    "rowstatus, createAndGo, 4",
    "rowstatus, 6, 6",
  })
  void what_an_operator_types_becomes_a_value(String type, String text, String expected) {
    assertThat(SetValue.parse(type, text).orElseThrow()).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "integer, 3000000000",
    "integer, x",
    "unsigned, -1",
    "unsigned, 4294967296",
    "ipaddress, 192.0.2",
    "ipaddress, 2001:db8::1",
    "ipaddress, 192.0.2.0/24",
    "hex, 0g",
    "oid, 1.3.x",
    "oid, 7.1",
    "rowstatus, 7",
    "colour, red",
  })
  void what_is_no_value_of_its_type_is_refused(String type, String text) {
    assertThat(SetValue.parse(type, text)).isEmpty();
  }
}
