package org.opennms.plugins.trunkline.host;

import java.util.Optional;
import org.opennms.integration.api.v1.config.events.AlarmType;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.alert.HostAlarm;
import org.opennms.plugins.trunkline.model.AlertSeverity;

/** Reads the host's alarms; what alerts have nothing to do with is left out. Stateless. */
final class HostAlarms {
  private static final String NODE_DOWN = "uei.opennms.org/nodes/nodeDown";

  private HostAlarms() {}

  /** The alarm, if it is ours, a node's being down, or of an interface's link. */
  static Optional<HostAlarm> read(Alarm alarm) {
    return alarm.getReductionKey() == null
        ? Optional.empty()
        : read(
            id(alarm.getId()),
            alarm.getReductionKey(),
            state(alarm),
            severity(alarm.getSeverity()),
            nodeId(alarm));
  }

  /** One that is gone. */
  static Optional<HostAlarm> deleted(int id, String reductionKey) {
    return reductionKey == null
        ? Optional.empty()
        : read(id, reductionKey, HostAlarm.State.DELETED, AlertSeverity.LOW, 0);
  }

  private static Optional<HostAlarm> read(
      int id, String key, HostAlarm.State state, AlertSeverity severity, int nodeId) {
    int end = key.indexOf(':');
    String uei = end < 0 ? key : key.substring(0, end);
    if (uei.startsWith(AlertEvents.PREFIX)) {
      int subject = key.indexOf(':', end + 1);
      return subject < 0 || uei.endsWith(AlertEvents.CLEARED)
          ? Optional.empty()
          : Optional.of(
              new HostAlarm(
                  id,
                  uei,
                  key.substring(end + 1, subject),
                  key.substring(subject + 1),
                  state,
                  severity,
                  nodeId,
                  0));
    }
    if (LinkUeis.isDown(uei) || uei.equals(NODE_DOWN)) {
      int of = nodeId > 0 ? nodeId : LinkUeis.nodeId(key);
      return Optional.of(
          new HostAlarm(id, uei, "", "", state, severity, of, LinkUeis.ifIndex(key)));
    }
    return Optional.empty();
  }

  // The host gives a resolved problem the type of what resolved it; an operator leaves the type.
  private static HostAlarm.State state(Alarm alarm) {
    if (alarm.getSeverity() == Severity.CLEARED) {
      return alarm.getType() == AlarmType.RESOLUTION
          ? HostAlarm.State.RESOLVED
          : HostAlarm.State.CLEARED_BY_HAND;
    }
    return alarm.getType() == AlarmType.RESOLUTION
        ? HostAlarm.State.RESOLVED
        : HostAlarm.State.OPEN;
  }

  private static AlertSeverity severity(Severity severity) {
    if (severity == null) {
      return AlertSeverity.LOW;
    }
    return switch (severity) {
      case MINOR -> AlertSeverity.MEDIUM;
      case MAJOR -> AlertSeverity.HIGH;
      case CRITICAL -> AlertSeverity.CRITICAL;
      default -> AlertSeverity.LOW;
    };
  }

  static int nodeId(Alarm alarm) {
    Node node = alarm.getNode();
    return node == null ? 0 : id(node.getId());
  }

  private static int id(Integer id) {
    return id == null ? 0 : id;
  }
}
