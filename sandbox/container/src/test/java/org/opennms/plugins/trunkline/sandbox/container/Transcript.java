package org.opennms.plugins.trunkline.sandbox.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was done to the network, which alarm came of it, and when it came and went. */
final class Transcript {
  private final List<Line> lines = new ArrayList<>();
  private final Map<Integer, String> everOpen = new TreeMap<>();

  private static final class Line {
    private final String done;
    private final String kind;
    private final String place;
    private final Stopwatch since = new Stopwatch();
    private Stopwatch sinceGone;
    private String alarm = "none";
    private double raised = Double.NaN;
    private double cleared = Double.NaN;

    Line(String done, String kind, String place) {
      this.done = done;
      this.kind = kind;
      this.place = place;
    }

    boolean isOf(JsonNode alarm) {
      return alarm.path("uei").asText().equals(HostAlarmList.PREFIX + kind)
          && alarm.path("logMessage").asText().contains(place);
    }
  }

  /**
   * Something was done a moment ago.
   *
   * @param kind last part of the identifier of the event that is expected of it
   * @param place named in the alarm's text
   */
  void done(String what, String kind, String place) {
    lines.add(new Line(what, kind, place));
  }

  /** All that was done was undone a moment ago. */
  void undone() {
    lines.forEach(line -> line.sinceGone = new Stopwatch());
  }

  /** Notes what is new. */
  void look(List<JsonNode> alarms) {
    alarms.stream()
        .filter(HostAlarmList::isOpen)
        .forEach(
            alarm -> everOpen.put(alarm.path("id").asInt(), alarm.path("logMessage").asText()));
    for (Line line : lines) {
      alarms.stream().filter(line::isOf).findFirst().ifPresent(alarm -> look(line, alarm));
    }
  }

  private static void look(Line line, JsonNode alarm) {
    boolean open = HostAlarmList.isOpen(alarm);
    if (open && Double.isNaN(line.raised)) {
      line.raised = line.since.seconds();
      line.alarm = alarm.path("severity").asText() + ": " + alarm.path("logMessage").asText();
    }
    if (!open && Double.isNaN(line.cleared) && line.sinceGone != null) {
      line.cleared = line.sinceGone.seconds();
    }
  }

  /** What all alarms said that were open at any look, by id. */
  Map<Integer, String> everOpen() {
    return everOpen;
  }

  /** As a table in Markdown; seconds from the doing and from the undoing. */
  String table() {
    StringBuilder text =
        new StringBuilder(
            "| done | the host's alarm | raised after | cleared after |\n|---|---|---|---|\n");
    for (Line line : lines) {
      text.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %.0f s | %.0f s |%n",
              line.done,
              line.alarm,
              line.raised,
              line.cleared));
    }
    return text.toString();
  }
}
