package org.opennms.plugins.trunkline.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.operations.AlertDesk;

/** JSON of alerts; the OpenAPI document says what each field means. */
final class AlertViews {
  private AlertViews() {}

  /** JSON of the alerts whose cause is there; null is left out. */
  record Listing(
      int total,
      Map<String, Integer> open,
      int suppressed,
      int pending,
      int waiting,
      String countedUntil,
      List<Row> items) {
    static Listing of(AlertDesk.Overview now, List<Alert> alerts, int rows) {
      Map<String, Integer> open = new TreeMap<>();
      now.open().forEach((severity, count) -> open.put(severity.spelling(), count));
      return new Listing(
          alerts.size(),
          open,
          now.suppressed(),
          now.pending(),
          now.waiting(),
          now.countedUntil().map(Instant::toString).orElse(null),
          alerts.stream().limit(rows).map(Row::of).toList());
    }
  }

  /** JSON of the alerts that are over. */
  record History(List<Row> items) {
    static History of(List<Alert> alerts) {
      return new History(alerts.stream().map(Row::of).toList());
    }
  }

  /** JSON of an alert; what does not apply is left out. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Row(
      Long id,
      String rule,
      String kind,
      String state,
      String severity,
      String subject,
      String node,
      String ifName,
      String since,
      String openedAt,
      String clearedAt,
      String text,
      boolean flapping,
      String suppressedBy) {
    static Row of(Alert alert) {
      return new Row(
          alert.id() == 0 ? null : alert.id(),
          alert.rule(),
          alert.kind().spelling(),
          alert.state().name().toLowerCase(Locale.ROOT),
          alert.severity().spelling(),
          alert.subject().key(),
          alert.place().nodeLabel(),
          alert.place().ifName(),
          alert.since().toString(),
          alert.id() == 0 ? null : alert.openedAt().toString(),
          alert.clearedAt().map(Instant::toString).orElse(null),
          alert.text(),
          alert.flapping(),
          alert.suppressedBy().orElse(null));
    }
  }

  /** JSON of one alert with all that is known of it. */
  record Detail(Row alert, Map<String, String> facts, List<String> reasons, List<Entry> timeline) {
    static Detail of(Alert alert) {
      return new Detail(
          Row.of(alert),
          new TreeMap<>(alert.facts()),
          alert.reasons(),
          alert.timeline().stream().map(e -> new Entry(e.at().toString(), e.what())).toList());
    }
  }

  /** JSON of something that happened to an alert. */
  record Entry(String at, String what) {}
}
