package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.config.SnmpAuthProtocol;
import org.opennms.plugins.trunkline.config.SnmpPrivProtocol;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.VariableBinding;

/**
 * Every version and algorithm that net-snmp offers, with its agent and with its receiver of
 * notifications (Debian's snmpd and snmptrapd). Writes what it found to {@code
 * target/snmp-matrix.md}; the page docs/snmp.md shows it.
 */
class NetSnmpMatrixTest {
  private static final OID SYSTEM = new OID("1.3.6.1.2.1.1");
  private static final OID LOCATION = new OID("1.3.6.1.2.1.1.6.0");
  private static final OID CONTACT = new OID("1.3.6.1.2.1.1.4.0");
  private static final OID COLD_START = new OID("1.3.6.1.6.3.1.1.5.1");
  private static final String PHRASE = "invented-phrase";
  private static final String ENGINE = "800016b505000102030405060708090a0b";
  private static final RequestOptions PATIENT = new RequestOptions(Duration.ofSeconds(2), 1, 25);

  @TempDir Path directory;
  private final Map<String, SnmpSecurity> kinds = new LinkedHashMap<>();
  private final Map<String, List<String>> found = new LinkedHashMap<>();
  private SnmpEngine engine;
  private SnmpNotifier notifier;

  @BeforeEach
  void start() throws IOException {
    engine = SnmpEngine.open(EngineSettings.DEFAULT);
    MemoryStore store = new MemoryStore();
    store.put("engine", "{\"engineId\":\"" + ENGINE + "\",\"boots\":41}");
    notifier = new SnmpNotifier(() -> engine, new OwnEngine(store), Runnable::run);
    kinds.put("v1", new SnmpSecurity.Community(true, "invented"));
    kinds.put("v2c", new SnmpSecurity.Community(false, "invented"));
    kinds.put("v3 noAuthNoPriv", usm("plain", "", Optional.empty(), Optional.empty()));
    for (SnmpAuthProtocol auth : SnmpAuthProtocol.values()) {
      kinds.put("v3 " + auth.spelling(), usm(auth, Optional.empty()));
      for (SnmpPrivProtocol priv : SnmpPrivProtocol.values()) {
        // net-snmp has no 3DES.
        if (priv != SnmpPrivProtocol.TRIPLE_DES) {
          kinds.put("v3 " + auth.spelling() + " " + priv.spelling(), usm(auth, Optional.of(priv)));
        }
      }
    }
    kinds.keySet().forEach(kind -> found.put(kind, new ArrayList<>()));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private static SnmpSecurity.Usm usm(SnmpAuthProtocol auth, Optional<SnmpPrivProtocol> priv) {
    String user = auth.name() + priv.map(p -> "-" + p.name()).orElse("");
    return usm(user, "", Optional.of(auth), priv);
  }

  private static SnmpSecurity.Usm usm(
      String user,
      String context,
      Optional<SnmpAuthProtocol> auth,
      Optional<SnmpPrivProtocol> priv) {
    return new SnmpSecurity.Usm(
        user,
        context,
        auth.map(a -> new SnmpSecurity.Auth(a, PHRASE)),
        priv.map(p -> new SnmpSecurity.Priv(p, PHRASE)));
  }

  private static String createUser(SnmpSecurity.Usm usm, String engine) {
    String auth = usm.auth().map(a -> " " + a.protocol().spelling() + " " + PHRASE).orElse("");
    String priv =
        usm.priv()
            .map(
                p ->
                    " "
                        + p.protocol().spelling().replaceAll("-(?=C$|192-|256-)", "")
                        + " "
                        + PHRASE)
            .orElse("");
    return "createUser " + engine + usm.user() + auth + priv;
  }

  private static String level(SnmpSecurity.Usm usm) {
    return usm.priv().isPresent() ? "priv" : usm.auth().isPresent() ? "auth" : "noauth";
  }

  private List<SnmpSecurity.Usm> users() {
    return kinds.values().stream()
        .filter(SnmpSecurity.Usm.class::isInstance)
        .map(SnmpSecurity.Usm.class::cast)
        .toList();
  }

  @Test
  void every_version_and_algorithm_works_with_the_agent_and_the_receiver_of_net_snmp()
      throws IOException {
    try (Snmpd agent = agent("127.0.0.1");
        Snmpd receiver = receiver()) {
      kinds.forEach((kind, security) -> ask(kind, target(agent, security)));
      kinds.forEach((kind, security) -> announce(kind, target(receiver, security)));
      await().atMost(Duration.ofSeconds(20)).until(() -> arrivals(receiver.log()));
    }
    Files.writeString(Path.of("target", "snmp-matrix.md"), String.join("\n", table()) + "\n");
    found.forEach((kind, ways) -> assertThat(ways).as(kind).hasSize(5).doesNotContain("failed"));
  }

  private SnmpTarget target(Snmpd daemon, SnmpSecurity security) {
    return new SnmpTarget(daemon.address(), security, PATIENT);
  }

  private Snmpd agent(String host) throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of("rwcommunity invented", "rwcommunity6 invented", "sysLocation cellar"));
    for (SnmpSecurity.Usm user : users()) {
      lines.add(createUser(user, ""));
      lines.add("rwuser " + user.user() + " " + level(user));
    }
    return Snmpd.start(directory("agent"), host, lines);
  }

  private Snmpd receiver() throws IOException {
    List<String> lines = new ArrayList<>(List.of("authCommunity log invented"));
    for (SnmpSecurity.Usm user : users()) {
      // A trap's authoritative engine is its sender, an inform's is the receiver.
      lines.add(createUser(user, "-e 0x" + ENGINE + " "));
      lines.add(createUser(user, ""));
      lines.add("authUser log " + user.user() + " " + level(user));
    }
    return Snmpd.trapReceiver(directory("receiver"), "127.0.0.1", lines);
  }

  private Path directory(String name) throws IOException {
    return Files.createDirectory(directory.resolve(name));
  }

  private void ask(String kind, SnmpTarget target) {
    SnmpResult<List<VariableBinding>> got = Wait.forResult(engine.get(target, List.of(LOCATION)));
    note(kind, got instanceof SnmpResult.Success<?>);
    TableResult walked = Wait.forResult(engine.walk(target, SYSTEM));
    note(kind, walked.failure().isEmpty() && walked.rows() > 30);
    OctetString contact = new OctetString(kind + "@example.net");
    SnmpResult<List<VariableBinding>> set =
        Wait.forResult(engine.set(target, List.of(new VariableBinding(CONTACT, contact))));
    note(kind, set instanceof SnmpResult.Success<?>);
  }

  private void announce(String kind, SnmpTarget target) {
    note(kind, Wait.forResult(notifier.trap(target, event("trap of " + kind + "."))).isEmpty());
    if (kind.equals("v1")) {
      found.get(kind).add("not in v1");
    } else {
      note(
          kind,
          Wait.forResult(notifier.inform(target, event("inform of " + kind + "."))).isEmpty());
    }
  }

  private static Notification event(String text) {
    return new Notification(
        COLD_START, 4_711, List.of(new VariableBinding(CONTACT, new OctetString(text))));
  }

  private boolean arrivals(String log) {
    return kinds.keySet().stream()
        .allMatch(
            kind ->
                log.contains("trap of " + kind + ".")
                    && (kind.equals("v1") || log.contains("inform of " + kind + ".")));
  }

  private void note(String kind, boolean works) {
    found.get(kind).add(works ? "yes" : "failed");
  }

  private List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("| | GET | walk | SET | trap to snmptrapd | inform to snmptrapd |");
    lines.add("|---|---|---|---|---|---|");
    found.forEach((kind, ways) -> lines.add("| " + kind + " | " + String.join(" | ", ways) + " |"));
    return lines;
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void both_address_families_and_all_versions_give_the_same_rows(String host) throws IOException {
    try (Snmpd agent = agent(host)) {
      for (String kind : List.of("v1", "v2c", "v3 SHA-256 AES-128")) {
        TableResult walked = Wait.forResult(engine.walk(target(agent, kinds.get(kind)), SYSTEM));

        assertThat(walked.failure()).as(kind).isEmpty();
        assertThat(walked.rows()).as(kind).isGreaterThan(30);
      }
    }
  }

  @Test
  void a_context_of_its_own_is_another_set_of_objects() throws IOException {
    try (Snmpd inner = agent("127.0.0.1")) {
      List<String> lines =
          List.of(
              "createUser ctx SHA " + PHRASE,
              "view all included .1",
              "rouser ctx auth -V all blue",
              "proxy -Cn blue -v 2c -c invented 127.0.0.1:%d .1.3.6.1.2.1.1"
                  .formatted(inner.address().getPort()));
      try (Snmpd outer = Snmpd.start(directory("contexts"), "127.0.0.1", lines)) {
        Optional<SnmpAuthProtocol> sha = Optional.of(SnmpAuthProtocol.SHA);
        SnmpTarget blue = target(outer, usm("ctx", "blue", sha, Optional.empty()));
        SnmpTarget green = target(outer, usm("ctx", "green", sha, Optional.empty()));

        assertThat(Wait.texts(Wait.success(engine.get(blue, List.of(LOCATION)))))
            .containsExactly("cellar");
        assertThat(Wait.forResult(engine.walk(green, SYSTEM)).rows()).isZero();
      }
    }
  }
}
