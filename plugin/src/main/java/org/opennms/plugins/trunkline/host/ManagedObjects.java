package org.opennms.plugins.trunkline.host;

import java.util.Optional;
import org.opennms.integration.api.v1.alarms.AlarmPersisterExtension;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.integration.api.v1.model.DatabaseEvent;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.immutables.ImmutableAlarm;
import org.opennms.plugins.trunkline.alert.AlarmContext;
import org.opennms.plugins.trunkline.alert.HostAlarm;

/**
 * Tells which interface an alarm is about. The host calls it while it stores the alarm, so it
 * answers from memory; an alarm that has a managed object keeps it. Never throws.
 */
public final class ManagedObjects implements AlarmPersisterExtension {
  private final AlarmContext context;

  /** Over what is known of interfaces. */
  public ManagedObjects(AlarmContext context) {
    this.context = context;
  }

  @Override
  public Alarm afterAlarmCreated(Alarm alarm, InMemoryEvent event, DatabaseEvent stored) {
    return with(alarm);
  }

  @Override
  public Alarm afterAlarmUpdated(Alarm alarm, InMemoryEvent event, DatabaseEvent stored) {
    return with(alarm);
  }

  // Null is the host's word for unchanged.
  private Alarm with(Alarm alarm) {
    String type = alarm.getManagedObjectType();
    if (type != null && !type.isEmpty() && !type.equals(AlarmContext.TYPE)) {
      return null;
    }
    return HostAlarms.read(alarm)
        .flatMap(this::instance)
        .map(XmlText::legal)
        .filter(i -> !i.equals(alarm.getManagedObjectInstance()))
        .map(
            i ->
                (Alarm)
                    ImmutableAlarm.newBuilderFrom(alarm)
                        .setManagedObjectType(AlarmContext.TYPE)
                        .setManagedObjectInstance(i)
                        .build())
        .orElse(null);
  }

  private Optional<String> instance(HostAlarm alarm) {
    return alarm.isOurs()
        ? context.instance(alarm.subject())
        : context.instance(alarm.nodeId(), alarm.ifIndex());
  }
}
