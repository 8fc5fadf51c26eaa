package org.opennms.plugins.trunkline.sandbox.host.events;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opennms.integration.api.v1.model.DatabaseEvent;
import org.opennms.integration.api.v1.model.EventParameter;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.immutables.ImmutableDatabaseEvent;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Json;

/** The events table. */
public final class EventStore {

  private static final TypeReference<List<Parm>> PARMS = new TypeReference<>() {};

  private final Database database;

  /** Makes a store over the table. */
  public EventStore(Database database) {
    this.database = database;
  }

  /** Writes an event and returns its id. */
  public int insert(InMemoryEvent event, String logMessage, String description) {
    List<Parm> parms =
        event.getParameters().stream().map(p -> new Parm(p.getName(), p.getValue())).toList();
    return database.insert(
        """
        INSERT INTO events (uei, source, event_time, severity, node_id, ip_address, service,
          log_message, description, parameters) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        event.getUei(),
        event.getSource(),
        event.getTime().toInstant(),
        event.getSeverity(),
        event.getNodeId(),
        event.getInterface() == null ? null : event.getInterface().getHostAddress(),
        event.getService(),
        logMessage,
        description,
        Json.write(parms));
  }

  /** An event as alarms refer to it; empty when its row is gone. */
  public Optional<DatabaseEvent> find(int id) {
    return database.first(
        "SELECT id, uei, parameters FROM events WHERE id = ?",
        row ->
            ImmutableDatabaseEvent.newBuilder()
                .setId(row.number("id"))
                .setUei(row.text("uei"))
                .setParameters(parameters(row.text("parameters")))
                .build(),
        id);
  }

  /** The newest events, newest first. */
  public List<Line> newest(int limit) {
    return database.query(
        """
        SELECT id, event_time, severity, node_id, uei, log_message FROM events
        ORDER BY id DESC LIMIT ?
        """,
        row ->
            new Line(
                row.number("id"),
                row.time("event_time"),
                row.text("severity"),
                row.optionalNumber("node_id"),
                row.text("uei"),
                row.text("log_message")),
        limit);
  }

  private static List<EventParameter> parameters(String json) {
    return Json.read(json, PARMS).stream()
        .<EventParameter>map(p -> ImmutableEventParameter.newInstance(p.name(), p.value()))
        .toList();
  }

  /** A row for people; the node id and the message may be null. */
  public record Line(
      int id, Instant time, String severity, Integer nodeId, String uei, String logMessage) {}

  private record Parm(String name, String value) {}
}
