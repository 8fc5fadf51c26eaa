package org.opennms.plugins.trunkline.sandbox.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Trunkline's alarms in the list of the stand-in for the host, as an operator sees them there. */
final class HostAlarmList {
  static final String PREFIX = "uei.opennms.org/plugins/trunkline/alert/";

  // Each question is a login or two: many a second wear a busy Karaf's SSH server out.
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final InstalledTrunkline trunkline;

  HostAlarmList(InstalledTrunkline trunkline) {
    this.trunkline = trunkline;
  }

  /** Those that are not over. */
  List<JsonNode> open() throws IOException {
    return ours().stream().filter(HostAlarmList::isOpen).toList();
  }

  /** Whether it is a problem that is not over. */
  static boolean isOpen(JsonNode alarm) {
    return alarm.path("type").asText().equals("PROBLEM")
        && !alarm.path("severity").asText().equals("CLEARED");
  }

  /** Open ones of a kind, by the last part of the event's identifier. */
  List<JsonNode> open(String kind) throws IOException {
    return open().stream().filter(a -> a.path("uei").asText().equals(PREFIX + kind)).toList();
  }

  /** All, the cleared ones included. */
  List<JsonNode> ours() throws IOException {
    return all().stream().filter(a -> a.path("uei").asText().startsWith(PREFIX)).toList();
  }

  /** All, the host's own included. */
  List<JsonNode> all() throws IOException {
    JsonNode all = JSON.readTree(shell("sandbox:alarms --json"));
    return StreamSupport.stream(all.spliterator(), false).toList();
  }

  /** Each one's id and how many events it stands for. */
  List<String> identities() throws IOException {
    return open().stream()
        .map(a -> a.path("id").asInt() + "x" + a.path("counter").asInt())
        .sorted()
        .toList();
  }

  /** For the build's log. */
  void print(String when) throws IOException {
    System.out.println("The host's alarms " + when + ":");
    for (JsonNode a : ours()) {
      System.out.printf(
          "  %s %-8s count %s: %s%n",
          a.path("id"),
          a.path("severity").asText(),
          a.path("counter"),
          a.path("logMessage").asText());
    }
  }

  /** Waits, and shows both sides when it is in vain. */
  void until(String what, Duration patience, Waiting.Question question) throws IOException {
    new Waiting(patience, INTERVAL).until(what, question, this::everything);
  }

  private String everything() {
    try {
      return shell("opennms-trunkline:status")
          + shell("opennms-trunkline:alerts")
          + shell("opennms-trunkline:alerts --suppressed")
          + shell("opennms-trunkline:anomalies")
          + shell("sandbox:alarms")
          + "See "
          + trunkline.karaf().logFile();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private String shell(String command) throws IOException {
    return trunkline.shell().run(command).output();
  }
}
