package org.opennms.plugins.trunkline.sandbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.network.agent.AgentSettings;
import org.opennms.plugins.trunkline.sandbox.network.agent.WireFaults;
import org.opennms.plugins.trunkline.sandbox.network.agent.WireFaults.Mangling;
import org.opennms.plugins.trunkline.sandbox.network.agent.WireFaults.Reply;
import org.opennms.plugins.trunkline.sandbox.network.agent.WireFaults.Rows;
import org.opennms.plugins.trunkline.sandbox.network.generate.GeneratorSettings;
import org.snmp4j.PDU;
import org.snmp4j.smi.OID;

/** Faults on the wire. */
class FaultsTest {
  private static final String SYS_NAME = "1.3.6.1.2.1.1.5.0";
  private static final String IF_DESCR = "1.3.6.1.2.1.2.2.1.2";

  private SimulatedNetwork network;
  private SnmpClient client;
  private String label;
  private InetSocketAddress agent;

  @BeforeEach
  void serve() throws IOException {
    network = SimulatedNetwork.generate(GeneratorSettings.mixed(10, 3), AgentSettings.sandbox());
    client = SnmpClient.v2c("sandbox");
    label = network.devices().get(0).label();
    agent = network.address(label);
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    network.close();
  }

  private void set(WireFaults faults) {
    network.faults(label).wire(before -> faults);
  }

  private String sysName() {
    var value = client.get(agent, SYS_NAME);
    return value == null ? null : value.toString();
  }

  @Test
  void a_silent_device_answers_again_when_it_is_healed() {
    set(WireFaults.NONE.withSilent(true));
    assertThat(sysName()).isNull();

    set(WireFaults.NONE);
    assertThat(sysName()).startsWith(label);
  }

  @Test
  void other_devices_are_not_touched_by_a_fault() {
    set(WireFaults.NONE.withSilent(true));
    String other = network.devices().get(1).label();

    assertThat(client.get(network.address(other), SYS_NAME).toString()).startsWith(other);
  }

  @Test
  void a_denying_device_takes_every_community_for_wrong() {
    set(WireFaults.NONE.withDenied(true));

    assertThat(sysName()).isNull();
  }

  @Test
  void loss_swallows_about_its_share_of_the_answers() throws IOException {
    set(WireFaults.NONE.withLoss(1));
    assertThat(sysName()).isNull();

    set(WireFaults.NONE.withLoss(0.5));
    int answered = 0;
    for (int attempt = 0; attempt < 20; attempt++) {
      answered += sysName() == null ? 0 : 1;
    }
    assertThat(answered).isBetween(3, 17);
  }

  @Test
  void a_delay_longer_than_the_patience_of_the_requester_is_a_timeout() {
    set(WireFaults.NONE.withDelay(2_000));
    assertThat(sysName()).isNull();

    set(WireFaults.NONE.withDelay(20));
    assertThat(sysName()).startsWith(label);
  }

  @Test
  void a_delay_of_one_device_does_not_hold_up_another() {
    set(WireFaults.NONE.withDelay(60_000));
    sysName();
    String other = network.devices().get(1).label();

    assertThat(client.get(network.address(other), SYS_NAME)).isNotNull();
  }

  @Test
  void garbage_and_truncated_answers_are_no_answers() {
    for (Mangling mangling : List.of(Mangling.GARBAGE, Mangling.TRUNCATED)) {
      set(WireFaults.NONE.with(mangling));
      assertThat(sysName()).as(mangling.name()).isNull();
    }
    set(WireFaults.NONE);
    assertThat(sysName()).startsWith(label);
  }

  @Test
  void a_wrong_request_id_is_not_taken_for_the_answer() {
    set(WireFaults.NONE.with(Reply.WRONG_REQUEST_ID));

    assertThat(sysName()).isNull();
  }

  @Test
  void gen_err_names_the_first_varbind() {
    set(WireFaults.NONE.with(Reply.GEN_ERR));
    PDU response = client.send(agent, client.pdu(PDU.GET, SYS_NAME));

    assertThat(response.getErrorStatus()).isEqualTo(PDU.genErr);
    assertThat(response.getErrorIndex()).isEqualTo(1);
  }

  @Test
  void too_big_comes_with_no_varbinds_at_all() {
    set(WireFaults.NONE.with(Reply.TOO_BIG));
    PDU response = client.send(agent, client.pdu(PDU.GET, SYS_NAME));

    assertThat(response.getErrorStatus()).isEqualTo(PDU.tooBig);
    assertThat(response.getVariableBindings()).isEmpty();
  }

  @Test
  void more_varbinds_than_the_limit_are_too_big_and_fewer_are_answered() {
    set(WireFaults.NONE.withMaxVarbinds(5));
    PDU many = client.pdu(PDU.GETBULK, IF_DESCR);
    many.setMaxRepetitions(6);
    PDU few = client.pdu(PDU.GETBULK, IF_DESCR);
    few.setMaxRepetitions(5);

    assertThat(client.send(agent, many).getErrorStatus()).isEqualTo(PDU.tooBig);
    assertThat(client.send(agent, few).size()).isEqualTo(5);
  }

  private List<OID> next(int steps) {
    List<OID> seen = new ArrayList<>();
    OID last = new OID(IF_DESCR);
    for (int step = 0; step < steps; step++) {
      last = client.send(agent, client.pdu(PDU.GETNEXT, last.format())).get(0).getOid();
      seen.add(last);
    }
    return seen;
  }

  @Test
  void looping_rows_come_again_for_ever_by_getnext_and_getbulk() {
    set(WireFaults.NONE.with(Rows.LOOPING));
    List<OID> seen = next(8);
    PDU bulk = client.pdu(PDU.GETBULK, IF_DESCR + "." + seen.get(0).last());
    bulk.setMaxRepetitions(20);

    assertThat(seen.stream().distinct()).hasSize(3);
    assertThat(client.send(agent, bulk).getVariableBindings().stream().distinct()).hasSize(3);
  }

  @Test
  void repeated_rows_are_the_ones_that_were_asked_for() {
    set(WireFaults.NONE.with(Rows.REPEATED));

    assertThat(next(5).stream().distinct()).hasSize(1);
  }

  @Test
  void out_of_order_rows_go_back() {
    set(WireFaults.NONE.with(Rows.OUT_OF_ORDER));
    PDU bulk = client.pdu(PDU.GETBULK, IF_DESCR);
    bulk.setMaxRepetitions(4);
    var rows = client.send(agent, bulk).getVariableBindings();

    assertThat(rows.get(1).getOid()).isLessThan(rows.get(0).getOid());
    assertThat(rows.get(3).getOid()).isGreaterThan(rows.get(2).getOid());
  }

  @Test
  void numbers_out_of_range_and_unknown_devices_are_refused() {
    assertThatThrownBy(() -> WireFaults.NONE.withLoss(1.5)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> WireFaults.NONE.withLoss(Double.NaN)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> WireFaults.NONE.withDelay(-1)).hasMessageContaining("0 or more");
    assertThatThrownBy(() -> network.faults("nobody")).hasMessageContaining("nobody");
  }
}
