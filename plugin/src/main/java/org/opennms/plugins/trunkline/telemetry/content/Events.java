package org.opennms.plugins.trunkline.telemetry.content;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.telemetry.DeviceCollection;
import org.opennms.plugins.trunkline.telemetry.InterfaceMetrics;
import org.opennms.plugins.trunkline.telemetry.Metric;
import org.opennms.plugins.trunkline.telemetry.StatusChange;
import org.opennms.plugins.trunkline.telemetry.TelemetryAlarm;
import org.opennms.plugins.trunkline.wire.proto.AlarmData;
import org.opennms.plugins.trunkline.wire.proto.MetricData;
import org.opennms.plugins.trunkline.wire.proto.StatusData;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;

/**
 * Events of the wire contract. Labels go into tags, {@code key=value} and sorted: a map with more
 * than one entry could not be verified after a round trip. Stateless.
 */
final class Events {
  private static final String SOURCE = "trunkline";

  private Events() {}

  /** The system group, the device's own metrics, then the interfaces'. */
  static List<TelemetryEvent> of(DeviceCollection collection) {
    List<TelemetryEvent> events = new ArrayList<>();
    Instant at = collection.at();
    for (Metric metric : system(collection)) {
      events.add(metric(metric, at, "system", List.of()));
    }
    for (Metric metric : collection.metrics()) {
      events.add(metric(metric, at, "device", List.of()));
    }
    for (InterfaceMetrics each : collection.interfaces()) {
      List<String> tags = tags(each.known());
      String component = each.known().key().name();
      each.metrics().forEach(m -> events.add(metric(m, at, component, tags)));
    }
    return events;
  }

  static TelemetryEvent of(TelemetryAlarm alarm) {
    boolean over = alarm.cleared().isPresent();
    AlarmData.Builder data =
        AlarmData.newBuilder()
            .setAlarmId(alarm.id())
            .setAlarmName(Texts.shortened(alarm.name(), Texts.LABEL))
            .setAlarmType(alarm.kind())
            .setState(over ? "CLEARED" : "ACTIVE")
            .setDescription(Texts.shortened(alarm.description(), Texts.VALUE))
            .setAlarmTimeNs(nanos(alarm.opened()))
            .setPriority(alarm.severity());
    alarm.cleared().ifPresent(c -> data.setClearTimeNs(nanos(c)));
    if (!Double.isNaN(alarm.threshold())) {
      data.setThresholdValue(alarm.threshold()).setThresholdOperator("GT");
    }
    if (!Double.isNaN(alarm.current())) {
      data.setCurrentValue(alarm.current());
    }
    Instant at = alarm.cleared().orElse(alarm.opened());
    return event("ALARM", over ? "INFO" : alarm.severity(), at, "alert", alarm.tags())
        .setAlarmData(data)
        .setCorrelationGroup(alarm.id())
        .build();
  }

  static TelemetryEvent of(StatusChange change) {
    List<String> tags = new ArrayList<>(change.tags());
    tags.add("kind=" + change.kind());
    return event("STATUS", severity(change.status()), change.at(), change.component(), tags)
        .setStatusData(
            StatusData.newBuilder()
                .setComponentName(Texts.shortened(change.component(), Texts.LABEL))
                .setStatus(change.status())
                .setPreviousStatus(change.previous())
                .setStatusChangeTimeNs(nanos(change.at())))
        .build();
  }

  static long nanos(Instant at) {
    return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
  }

  private static List<Metric> system(DeviceCollection collection) {
    List<Metric> system = new ArrayList<>();
    system.add(Metric.text("sysDescr", collection.facts().sysDescr()));
    collection.uptime().ifPresent(u -> system.add(Metric.gauge("sysUpTime", seconds(u), "s")));
    system.add(Metric.text("sysContact", collection.facts().sysContact()));
    system.add(Metric.text("sysName", collection.facts().sysName()));
    system.add(Metric.text("sysLocation", collection.facts().sysLocation()));
    return system.stream().filter(m -> m.isNumber() || !m.text().isEmpty()).toList();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static TelemetryEvent metric(
      Metric metric, Instant at, String component, List<String> tags) {
    MetricData.Builder data =
        MetricData.newBuilder()
            .setMetricName(metric.name())
            .setMetricType(metric.kind().name())
            .setUnit(metric.unit());
    if (metric.isNumber()) {
      data.setNumericValue(metric.number());
    } else {
      data.setStringValue(Texts.shortened(metric.text(), Texts.VALUE));
    }
    return event("METRIC", "INFO", metric.measured().orElse(at), component, tags)
        .setMetricData(data)
        .build();
  }

  private static TelemetryEvent.Builder event(
      String type, String severity, Instant at, String component, Collection<String> tags) {
    return TelemetryEvent.newBuilder()
        .setEventType(type)
        .setSeverity(severity)
        .setEventTimestampNs(nanos(at))
        .setSourceComponent(SOURCE + "/" + Texts.shortened(component, Texts.LABEL))
        .addAllTags(
            tags.stream().map(t -> Texts.shortened(t, Texts.LABEL)).sorted().distinct().toList());
  }

  private static String severity(String status) {
    return switch (status) {
      case "OFFLINE" -> "HIGH";
      case "DEGRADED" -> "WARN";
      default -> "INFO";
    };
  }

  private static List<String> tags(KnownInterface known) {
    Classification is = known.classification();
    List<String> tags = new ArrayList<>();
    tags.add("critical=" + is.critical());
    tags.add("if_index=" + known.networkInterface().ifIndex());
    tags.add("if_name=" + known.key().name());
    tags.add("role=" + is.role().spelling());
    is.provider().ifPresent(p -> tags.add("provider=" + p));
    is.circuitId().ifPresent(c -> tags.add("circuit_id=" + c));
    if (!known.networkInterface().ifAlias().isEmpty()) {
      tags.add("if_alias=" + known.networkInterface().ifAlias());
    }
    return tags;
  }
}
