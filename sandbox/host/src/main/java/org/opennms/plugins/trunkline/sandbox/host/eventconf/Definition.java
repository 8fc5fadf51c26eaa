package org.opennms.plugins.trunkline.sandbox.host.eventconf;

import java.util.List;
import org.opennms.integration.api.v1.config.events.LogMsgDestType;
import org.opennms.integration.api.v1.model.Severity;

/**
 * What the host knows about events with a UEI: a copy of a plugin's definition with the fields that
 * Horizon keeps. Texts may be null; lists never are.
 *
 * @param priority higher is asked first
 * @param alarm null for events that never become alarms
 * @param mask conditions on fields of the event, besides its UEI
 * @param varbinds conditions on parameters by position
 * @param parameters parameters added to each event
 */
public record Definition(
    int priority,
    String uei,
    String label,
    Severity severity,
    String description,
    String operatorInstructions,
    String logMessage,
    LogMsgDestType destination,
    AlarmRule alarm,
    List<MaskRule> mask,
    List<VarbindRule> varbinds,
    List<ParameterRule> parameters) {

  /** Fills what a definition may leave out. */
  public Definition {
    severity = severity == null ? Severity.INDETERMINATE : severity;
    destination = destination == null ? LogMsgDestType.LOGNDISPLAY : destination;
    mask = mask == null ? List.of() : List.copyOf(mask);
    varbinds = varbinds == null ? List.of() : List.copyOf(varbinds);
    parameters = parameters == null ? List.of() : List.copyOf(parameters);
  }

  /** Whether such events are written to the events table, without which there is no alarm. */
  public boolean persisted() {
    return switch (destination) {
      case LOGNDISPLAY, LOGONLY, DISPLAYONLY -> true;
      case SUPPRESS, DONOTPERSIST, DISCARDTRAPS -> false;
    };
  }

  /**
   * How an event becomes an alarm.
   *
   * @param reductionKey template; equal keys are one alarm
   * @param clearKey template of the reduction key that a resolution clears; null otherwise
   * @param type 1 problem, 2 resolution, 3 problem without resolution
   */
  public record AlarmRule(
      String reductionKey,
      String clearKey,
      int type,
      boolean autoClean,
      String managedObjectType,
      List<UpdateRule> updateFields) {

    /** Fills what a definition may leave out. */
    public AlarmRule {
      updateFields = updateFields == null ? List.of() : List.copyOf(updateFields);
    }
  }

  /** Whether a field of the alarm follows later events. */
  public record UpdateRule(String name, boolean update) {}

  /** A field of the event and the values it may have; a trailing % matches any rest. */
  public record MaskRule(String name, List<String> values) {}

  /** The parameter number, from 1, and the values it may have. */
  public record VarbindRule(int number, List<String> values) {}

  /** A parameter that the definition adds. */
  public record ParameterRule(String name, String value, boolean expand) {}
}
