package org.opennms.plugins.trunkline.sandbox.network.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.sandbox.network.SnmpClient;
import org.opennms.plugins.trunkline.sandbox.network.mib.MibView;
import org.opennms.plugins.trunkline.sandbox.network.mib.StoredView;
import org.snmp4j.PDU;
import org.snmp4j.smi.Counter64;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

class AgentTest {
  private static final int ADDRESS = 0x7f20_0001;

  private AgentFleet fleet;
  private InetSocketAddress agent;

  @BeforeEach
  void serve() throws IOException {
    fleet = AgentFleet.start(List.of(spec("one", ADDRESS)), AgentSettings.sandbox(), 1);
    agent = new InetSocketAddress("127.32.0.1", fleet.port());
  }

  @AfterEach
  void stop() {
    fleet.close();
  }

  private static AgentSpec spec(String label, int address) {
    TreeMap<OID, Variable> values = new TreeMap<>();
    values.put(new OID("1.3.6.1.2.1.1.1.0"), new OctetString("agent " + label));
    values.put(new OID("1.3.6.1.2.1.1.5.0"), new OctetString("name"));
    for (int row = 1; row <= 300; row++) {
      values.put(new OID("1.3.6.1.2.1.2.2.1.1." + row), new Integer32(row));
      values.put(new OID("1.3.6.1.2.1.2.2.1.2." + row), new OctetString("interface number " + row));
    }
    values.put(new OID("1.3.6.1.2.1.31.1.1.1.6.1"), new Counter64(-1));
    values.put(new OID("1.3.6.1.2.1.31.1.1.1.18.1"), new OctetString("last"));
    OctetString engineId =
        OctetString.fromHexString("80:00:1f:88:05:" + label.length() + "1:0a:0b");
    return new AgentSpec(label, address, engineId, 7, 0, new StoredView(values));
  }

  @Test
  void get_answers_each_varbind_with_its_value_or_the_kind_of_its_absence() throws IOException {
    try (SnmpClient client = SnmpClient.v2c("sandbox")) {
      PDU response =
          client.send(
              agent,
              client.pdu(
                  PDU.GET, "1.3.6.1.2.1.1.1.0", "1.3.6.1.2.1.2.2.1.1.999", "1.3.6.1.2.1.99.1.0"));

      assertThat(response.get(0).getVariable()).hasToString("agent one");
      assertThat(response.get(1).getVariable()).isEqualTo(Null.noSuchInstance);
      assertThat(response.get(2).getVariable()).isEqualTo(Null.noSuchObject);
      assertThat(response.getErrorStatus()).isZero();
    }
  }

  @Test
  void getnext_after_the_last_instance_is_the_end_of_the_view() throws IOException {
    try (SnmpClient client = SnmpClient.v2c("sandbox")) {
      PDU response =
          client.send(agent, client.pdu(PDU.GETNEXT, "1.3.6.1.2.1.31.1.1.1.18.1", "1.3"));

      assertThat(response.get(0).getVariable()).isEqualTo(Null.endOfMibView);
      assertThat(response.get(0).getOid()).isEqualTo(new OID("1.3.6.1.2.1.31.1.1.1.18.1"));
      assertThat(response.get(1).getOid()).isEqualTo(new OID("1.3.6.1.2.1.1.1.0"));
    }
  }

  @Test
  void getbulk_interleaves_repeaters_after_the_non_repeaters() throws IOException {
    try (SnmpClient client = SnmpClient.v2c("sandbox")) {
      PDU request =
          client.pdu(PDU.GETBULK, "1.3.6.1.2.1.1.4", "1.3.6.1.2.1.2.2.1.1", "1.3.6.1.2.1.2.2.1.2");
      request.setNonRepeaters(1);
      request.setMaxRepetitions(2);

      assertThat(client.send(agent, request).getVariableBindings())
          .extracting(varbind -> varbind.getOid().toString())
          .containsExactly(
              "1.3.6.1.2.1.1.5.0",
              "1.3.6.1.2.1.2.2.1.1.1",
              "1.3.6.1.2.1.2.2.1.2.1",
              "1.3.6.1.2.1.2.2.1.1.2",
              "1.3.6.1.2.1.2.2.1.2.2");
    }
  }

