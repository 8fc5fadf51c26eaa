package org.opennms.plugins.trunkline.sandbox.host.alarms;

import java.util.List;
import java.util.Locale;
import org.opennms.integration.api.v1.config.events.AlarmType;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.AlarmRule;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.UpdateRule;
import org.opennms.plugins.trunkline.sandbox.host.events.StoredEvent;

/**
 * What a further event does to an alarm, with the traps of Horizon: severity and description keep
 * those of the <em>first</em> event unless the definition lists them as update fields, or the alarm
 * had been resolved and comes back. A resolution clears a problem without counting; the type is
 * always that of the last event.
 */
final class AlarmReduction {

  private AlarmReduction() {}

  static AlarmRow apply(AlarmRow alarm, StoredEvent stored, String instructions) {
    AlarmRule rule = stored.definition().alarm();
    AlarmType type = AlarmType.fromId(rule.type());
    boolean resolution = type == AlarmType.RESOLUTION;
    boolean counts = !resolution || alarm.resolved();
    return new AlarmRow(
        alarm.id(),
        alarm.reductionKey(),
        alarm.clearKey(),
        type,
        alarm.uei(),
        severity(alarm, stored, resolution),
        alarm.counter() + (counts ? 1 : 0),
        alarm.nodeId(),
        keepsLogMessage(rule.updateFields()) ? alarm.logMessage() : stored.logMessage(),
        updates(rule, "descr") ? stored.description() : alarm.description(),
        updates(rule, "operinstruct") ? instructions : alarm.operatorInstructions(),
        alarm.firstEventTime(),
        stored.event().getTime().toInstant(),
        stored.id(),
        alarm.ackUser(),
        alarm.managedObjectType(),
        alarm.managedObjectInstance(),
        alarm.ticketState());
  }

  private static Severity severity(AlarmRow alarm, StoredEvent stored, boolean resolution) {
    Severity ofEvent = stored.event().getSeverity();
    if (updates(stored.definition().alarm(), "severity")) {
      return ofEvent;
    }
    if (resolution) {
      return alarm.resolved() ? alarm.severity() : Severity.CLEARED;
    }
    return alarm.resolved() ? ofEvent : alarm.severity();
  }

  private static boolean updates(AlarmRule rule, String field) {
    return rule.updateFields().stream()
        .anyMatch(f -> f.update() && f.name().toLowerCase(Locale.ROOT).contains(field));
  }

  private static boolean keepsLogMessage(List<UpdateRule> fields) {
    return !fields.isEmpty()
        && fields.stream().allMatch(f -> f.name().equalsIgnoreCase("logmsg") && !f.update());
  }
}
