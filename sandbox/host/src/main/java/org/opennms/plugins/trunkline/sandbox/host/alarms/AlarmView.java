package org.opennms.plugins.trunkline.sandbox.host.alarms;

/** An alarm as JSON shows it: names for enumerations, milliseconds for times. */
public record AlarmView(
    int id,
    String reductionKey,
    String clearKey,
    String type,
    String uei,
    String severity,
    int counter,
    Integer nodeId,
    String logMessage,
    String description,
    long firstEventTime,
    long lastEventTime,
    String ackUser,
    String managedObjectType,
    String managedObjectInstance) {

  /** The view of a row. */
  public static AlarmView of(AlarmRow row) {
    return new AlarmView(
        row.id(),
        row.reductionKey(),
        row.clearKey(),
        row.type().name(),
        row.uei(),
        row.severity().name(),
        row.counter(),
        row.nodeId(),
        row.logMessage(),
        row.description(),
        row.firstEventTime().toEpochMilli(),
        row.lastEventTime().toEpochMilli(),
        row.ackUser(),
        row.managedObjectType(),
        row.managedObjectInstance());
  }
}