  @Test
  void getbulk_that_asks_for_more_than_fits_is_cut_at_the_message_size() throws IOException {
    try (SnmpClient client = SnmpClient.v2c("sandbox")) {
      PDU request = client.pdu(PDU.GETBULK, "1.3.6.1.2.1.2.2.1.1", "1.3.6.1.2.1.2.2.1.2");
      request.setMaxRepetitions(10_000);
      PDU response = client.send(agent, request);

      assertThat(response.getErrorStatus()).isZero();
      assertThat(response.getBERLength()).isBetween(15_000, AgentSettings.MAX_MESSAGE_SIZE);
      assertThat(client.walk(agent, "1.3.6.1.2.1.2.2", 10_000)).hasSize(600);
    }
  }

  @Test
  void getbulk_stops_repeating_when_all_variables_are_at_the_end() throws IOException {
    try (SnmpClient client = SnmpClient.v2c("sandbox")) {
      PDU request = client.pdu(PDU.GETBULK, "1.3.6.1.2.1.31.1.1.1.18.1");
      request.setMaxRepetitions(50);

      assertThat(client.send(agent, request).getVariableBindings()).hasSize(1);
    }
  }

  @Test
  void version_3_keeps_to_the_size_that_the_requester_can_take() throws IOException {
    try (SnmpClient client = SnmpClient.v3(SnmpUser.sandbox(), 1_500)) {
      PDU request = client.pdu(PDU.GETBULK, "1.3.6.1.2.1.2.2.1.2");
      request.setMaxRepetitions(300);
      PDU response = client.send(agent, request);

      assertThat(response.getErrorStatus()).isZero();
      assertThat(response.size()).isBetween(10, 60);
    }
  }

  @Test
  void get_whose_answer_cannot_fit_is_too_big_without_varbinds() throws IOException {
    try (SnmpClient client = SnmpClient.v3(SnmpUser.sandbox(), 1_500)) {
      String[] many = new String[50];
      Arrays.setAll(many, row -> "1.3.6.1.2.1.2.2.1.2." + (row + 1));
      PDU response = client.send(agent, client.pdu(PDU.GET, many));

      assertThat(response.getErrorStatus()).isEqualTo(PDU.tooBig);
      assertThat(response.size()).isZero();
    }
  }

  @Test
  void version_1_has_no_exceptions_and_never_sees_64_bit_counters() throws IOException {
    try (SnmpClient client = SnmpClient.v1("sandbox")) {
      PDU missing =
          client.send(agent, client.pdu(PDU.GET, "1.3.6.1.2.1.1.1.0", "1.3.6.1.2.1.31.1.1.1.6.1"));
      PDU next = client.send(agent, client.pdu(PDU.GETNEXT, "1.3.6.1.2.1.31.1.1.1.1"));
      PDU end = client.send(agent, client.pdu(PDU.GETNEXT, "1.3.6.1.2.1.31.1.1.1.18.1"));

      assertThat(missing.getErrorStatus()).isEqualTo(PDU.noSuchName);
      assertThat(missing.getErrorIndex()).isEqualTo(2);
      assertThat(next.get(0).getOid()).isEqualTo(new OID("1.3.6.1.2.1.31.1.1.1.18.1"));
      assertThat(end.getErrorStatus()).isEqualTo(PDU.noSuchName);
    }
  }

  @Test
  void a_set_is_refused() throws IOException {
    try (SnmpClient client = SnmpClient.v2c("sandbox")) {
      PDU response = client.send(agent, client.pdu(PDU.SET, "1.3.6.1.2.1.1.5.0"));

      assertThat(response.getErrorStatus()).isEqualTo(PDU.notWritable);
    }
  }

  @Test
  void a_wrong_community_is_not_answered() throws IOException {
    try (SnmpClient client = SnmpClient.v2c("public")) {
      assertThat(client.get(agent, "1.3.6.1.2.1.1.1.0")).isNull();
    }
  }

