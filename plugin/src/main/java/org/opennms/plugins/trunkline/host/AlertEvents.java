package org.opennms.plugins.trunkline.host;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opennms.integration.api.v1.events.EventForwarder;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;
import org.opennms.plugins.trunkline.alert.AlarmSender;
import org.opennms.plugins.trunkline.alert.HostAlarm;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends alerts to the host as events, which become alarms there. Thread-safe; never throws. */
public final class AlertEvents implements AlarmSender {
  /** The problems' identifiers begin so; the resolutions' end on {@link #CLEARED}. */
  public static final String PREFIX = Ueis.PREFIX + "alert/";

  /** The last part of a resolution's identifier. */
  public static final String CLEARED = "Cleared";

  /** Says how much is held back. */
  public static final String HELD_BACK = PREFIX + "heldBack";

  // In a key or in a sentence, an absent value must not become empty text.
  private static final String NONE = "-";
  private static final List<String> FACTS =
      List.of(
          "value",
          "expected",
          "spread",
          "z",
          "confidence",
          "threshold",
          "direction",
          "change",
          "neighbour",
          "members");

  private static final Logger LOG = LoggerFactory.getLogger(AlertEvents.class);

  private final EventForwarder forwarder;
  private volatile boolean failing;

  /** Over the host's forwarder. */
  public AlertEvents(EventForwarder forwarder) {
    this.forwarder = forwarder;
  }

  @Override
  public boolean send(Alert alert) {
    String uei = PREFIX + alert.kind().event() + (alert.isOpen() ? "" : CLEARED);
    Severity severity = alert.isOpen() ? severity(alert.severity()) : Severity.CLEARED;
    ImmutableInMemoryEvent.Builder event = event(uei, severity, parameters(alert));
    if (alert.place().nodeId() > 0) {
      event.setNodeId(alert.place().nodeId());
    }
    return send(event.build());
  }

  @Override
  public boolean resolve(HostAlarm orphan) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("rule", orphan.rule());
    parameters.put("subject", orphan.subject());
    parameters.put("alertId", NONE);
    parameters.put("since", NONE);
    parameters.put("text", "Nothing backs this alarm of Trunkline any more; it is cleared");
    ImmutableInMemoryEvent.Builder event =
        event(orphan.uei() + CLEARED, Severity.CLEARED, parameters);
    if (orphan.nodeId() > 0) {
      event.setNodeId(orphan.nodeId());
    }
    return send(event.build());
  }

  @Override
  public boolean heldBack(HeldBack what) {
    int waiting = what.waiting().values().stream().mapToInt(Integer::intValue).sum();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("waiting", Integer.toString(waiting));
    parameters.put("over", Long.toString(what.over()));
    parameters.put("perMinute", Integer.toString(what.perMinute()));
    parameters.put(
        "byRule",
        what.waiting().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.collectingAndThen(Collectors.joining(", "), AlertEvents::orNone)));
    return send(event(HELD_BACK, Severity.WARNING, parameters).build());
  }

  /** What the host calls a severity. */
  static Severity severity(AlertSeverity severity) {
    return switch (severity) {
      case LOW -> Severity.WARNING;
      case MEDIUM -> Severity.MINOR;
      case HIGH -> Severity.MAJOR;
      case CRITICAL -> Severity.CRITICAL;
    };
  }

  private static Map<String, String> parameters(Alert alert) {
    AlertPlace place = alert.place();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("text", alert.text());
    parameters.put("alertId", Long.toString(alert.id()));
    parameters.put("rule", alert.rule());
    parameters.put("subject", alert.subject().key());
    parameters.put("nodeLabel", orNone(place.nodeLabel()));
    parameters.put("ifName", orNone(place.ifName()));
    parameters.put("ifIndex", Integer.toString(place.ifIndex()));
    parameters.put("ifAlias", orNone(place.ifAlias()));
    parameters.put("role", orNone(place.role()));
    parameters.put("provider", orNone(place.provider()));
    parameters.put("since", alert.since().truncatedTo(ChronoUnit.SECONDS).toString());
    parameters.put("reasons", orNone(String.join("; ", alert.reasons())));
    FACTS.forEach(f -> parameters.put(f, orNone(alert.facts().getOrDefault(f, ""))));
    return parameters;
  }

  private static String orNone(String text) {
    return text.isBlank() ? NONE : text;
  }

  private static ImmutableInMemoryEvent.Builder event(
      String uei, Severity severity, Map<String, String> parameters) {
    ImmutableInMemoryEvent.Builder event =
        ImmutableInMemoryEvent.newBuilder()
            .setUei(uei)
            .setSource("trunkline")
            .setSeverity(severity);
    parameters.forEach(
        (name, value) ->
            event.addParameter(ImmutableEventParameter.newInstance(name, XmlText.legal(value))));
    return event;
  }

  private boolean send(InMemoryEvent event) {
    try {
      forwarder.sendAsync(event);
      failing = false;
      return true;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("The host takes no events for now, alerts wait: {}", e.toString());
      }
      failing = true;
      return false;
    }
  }
}
