package org.opennms.plugins.trunkline.sandbox.network.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opennms.plugins.trunkline.sandbox.network.SnmpClient;
import org.opennms.plugins.trunkline.sandbox.network.mib.StoredView;
import org.snmp4j.PDU;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;

class SecurityTest {
  private static final String SYS_NAME = "1.3.6.1.2.1.1.5.0";
  private static final OctetString ENGINE_ID =
      OctetString.fromHexString("80:00:1f:88:03:02:00:00:00:00:01");

  private AgentFleet fleet;
  private InetSocketAddress agent;

  @BeforeEach
  void serve() throws IOException {
    serve(SnmpUser.sandbox());
  }

  private void serve(SnmpUser user) throws IOException {
    stop();
    TreeMap<OID, Variable> values = new TreeMap<>();
    values.put(new OID(SYS_NAME), new OctetString("secured"));
    AgentSpec spec = new AgentSpec("one", 0x7f20_0001, ENGINE_ID, 7, 0, new StoredView(values));
    fleet = AgentFleet.start(List.of(spec), AgentSettings.sandbox().withUser(user), 1);
    agent = new InetSocketAddress("127.32.0.1", fleet.port());
  }

  @AfterEach
  void stop() {
    if (fleet != null) {
      fleet.close();
    }
  }

  static List<SnmpUser> users() {
    return SnmpUser.AUTH_PROTOCOLS.keySet().stream()
        .sorted()
        .flatMap(
            auth ->
                SnmpUser.PRIV_PROTOCOLS.keySet().stream()
                    .sorted()
                    .map(priv -> new SnmpUser("u", auth, "passphrase one", priv, "passphrase two")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("users")
  void every_pair_of_protocols_is_understood(SnmpUser user) throws IOException {
    serve(user);
    try (SnmpClient client = SnmpClient.v3(user)) {
      assertThat(client.get(agent, SYS_NAME)).hasToString("secured");
    }
  }

  @Test
  void authentication_alone_and_no_security_are_understood() throws IOException {
    for (SnmpUser user :
        List.of(
            new SnmpUser("u", "SHA-512", "passphrase one", null, null),
            new SnmpUser("u", null, null, null, null))) {
      serve(user);
      try (SnmpClient client = SnmpClient.v3(user)) {
        assertThat(client.get(agent, SYS_NAME)).hasToString("secured");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("users")
  void localized_keys_are_those_of_the_library(SnmpUser user) {
    SecurityProtocols protocols = UsmEngine.PROTOCOLS;
    OID auth = SnmpUser.AUTH_PROTOCOLS.get(user.authProtocol());
    OID priv = SnmpUser.PRIV_PROTOCOLS.get(user.privProtocol());
    var localized = new KeyLocalizer(user, protocols).localize(ENGINE_ID);

    assertThat(localized.getAuthenticationPassphrase().getValue())
        .isEqualTo(
            protocols
                .getAuthenticationProtocol(auth)
                .passwordToKey(new OctetString(user.authPassphrase()), ENGINE_ID.getValue()));
    assertThat(localized.getPrivacyPassphrase().getValue())
        .isEqualTo(
            protocols.passwordToKey(
                priv, auth, new OctetString(user.privPassphrase()), ENGINE_ID.getValue()));
  }

  @Test
  void a_wrong_key_is_reported_as_wrong_digest_and_counted() throws IOException {
    SnmpUser wrong =
        new SnmpUser("trunkline", "SHA-256", "not the phrase", "AES-128", "sandbox-priv-phrase");
    try (SnmpClient client = SnmpClient.v3(wrong)) {
      PDU first = client.send(agent, client.pdu(PDU.GET, SYS_NAME));
      PDU second = client.send(agent, client.pdu(PDU.GET, SYS_NAME));

      assertThat(first.getType()).isEqualTo(PDU.REPORT);
      assertThat(first.get(0).getOid()).isEqualTo(SnmpConstants.usmStatsWrongDigests);
      assertThat(second.get(0).getVariable().toLong())
          .isGreaterThan(first.get(0).getVariable().toLong());
    }
  }

  @Test
  void an_unknown_user_is_reported() throws IOException {
    SnmpUser unknown = new SnmpUser("nobody", "SHA-256", "sandbox-auth-phrase", null, null);
    try (SnmpClient client = SnmpClient.v3(unknown)) {
      PDU response = client.send(agent, client.pdu(PDU.GET, SYS_NAME));

      assertThat(response.get(0).getOid()).isEqualTo(SnmpConstants.usmStatsUnknownUserNames);
    }
  }

  @Test
  void a_reboot_counts_the_engine_up_and_requesters_find_their_way_back() throws IOException {
    try (SnmpClient client = SnmpClient.v3(SnmpUser.sandbox())) {
      assertThat(client.get(agent, SYS_NAME)).hasToString("secured");

      fleet.agents().get("one").reboot(System.currentTimeMillis());

      PDU response = client.send(agent, client.pdu(PDU.GET, SYS_NAME));
      if (response.getType() == PDU.REPORT) {
        assertThat(response.get(0).getOid()).isEqualTo(SnmpConstants.usmStatsNotInTimeWindows);
        response = client.send(agent, client.pdu(PDU.GET, SYS_NAME));
      }
      assertThat(response.get(0).getVariable()).hasToString("secured");
    }
  }

  @Test
  void an_agent_that_denies_has_another_key_until_it_no_longer_does() throws IOException {
    Agent one = fleet.agents().get("one");
    one.faults(WireFaults.NONE.withDenied(true));
    try (SnmpClient open = SnmpClient.v2c("sandbox");
        SnmpClient secure = SnmpClient.v3(SnmpUser.sandbox())) {
      assertThat(open.get(agent, SYS_NAME)).isNull();
      assertThat(secure.send(agent, secure.pdu(PDU.GET, SYS_NAME)).get(0).getOid())
          .isEqualTo(SnmpConstants.usmStatsWrongDigests);

      one.faults(WireFaults.NONE);
      assertThat(open.get(agent, SYS_NAME)).hasToString("secured");
      assertThat(secure.get(agent, SYS_NAME)).hasToString("secured");
    }
  }

  @Test
  void settings_that_cannot_work_are_refused_with_a_reason() {
    assertThatThrownBy(() -> new SnmpUser("u", "SHA-257", "passphrase", null, null))
        .hasMessageContaining("SHA-257")
        .hasMessageContaining("SHA-256");
    assertThatThrownBy(() -> new SnmpUser("u", "SHA", "short", null, null))
        .hasMessageContaining("8 characters");
    assertThatThrownBy(() -> new SnmpUser("u", null, null, "DES", "passphrase"))
        .hasMessageContaining("needs authentication");
  }

  @Test
  void secrets_do_not_show() {
    assertThat(SnmpUser.sandbox().toString()).doesNotContain("phrase");
    assertThat(AgentSettings.sandbox().withCommunity("hush").toString())
        .doesNotContain("hush")
        .doesNotContain("phrase");
  }
}
