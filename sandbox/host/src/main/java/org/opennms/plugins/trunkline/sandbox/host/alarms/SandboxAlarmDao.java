package org.opennms.plugins.trunkline.sandbox.host.alarms;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opennms.integration.api.v1.dao.AlarmDao;
import org.opennms.integration.api.v1.graph.NodeRef;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.integration.api.v1.ticketing.Ticket;

/**
 * Alarms as plugins read and handle them. Changes are made in one transaction on the caller's
 * thread, which then calls the lifecycle listeners.
 */
public final class SandboxAlarmDao implements AlarmDao {

  private final Alarmd alarmd;
  private final Clock clock;

  /** Makes a DAO over Alarmd. */
  public SandboxAlarmDao(Alarmd alarmd, Clock clock) {
    this.alarmd = alarmd;
    this.clock = clock;
  }

  @Override
  public Long getAlarmCount() {
    return alarmd.store().count();
  }

  @Override
  public List<Alarm> getAlarms() {
    return alarmd.alarms();
  }

  @Override
  public Optional<Alarm> getAlarmWithHighestSeverity(NodeRef node) {
    return getAlarms().stream()
        .filter(alarm -> alarm.getNode() != null)
        .filter(
            alarm ->
                Objects.equals(alarm.getNode().getForeignSource(), node.getForeignSource())
                    && Objects.equals(alarm.getNode().getForeignId(), node.getForeignId()))
        .max(Comparator.comparing(alarm -> alarm.getSeverity().getId()));
  }

  /** {@inheritDoc} The sandbox has no ticketing, so no alarm ever has a ticket id. */
  @Override
  public Optional<Alarm> getAlarmForTicket(String ticketId) {
    return Optional.empty();
  }

  /**
   * {@inheritDoc}
   *
   * @throws NullPointerException for an unknown id, as in Horizon
   */
  @Override
  public void setTicketState(Ticket.State state, int... ids) {
    for (int id : ids) {
      Objects.requireNonNull(alarmd.store().find(id).orElse(null), "no alarm " + id);
    }
    alarmd.change(ids, alarm -> alarmd.store().setTicketState(alarm.id(), state.name()));
  }

  @Override
  public void acknowledge(String user, int... ids) {
    Objects.requireNonNull(user);
    alarmd.change(ids, alarm -> alarmd.store().setAcknowledged(alarm.id(), user, clock.instant()));
  }

  @Override
  public void unacknowledge(int... ids) {
    alarmd.change(ids, alarm -> alarmd.store().setAcknowledged(alarm.id(), null, clock.instant()));
  }

  /** {@inheritDoc} One step up, to CRITICAL at most; whoever escalates also acknowledges. */
  @Override
  public void escalate(String user, int... ids) {
    alarmd.change(
        ids,
        alarm -> {
          alarmd.store().setSeverity(alarm.id(), above(alarm.severity()), clock.instant());
          alarmd.store().setAcknowledged(alarm.id(), user, clock.instant());
        });
  }

  @Override
  public void clear(int... ids) {
    alarmd.change(
        ids, alarm -> alarmd.store().setSeverity(alarm.id(), Severity.CLEARED, clock.instant()));
  }

  /**
   * Broken in Horizon, where the ids reach the query as one array; so it fails here as well. Raise
   * and clear alarms by events.
   *
   * @throws ClassCastException always, when there are ids
   */
  @Override
  public void setSeverity(Severity severity, int... ids) {
    if (ids.length > 0) {
      throw new ClassCastException("class [I cannot be cast to class java.lang.Integer");
    }
  }

  private static Severity above(Severity severity) {
    return Arrays.stream(Severity.values())
        .filter(candidate -> candidate.getId() > severity.getId())
        .min(Comparator.comparing(Severity::getId))
        .orElse(Severity.CRITICAL);
  }
}
