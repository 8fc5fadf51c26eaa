package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What devices and the host tell by themselves, and what the host loses. */
@ParameterizedClass
@MethodSource("lines")
class AlertsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(150);
  private static final String TRAP = "uei.opennms.org/generic/traps/SNMP_Link_Down";
  private static final String RULES =
      """
      rules:
        - { name: interface-down, kind: interface-down, severity: { critical: critical, otherwise: medium } }
      """;

  private final Set<InstalledTrunkline.Interface> touched = new LinkedHashSet<>();
  private HostAlarmList alarms;
  private String cfgBefore;
  private String rulesBefore;

  @Parameter KarafLine line;

  static Stream<KarafLine> lines() {
    return KarafLine.chosen(KarafLine.values());
  }

  @BeforeEach
  void know_what_the_interfaces_are_for() throws IOException {
    alarms = new HostAlarmList(trunkline());
    cfgBefore = Files.readString(cfg());
    rulesBefore = Files.readString(rules());
    poll("10s");
    Files.writeString(rules(), RULES);
    shell("opennms-trunkline:discover");
    // Roles are settled once the neighbours are known.
    shell("opennms-trunkline:topology-refresh");
    alarms.until("alerts know them", PATIENCE, () -> !tried().contains(" 0 interfaces (0 more"));
  }

  private String tried() throws IOException {
    return trunkline().shell().expect("opennms-trunkline:alert-rules-check " + rules());
  }

  @AfterEach
  void heal() throws IOException {
    shell("sandbox:fault off");
    poll("10s");
    for (InstalledTrunkline.Interface each : touched) {
      shell("sandbox:restore " + each.quoted());
    }
    shell("sandbox:traps off");
    alarms.until("every alarm is cleared", PATIENCE, () -> alarms.open().isEmpty());
    Files.writeString(cfg(), cfgBefore);
    Files.writeString(rules(), rulesBefore);
  }

  @Test
  void a_trap_leads_to_an_alarm_and_the_next_to_its_end_before_anything_is_polled()
      throws IOException {
    poll("1h");
    shell("sandbox:traps on");
    InstalledTrunkline.Interface uplink = uplinks(1).get(0);

    Stopwatch down = new Stopwatch();
    shell("sandbox:cut " + uplink.quoted());
    alarms.until("the host has the trap's alarm", PATIENCE, () -> !hosts("CLEARED").isEmpty());
    alarms.until("there is an alarm", PATIENCE, () -> alarms.open().size() == 1);
    down.tell(line, "alarm after a linkDown trap");
    assertThat(alarms.open().get(0).path("logMessage").asText())
        .startsWith(uplink.node() + " " + uplink.name())
        .contains("the host has alarm " + hosts("CLEARED").get(0).path("id").asInt());

    Stopwatch up = new Stopwatch();
    shell("sandbox:restore " + uplink.quoted());
    alarms.until("the alarm is over", PATIENCE, () -> alarms.open().isEmpty());
    up.tell(line, "cleared after a linkUp trap");
    alarms.until("and so is the host's own", PATIENCE, () -> hosts("CLEARED").isEmpty());
  }

  @Test
  void an_interface_that_is_not_critical_is_left_to_the_hosts_own_alarm() throws IOException {
    poll("1h");
    shell("sandbox:traps on");
    InstalledTrunkline.Interface other =
        interfaces(
                1, i -> !i.path("critical").asBoolean() && i.path("role").asText().equals("trunk"))
            .get(0);

    shell("sandbox:cut " + other.quoted());
    alarms.until(
        "it is suppressed",
        PATIENCE,
        () ->
            trunkline()
                .shell()
                .run("opennms-trunkline:alerts --suppressed")
                .output()
                .contains("the host's own alarm"));
    assertThat(alarms.open()).isEmpty();
    assertThat(hosts("CLEARED")).isNotEmpty();
  }

  @Test
  void an_interface_that_goes_with_its_module_is_down_until_it_is_back() throws IOException {
    InstalledTrunkline.Interface uplink = uplinks(1).get(0);

    Stopwatch down = new Stopwatch();
    shell("sandbox:network unseat " + uplink.quoted());
    alarms.until("there is an alarm", PATIENCE, () -> alarms.open().size() == 1);
    down.tell(line, "alarm after a module was pulled");
    assertThat(alarms.open().get(0).path("logMessage").asText())
        .startsWith(uplink.node() + " " + uplink.name())
        .contains("its device no longer has it");

    shell("sandbox:restore " + uplink.quoted());
    shell("opennms-trunkline:discover");
    alarms.until("the alarm is over", PATIENCE, () -> alarms.open().isEmpty());
  }

  @Test
  void what_the_host_lost_while_it_was_ill_is_in_its_list_afterwards() throws IOException {
    List<InstalledTrunkline.Interface> ports = uplinks(2);
    shell("sandbox:fault drop-events");
    shell("sandbox:fault kv-fail");
    shell("sandbox:fault listener-hang 60s");
    shell("sandbox:cut " + ports.get(0).quoted());
    untilOpen(1);
    shell("sandbox:fault send-fail");
    shell("sandbox:cut " + ports.get(1).quoted());
    untilOpen(2);
    assertThat(alarms.open()).isEmpty();

    shell("sandbox:fault off");
    alarms.until(
        "two alarms are there",
        PATIENCE,
        () -> {
          shell("sandbox:run snapshot");
          return alarms.open().size() == 2;
        });
    alarms.until(
        "they are kept",
        PATIENCE,
        () -> trunkline().shell().expect("sandbox:kv trunkline.alerts").contains("characters"));
  }

  private void untilOpen(int count) throws IOException {
    alarms.until(
        count + " open",
        PATIENCE,
        () ->
            trunkline().shell().run("opennms-trunkline:alerts").output().contains(count + " open"));
  }

  /** The host's own alarms of links that are down, but for those of a severity. */
  private List<JsonNode> hosts(String butFor) throws IOException {
    return alarms.all().stream()
        .filter(a -> a.path("uei").asText().equals(TRAP))
        .filter(a -> !a.path("severity").asText().equals(butFor))
        .toList();
  }

  private List<InstalledTrunkline.Interface> uplinks(int count) throws IOException {
    return interfaces(
        count, i -> i.path("critical").asBoolean() && i.path("role").asText().equals("isp_uplink"));
  }

  /** Some that are up, each left as it was by the test's end. */
  private List<InstalledTrunkline.Interface> interfaces(int count, Predicate<JsonNode> which)
      throws IOException {
    List<InstalledTrunkline.Interface> found =
        StreamSupport.stream(trunkline().interfaces().spliterator(), false)
            .filter(i -> i.path("monitored").asBoolean() && which.test(i))
            .filter(i -> i.path("operStatus").asText().equals("up"))
            // A doubtful role may change while the test runs.
            .sorted(Comparator.comparingDouble(i -> -i.path("confidence").asDouble()))
            .map(
                i ->
                    new InstalledTrunkline.Interface(
                        i.path("node").asText(), i.path("name").asText()))
            .limit(count)
            .toList();
    assertThat(found).as("interfaces of the simulated network").hasSize(count);
    touched.addAll(found);
    return found;
  }

  private void poll(String interval) throws IOException {
    ConfigFile.set(
        cfg(),
        Map.of(
            "traffic.source", "direct",
            "traffic.interval", interval,
            "traffic.critical-interval", interval));
  }

  private InstalledTrunkline trunkline() {
    return InstalledTrunkline.on(line);
  }

  private Path cfg() {
    return trunkline().karaf().etc().resolve("org.opennms.plugins.trunkline.cfg");
  }

  private Path rules() {
    return trunkline().karaf().etc().resolve("trunkline/alerts.yaml");
  }

  private void shell(String command) throws IOException {
    trunkline().shell().expect(command);
  }
}
