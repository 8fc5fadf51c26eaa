package org.opennms.plugins.trunkline.sandbox.host.alarms;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.opennms.integration.api.v1.config.events.AlarmType;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition;
import org.opennms.plugins.trunkline.sandbox.host.events.StoredEvent;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Row;

/** The alarms table. */
public final class AlarmStore {

  private static final String ALL = "SELECT * FROM alarms";

  private final Database database;

  /** Makes a store over the table. */
  public AlarmStore(Database database) {
    this.database = database;
  }

  /** All alarms, oldest first. */
  public List<AlarmRow> all() {
    return database.query(ALL + " ORDER BY id", AlarmStore::map);
  }

  /** How many alarms there are. */
  public long count() {
    return database
        .first("SELECT COUNT(*) AS alarms FROM alarms", row -> row.longNumber("alarms"))
        .orElse(0L);
  }

  /** The alarm with an id. */
  public Optional<AlarmRow> find(int id) {
    return database.first(ALL + " WHERE id = ?", AlarmStore::map, id);
  }

  /** The alarm with a reduction key. */
  public Optional<AlarmRow> findByReductionKey(String key) {
    return database.first(ALL + " WHERE reduction_key = ?", AlarmStore::map, key);
  }

  /** Makes an alarm from its first event and returns its id. */
  int create(StoredEvent stored, String reductionKey, String clearKey, String instructions) {
    InMemoryEvent event = stored.event();
    Definition.AlarmRule rule = stored.definition().alarm();
    return database.insert(
        """
        INSERT INTO alarms (reduction_key, clear_key, alarm_type, uei, severity, counter, node_id,
          ip_address, service, log_message, description, operator_instructions, first_event_time,
          last_event_time, last_event_id, managed_object_type)
        VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        reductionKey,
        clearKey,
        rule.type(),
        event.getUei(),
        event.getSeverity(),
        event.getNodeId(),
        event.getInterface() == null ? null : event.getInterface().getHostAddress(),
        event.getService(),
        stored.logMessage(),
        stored.description(),
        instructions,
        event.getTime().toInstant(),
        event.getTime().toInstant(),
        stored.id(),
        rule.managedObjectType());
  }

  /** Writes what {@link AlarmReduction} made of an alarm. */
  void reduce(AlarmRow alarm) {
    database.update(
        """
        UPDATE alarms SET counter = ?, severity = ?, alarm_type = ?, last_event_id = ?,
          last_event_time = ?, log_message = ?, description = ?, operator_instructions = ?
        WHERE id = ?
        """,
        alarm.counter(),
        alarm.severity(),
        alarm.type().getId(),
        alarm.lastEventId(),
        alarm.lastEventTime(),
        alarm.logMessage(),
        alarm.description(),
        alarm.operatorInstructions(),
        alarm.id());
  }

  void setManagedObject(int id, String type, String instance) {
    database.update(
        "UPDATE alarms SET managed_object_type = ?, managed_object_instance = ? WHERE id = ?",
        type,
        instance,
        id);
  }

  void setSeverity(int id, Severity severity, Instant now) {
    database.update(
        "UPDATE alarms SET severity = ?, last_automation_time = ? WHERE id = ?", severity, now, id);
  }

  /** A null user takes the acknowledgment back. */
  void setAcknowledged(int id, String user, Instant now) {
    database.update(
        "UPDATE alarms SET ack_user = ?, ack_time = ? WHERE id = ?",
        user,
        user == null ? null : now,
        id);
  }

  void setTicketState(int id, String state) {
    database.update("UPDATE alarms SET ticket_state = ? WHERE id = ?", state, id);
  }

  void delete(int id) {
    database.update("DELETE FROM alarms WHERE id = ?", id);
  }

  /** Cleared or normal alarms that nobody acknowledged and that saw nothing since a time. */
  List<AlarmRow> settledBefore(Instant time) {
    return database.query(
        ALL
            + " WHERE ack_user IS NULL AND severity IN ('CLEARED', 'NORMAL')"
            + " AND last_event_time < ?"
            + " AND (last_automation_time IS NULL OR last_automation_time < ?)",
        AlarmStore::map,
        time,
        time);
  }

  private static AlarmRow map(Row row) throws SQLException {
    return new AlarmRow(
        row.number("id"),
        row.text("reduction_key"),
        row.text("clear_key"),
        AlarmType.fromId(row.number("alarm_type")),
        row.text("uei"),
        Severity.valueOf(row.text("severity")),
        row.number("counter"),
        row.optionalNumber("node_id"),
        row.text("log_message"),
        row.text("description"),
        row.text("operator_instructions"),
        row.time("first_event_time"),
        row.time("last_event_time"),
        row.optionalNumber("last_event_id"),
        row.text("ack_user"),
        row.text("managed_object_type"),
        row.text("managed_object_instance"),
        row.text("ticket_state"));
  }
}
