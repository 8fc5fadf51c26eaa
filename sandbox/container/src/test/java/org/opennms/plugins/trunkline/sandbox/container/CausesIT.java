package org.opennms.plugins.trunkline.sandbox.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that can befall a link at once, against baselines learned from the host's history and
 * with the rules as they are shipped (only their times are shorter): each cause is one alarm in the
 * host's list, through a restart, until it is gone. On the newest Karaf, or on those that {@code
 * -Dtrunkline.karaf=OLDEST,NEWEST} names.
 */
@ParameterizedClass
@MethodSource("lines")
class CausesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Link TATA_1 = new Link("fra-er1", "TenGigE0/0/1/1");
  private static final Link HURRICANE_1 = new Link("fra-er1", "TenGigE0/0/1/3");
  private static final Link TATA_2 = new Link("fra-er2", "Te0/1/1");
  private static final Link HURRICANE_2 = new Link("fra-er2", "Te0/1/3");
  private static final Link FIREWALL = new Link("fra-cr1", "xe-0/1/5");
  private static final Link DISTRIBUTION = new Link("fra-cr1", "xe-0/1/6");

  private final Stopwatch watch = new Stopwatch();
  private final Transcript transcript = new Transcript();
  private final List<Link> touched = new ArrayList<>();
  private HostAlarmList alarms;
  private InstalledTrunkline trunkline;

  @Parameter KarafLine line;

  private record Link(String node, String port) {
    String quoted() {
      return "'" + node + "' '" + port + "'";
    }

    String place() {
      return node + " " + port;
    }
  }

  static Stream<KarafLine> lines() {
    return KarafLine.chosen(KarafLine.NEWEST);
  }

  @BeforeEach
  void learn_from_the_hosts_history_and_measure_often() throws IOException {
    // What earlier tests did to the same interfaces must not be what baselines know of them.
    trunkline = InstalledTrunkline.alone(line);
    alarms = new HostAlarmList(trunkline);
    Files.writeString(rules(), Files.readString(rules()).replaceAll("for: \\d+m", "for: 20s"));
    trunkline.sandbox().allowMetrics(InstalledTrunkline.REST);
    trunkline
        .sandbox()
        .configure(
            Map.of(
                "traffic.source", "direct",
                "traffic.interval", "15s",
                "traffic.critical-interval", "15s",
                "baseline.calm", "1m"));
    shell("opennms-trunkline:discover");
    shell("opennms-trunkline:topology-refresh");
    watch.tell(line, "interfaces and links are known");
    assertThat(trunkline.shell().expect("opennms-trunkline:baseline-learn"))
        .contains("35 of 57 interfaces learned", "as the host does not collect it");
    watch.tell(line, "baselines are learned from the host's history");
  }

  @AfterEach
  void heal() throws IOException {
    try {
      for (Link each : touched) {
        shell("sandbox:restore " + each.quoted());
      }
    } finally {
      trunkline.close();
    }
  }

  @Test
  void each_cause_is_one_alarm_through_a_restart_until_it_is_gone() throws IOException {
    causeEverything();
    assertOneAlarmEach();

    List<String> before = alarms.identities();
    restart();
    assertThat(alarms.identities()).isEqualTo(before);

    for (Link each : touched) {
      shell("sandbox:restore " + each.quoted());
    }
    transcript.undone();
    watch.tell(line, "all causes are gone");
    shell("opennms-trunkline:topology-refresh");
    until("everything is over", () -> alarms.open().isEmpty());
    transcript.look(alarms.ours());
    watch.tell(line, "everything is over");
    assertThat(transcript.everOpen().values()).as("no other alarm came meanwhile").hasSize(6);
    System.out.println(transcript.table());
  }

  private void restart() throws IOException {
    trunkline.karaf().stop();
    trunkline.karaf().start();
    trunkline.sandbox().awaitTrunkline();
    watch.tell(line, "restarted");
    until(
        "the alerts are known again",
        () -> trunkline.shell().run("opennms-trunkline:alerts").output().contains("6 open"));
    shell("sandbox:run snapshot");
    until("baselines find again what is unusual", () -> finds(HURRICANE_2) && finds(FIREWALL));
    watch.tell(line, "baselines find again what is unusual");
  }

  private boolean finds(Link link) throws IOException {
    return trunkline
        .shell()
        .expect("opennms-trunkline:anomalies")
        .lines()
        .anyMatch(row -> row.contains(link.node()) && row.contains(link.port()));
  }

  private void causeEverything() throws IOException {
    assertThat(alarms.open()).as("before anything happens").isEmpty();
    cause("sandbox:cut", TATA_1, "", "interfaceDown");
    cause("sandbox:load", HURRICANE_1, "95", "highUtilization");
    cause("sandbox:corrupt", TATA_2, "0.05", "errors");
    cause("sandbox:spike", HURRICANE_2, "0 7200", "trafficAnomaly");
    cause("sandbox:load", FIREWALL, "70", "trafficAnomaly");
    until("there are five alarms", () -> alarms.open().size() >= 5);
    watch.tell(line, "five alarms");
    // A neighbour can be lost only once it was seen, which alerts look for every ten seconds.
    cause("sandbox:network pull", DISTRIBUTION, "", "neighbourLost");
    shell("opennms-trunkline:topology-refresh");
  }

  private void cause(String command, Link link, String amount, String kind) throws IOException {
    touched.add(link);
    String text = (command + " " + link.quoted() + " " + amount).strip();
    shell(text);
    transcript.done(text.replace("'", ""), kind, link.place());
    watch.tell(line, text);
  }

  private void assertOneAlarmEach() throws IOException {
    until("there are six alarms", () -> alarms.open().size() >= 6);
    watch.tell(line, "six alarms");
    assertAlarm(TATA_1, "interfaceDown", "CRITICAL", "isp uplink of Tata", ": down");
    assertAlarm(HURRICANE_1, "highUtilization", "MAJOR", "95 % of the capacity is used");
    assertAlarm(TATA_2, "errors", "MAJOR", "of the packets have errors");
    assertAlarm(HURRICANE_2, "trafficAnomaly", "CRITICAL", "less traffic than usual");
    assertAlarm(FIREWALL, "trafficAnomaly", "MAJOR", "more traffic than usual");
    assertAlarm(DISTRIBUTION, "neighbourLost", "MINOR", "no longer sees its neighbour");
    assertThat(alarms.open()).hasSize(6);
  }

  private void assertAlarm(Link of, String kind, String severity, String... texts)
      throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode alarm : alarms.open(kind)) {
      // It may be told of the link's other end, and names this one.
      if (alarm.path("logMessage").asText().contains(of.place())) {
        found.add(alarm);
      }
    }
    assertThat(found).as(kind + " of " + of).hasSize(1);
    JsonNode alarm = found.get(0);
    assertThat(alarm.path("severity").asText()).as(kind).isEqualTo(severity);
    assertThat(alarm.path("logMessage").asText()).contains(texts);
    assertThat(alarm.path("description").asText()).contains("/opennms/element/snmpinterface.jsp");
    assertThat(alarm.path("managedObjectInstance").asText()).contains("role=");
    assertThat(alarm.path("counter").asInt()).as("one event of " + of).isLessThan(3);
  }

  private void until(String what, Waiting.Question question) throws IOException {
    alarms.until(
        what,
        PATIENCE,
        () -> {
          transcript.look(alarms.ours());
          return question.ask();
        });
  }

  private Path rules() {
    return trunkline.karaf().etc().resolve("trunkline/alerts.yaml");
  }

  private void shell(String command) throws IOException {
    trunkline.shell().expect(command);
  }
}
