package org.opennms.plugins.trunkline.sandbox.host.alarms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.integration.api.v1.model.DatabaseEvent;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.immutables.ImmutableAlarm;
import org.opennms.integration.api.v1.ticketing.Ticket;

/** Turns rows into the API's immutable alarms. An alarm's node comes from a cache and may lag. */
public final class AlarmMapper {

  private final Function<Integer, Node> nodes;
  private final Function<Integer, DatabaseEvent> events;
  private final Clock clock;
  private final Duration staleness;
  private final Map<Integer, CachedNode> cache = new ConcurrentHashMap<>();

  /**
   * Makes a mapper.
   *
   * @param nodes a node by its id, or null
   * @param events an event by its id, or null
   * @param staleness how long a node that was read once is given again
   */
  public AlarmMapper(
      Function<Integer, Node> nodes,
      Function<Integer, DatabaseEvent> events,
      Clock clock,
      Duration staleness) {
    this.nodes = nodes;
    this.events = events;
    this.clock = clock;
    this.staleness = staleness;
  }

  Alarm toAlarm(AlarmRow row) {
    return ImmutableAlarm.newBuilder()
        .setId(row.id())
        .setReductionKey(row.reductionKey())
        .setNode(row.nodeId() == null ? null : node(row.nodeId()))
        .setType(row.type())
        .setSeverity(row.severity())
        .setLogMessage(row.logMessage())
        .setDescription(row.description())
        .setFirstEventTime(Date.from(row.firstEventTime()))
        .setLastEventTime(Date.from(row.lastEventTime()))
        .setLastEvent(row.lastEventId() == null ? null : events.apply(row.lastEventId()))
        .setAcknowledged(row.ackUser() != null)
        .setManagedObjectType(row.managedObjectType())
        .setManagedObjectInstance(row.managedObjectInstance())
        .setTicketState(row.ticketState() == null ? null : Ticket.State.valueOf(row.ticketState()))
        .build();
  }

  private Node node(int id) {
    Instant now = clock.instant();
    return cache
        .compute(
            id,
            (key, cached) ->
                cached != null && now.isBefore(cached.until())
                    ? cached
                    : new CachedNode(nodes.apply(id), now.plus(staleness)))
        .node();
  }

  private record CachedNode(Node node, Instant until) {}
}
