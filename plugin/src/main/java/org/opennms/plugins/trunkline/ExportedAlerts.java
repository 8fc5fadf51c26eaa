package org.opennms.plugins.trunkline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.opennms.plugins.trunkline.alert.AlarmSender;
import org.opennms.plugins.trunkline.alert.HostAlarm;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.telemetry.TelemetryAlarm;
import org.opennms.plugins.trunkline.telemetry.TelemetrySink;

/** What the host is told of alerts goes into the export as well. Thread-safe. */
final class ExportedAlerts implements AlarmSender {
  private final AlarmSender host;
  private final TelemetrySink sink;
  private final Function<NodeKey, Optional<Known>> inventory;

  /**
   * Passes on what it is given.
   *
   * @param host is told first
   * @param inventory what is known of a node
   */
  ExportedAlerts(
      AlarmSender host, TelemetrySink sink, Function<NodeKey, Optional<Known>> inventory) {
    this.host = host;
    this.sink = sink;
    this.inventory = inventory;
  }

  @Override
  public boolean send(Alert alert) {
    boolean taken = host.send(alert);
    if (taken) {
      export(alert);
    }
    return taken;
  }

  @Override
  public boolean resolve(HostAlarm orphan) {
    return host.resolve(orphan);
  }

  @Override
  public boolean heldBack(HeldBack what) {
    return host.heldBack(what);
  }

  // An alert of many devices, or of ourselves, has no node; of one that has gone, nothing is known.
  private void export(Alert alert) {
    alert
        .subject()
        .node()
        .flatMap(inventory)
        .ifPresentOrElse(
            known -> sink.alarm(known.device(), known.facts(), told(alert)),
            () -> sink.alarm(told(alert)));
  }

  private static TelemetryAlarm told(Alert alert) {
    List<String> tags = new ArrayList<>();
    tags.add("rule=" + alert.rule());
    tags.add("subject=" + alert.subject().key());
    if (!alert.place().ifName().isEmpty()) {
      tags.add("if_name=" + alert.place().ifName());
      tags.add("role=" + alert.place().role());
      tags.add("is_critical=" + alert.place().critical());
    }
    return new TelemetryAlarm(
        Long.toString(alert.id()),
        alert.rule(),
        alert.kind().isLearned() ? "ANOMALY" : "THRESHOLD",
        alert.severity().name().toUpperCase(Locale.ROOT),
        alert.text(),
        number(alert.facts(), "threshold"),
        number(alert.facts(), "value"),
        alert.openedAt(),
        alert.clearedAt(),
        tags);
  }

  /** The number that a fact begins with, for example 82 of {@code 82 %}; NaN for none. */
  private static double number(Map<String, String> facts, String name) {
    String text = facts.getOrDefault(name, "").split(" ", 2)[0];
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