  @Test
  void a_version_that_is_switched_off_is_not_answered() throws IOException {
    fleet.close();
    var onlyV3 = AgentSettings.sandbox().withVersions(Set.of(AgentSettings.Version.V3));
    fleet = AgentFleet.start(List.of(spec("one", ADDRESS)), onlyV3, 1);
    agent = new InetSocketAddress("127.32.0.1", fleet.port());
    try (SnmpClient open = SnmpClient.v2c("sandbox");
        SnmpClient secure = SnmpClient.v3(SnmpUser.sandbox())) {
      assertThat(open.get(agent, "1.3.6.1.2.1.1.1.0")).isNull();
      assertThat(secure.get(agent, "1.3.6.1.2.1.1.1.0")).hasToString("agent one");
    }
  }

  @Test
  void answers_come_from_the_address_that_was_asked() throws IOException {
    fleet.close();
    List<AgentSpec> two = List.of(spec("one", ADDRESS), spec("another", ADDRESS + 1));
    fleet = AgentFleet.start(two, AgentSettings.sandbox(), 2);
    try (SnmpClient client = SnmpClient.v2c("sandbox")) {
      for (String address : List.of("127.32.0.1", "127.32.0.2")) {
        InetSocketAddress to = new InetSocketAddress(address, fleet.port());
        assertThat(client.get(to, "1.3.6.1.2.1.1.1.0").toString()).startsWith("agent ");
      }
    }
  }

  @Test
  void garbage_is_ignored_and_the_agent_goes_on() throws IOException {
    try (DatagramChannel attacker = DatagramChannel.open();
        SnmpClient client = SnmpClient.v2c("sandbox")) {
      Random random = new Random(4);
      for (int size = 0; size < 200; size++) {
        byte[] garbage = new byte[size];
        random.nextBytes(garbage);
        if (size > 2) {
          garbage[0] = 0x30;
          garbage[1] = (byte) (size - 2);
        }
        attacker.send(ByteBuffer.wrap(garbage), agent);
      }

      assertThat(client.get(agent, "1.3.6.1.2.1.1.1.0")).hasToString("agent one");
    }
  }

  @Test
  void an_occupied_port_is_named_with_a_remedy() {
    AgentSettings same = AgentSettings.sandbox().withPort(fleet.port());

    assertThatThrownBy(() -> AgentFleet.start(List.of(spec("one", ADDRESS)), same, 1))
        .isInstanceOf(BindException.class)
        .hasMessageContaining("127.32.0.1:" + fleet.port())
        .hasMessageContaining("--port");
  }

  @Test
  void closing_frees_the_sockets_and_ends_the_threads() throws IOException {
    int port = fleet.port();
    fleet.close();

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("sandbox-agents-"));
    fleet =
        AgentFleet.start(List.of(spec("one", ADDRESS)), AgentSettings.sandbox().withPort(port), 1);
    assertThat(fleet.port()).isEqualTo(port);
  }

  @Test
  void a_view_that_fails_is_counted_and_costs_only_that_answer() throws IOException {
    TreeMap<OID, Variable> values = new TreeMap<>();
    values.put(new OID("1.3.6.1.2.1.1.5.0"), new OctetString("name"));
    StoredView healthy = new StoredView(values);
    MibView failing =
        new MibView() {
          @Override
          public Variable get(OID instance, long now) {
            return healthy.get(instance, now);
          }

          @Override
          public Iterator<VariableBinding> after(OID start, long now) {
            throw new IllegalStateException("no rows today");
          }
        };
    fleet.close();
    OctetString engineId = OctetString.fromHexString("80:00:1f:88:05:01:02");
    AgentSpec spec = new AgentSpec("one", ADDRESS, engineId, 1, 0, failing);
    fleet = AgentFleet.start(List.of(spec), AgentSettings.sandbox(), 1);
    agent = new InetSocketAddress("127.32.0.1", fleet.port());
    try (SnmpClient client = SnmpClient.v2c("sandbox")) {
      assertThat(client.send(agent, client.pdu(PDU.GETNEXT, "1.3"))).isNull();
      assertThat(fleet.failures()).isEqualTo(1);
      assertThat(client.get(agent, "1.3.6.1.2.1.1.5.0")).hasToString("name");
    }
  }
}
