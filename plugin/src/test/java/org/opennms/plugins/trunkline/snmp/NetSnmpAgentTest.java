package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opennms.plugins.trunkline.config.SnmpAuthProtocol;
import org.opennms.plugins.trunkline.config.SnmpPrivProtocol;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.VariableBinding;

/** The engine against the reference agent, Debian's snmpd (package snmpd). */
class NetSnmpAgentTest {
  private static final OID SYS_LOCATION = new OID("1.3.6.1.2.1.1.6.0");
  private static final OID SYSTEM = new OID("1.3.6.1.2.1.1");
  private static final String AUTH_PHRASE = "invented-auth-phrase";
  private static final String PRIV_PHRASE = "invented-priv-phrase";
  private static final RequestOptions QUICK = new RequestOptions(Duration.ofMillis(1500), 1, 25);

  @TempDir static Path directory;
  private static Snmpd snmpd;
  private static SnmpEngine engine;

  @BeforeAll
  static void start() throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "rocommunity invented",
                "rocommunity6 invented",
                "sysLocation cellar",
                "createUser plain",
                "rouser plain noauth"));
    for (SnmpAuthProtocol auth : SnmpAuthProtocol.values()) {
      lines.add("createUser %s %s %s".formatted(auth.name(), auth.spelling(), AUTH_PHRASE));
      lines.add("rouser " + auth.name() + " auth");
      for (SnmpPrivProtocol priv : offered()) {
        String user = auth.name() + "-" + priv.name();
        lines.add(
            "createUser %s %s %s %s %s"
                .formatted(user, auth.spelling(), AUTH_PHRASE, netSnmpName(priv), PRIV_PHRASE));
        lines.add("rouser " + user + " priv");
      }
    }
    snmpd = Snmpd.start(directory, "127.0.0.1", lines);
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
  }

  @AfterAll
  static void stop() {
    if (engine != null) {
      engine.close();
    }
    if (snmpd != null) {
      snmpd.close();
    }
  }

  private static List<SnmpPrivProtocol> offered() {
    // net-snmp has no 3DES.
    return Stream.of(SnmpPrivProtocol.values())
        .filter(p -> p != SnmpPrivProtocol.TRIPLE_DES)
        .toList();
  }

  private static String netSnmpName(SnmpPrivProtocol priv) {
    return switch (priv) {
      case AES_192_C -> "AES192C";
      case AES_256_C -> "AES256C";
      default -> priv.spelling();
    };
  }

  private static SnmpTarget target(SnmpSecurity security) {
    return new SnmpTarget(snmpd.address(), security, QUICK);
  }

  private static SnmpSecurity.Usm usm(
      String user, SnmpAuthProtocol auth, Optional<SnmpPrivProtocol> priv) {
    return new SnmpSecurity.Usm(
        user,
        "",
        Optional.of(new SnmpSecurity.Auth(auth, AUTH_PHRASE)),
        priv.map(p -> new SnmpSecurity.Priv(p, PRIV_PHRASE)));
  }

  private static <T> T await(java.util.concurrent.CompletableFuture<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void assertReadsLocation(SnmpSecurity security) {
    SnmpResult<List<VariableBinding>> result =
        await(engine.get(target(security), List.of(SYS_LOCATION)));

    assertThat(result).isInstanceOf(SnmpResult.Success.class);
    assertThat(((SnmpResult.Success<List<VariableBinding>>) result).value())
        .extracting(vb -> vb.getVariable().toString())
        .containsExactly("cellar");
  }

  private static SnmpFailure failure(SnmpSecurity security) {
    SnmpResult<List<VariableBinding>> result =
        await(engine.get(target(security), List.of(SYS_LOCATION)));
    assertThat(result).isInstanceOf(SnmpResult.Failure.class);
    return ((SnmpResult.Failure<List<VariableBinding>>) result).why();
  }

  @Test
  void v1_and_v2c_read_an_object() {
    assertReadsLocation(new SnmpSecurity.Community(true, "invented"));
    assertReadsLocation(new SnmpSecurity.Community(false, "invented"));
  }

  @Test
  void v3_without_security_reads_an_object() {
    assertReadsLocation(new SnmpSecurity.Usm("plain", "", Optional.empty(), Optional.empty()));
  }

  static Stream<Arguments> algorithms() {
    return Stream.of(SnmpAuthProtocol.values())
        .flatMap(
            auth ->
                Stream.concat(
                    Stream.of(Arguments.of(auth, Optional.empty())),
                    offered().stream().map(p -> Arguments.of(auth, Optional.of(p)))));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void v3_reads_an_object_with_every_algorithm_that_net_snmp_offers(
      SnmpAuthProtocol auth, Optional<SnmpPrivProtocol> priv) {
    String user = auth.name() + priv.map(p -> "-" + p.name()).orElse("");

    assertReadsLocation(usm(user, auth, priv));
  }

  @Test
  void a_subtree_is_walked_alike_in_every_version() {
    List<SnmpSecurity> all =
        List.of(
            new SnmpSecurity.Community(true, "invented"),
            new SnmpSecurity.Community(false, "invented"),
            usm(
                "SHA_256-AES_128",
                SnmpAuthProtocol.SHA_256,
                Optional.of(SnmpPrivProtocol.AES_128)));

    for (SnmpSecurity security : all) {
      TableResult result = await(engine.walk(target(security), SYSTEM));

      assertThat(result.failure()).isEmpty();
      assertThat(result.defects()).isEmpty();
      assertThat(result.rows()).isGreaterThan(30);
      assertThat(result.columns().get(0).index(0)).containsExactly(1, 0);
    }
  }

  @Test
  void wrong_v3_credentials_are_reported_by_what_is_wrong() {
    SnmpSecurity.Usm wrongKey =
        new SnmpSecurity.Usm(
            "SHA_256",
            "",
            Optional.of(new SnmpSecurity.Auth(SnmpAuthProtocol.SHA_256, "another-phrase")),
            Optional.empty());
    SnmpSecurity.Usm tooHigh =
        usm("SHA_256", SnmpAuthProtocol.SHA_256, Optional.of(SnmpPrivProtocol.AES_128));

    assertThat(failure(usm("nobody", SnmpAuthProtocol.SHA, Optional.empty())))
        .isEqualTo(new SnmpFailure.Refused(UsmReport.UNKNOWN_USER));
    assertThat(failure(wrongKey)).isEqualTo(new SnmpFailure.Refused(UsmReport.WRONG_DIGEST));
    assertThat(failure(tooHigh))
        .isEqualTo(new SnmpFailure.Refused(UsmReport.UNSUPPORTED_SECURITY_LEVEL));
  }

  @Test
  void a_wrong_privacy_passphrase_is_told_apart_from_a_silent_agent() {
    SnmpSecurity.Usm wrong =
        new SnmpSecurity.Usm(
            "SHA-AES_128",
            "",
            Optional.of(new SnmpSecurity.Auth(SnmpAuthProtocol.SHA, AUTH_PHRASE)),
            Optional.of(new SnmpSecurity.Priv(SnmpPrivProtocol.AES_128, "another-phrase")));

    SnmpFailure why = failure(wrong);

    assertThat(why)
        .satisfiesAnyOf(
            w -> assertThat(w).isEqualTo(new SnmpFailure.Refused(UsmReport.DECRYPTION_ERROR)),
            w -> assertThat(((SnmpFailure.NoAnswer) w).engineKnown()).isTrue());
  }

  @Test
  void a_wrong_community_is_reported_as_no_answer() {
    assertThat(failure(new SnmpSecurity.Community(false, "wrong")))
        .isInstanceOf(SnmpFailure.NoAnswer.class);
  }

  @Test
  void a_restart_of_the_remote_engine_is_noticed_and_costs_no_request() throws IOException {
    SnmpSecurity.Usm security =
        usm("SHA_512-AES_256", SnmpAuthProtocol.SHA_512, Optional.of(SnmpPrivProtocol.AES_256));
    assertReadsLocation(security);

    snmpd.restart();

    assertReadsLocation(security);
  }
}
