package org.opennms.plugins.trunkline.sandbox.host.alarms;

import java.time.Instant;
import org.opennms.integration.api.v1.config.events.AlarmType;
import org.opennms.integration.api.v1.model.Severity;

/**
 * A row of the alarms table.
 *
 * @param counter how many events were reduced into it, at least 1
 * @param nodeId null for an alarm without a node
 * @param lastEventId the event that it last saw
 * @param ackUser who acknowledged it, or null
 */
public record AlarmRow(
    int id,
    String reductionKey,
    String clearKey,
    AlarmType type,
    String uei,
    Severity severity,
    int counter,
    Integer nodeId,
    String logMessage,
    String description,
    String operatorInstructions,
    Instant firstEventTime,
    Instant lastEventTime,
    Integer lastEventId,
    String ackUser,
    String managedObjectType,
    String managedObjectInstance,
    String ticketState) {

  /** Whether its last event was a resolution. */
  public boolean resolved() {
    return type == AlarmType.RESOLUTION;
  }
}
