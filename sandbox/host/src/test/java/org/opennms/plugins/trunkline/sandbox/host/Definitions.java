package org.opennms.plugins.trunkline.sandbox.host;

import java.util.List;
import org.opennms.integration.api.v1.config.events.LogMsgDestType;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.AlarmRule;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.UpdateRule;

/** Definitions for tests. */
public final class Definitions {

  /** Reduction key without the UEI. */
  public static final String KEY = ":%nodeid%:%parm[ifName]%";

  private Definitions() {}

  /** An event without an alarm. */
  public static Definition plain(String uei, LogMsgDestType destination) {
    return definition(uei, Severity.NORMAL, destination, null);
  }

  /** A problem whose severity is MAJOR. */
  public static Definition problem(String uei, UpdateRule... updates) {
    return definition(
        uei,
        Severity.MAJOR,
        LogMsgDestType.LOGNDISPLAY,
        new AlarmRule("%uei%" + KEY, null, 1, false, "SnmpInterface", List.of(updates)));
  }

  /** The resolution of a problem. */
  public static Definition resolution(String uei, String problem) {
    return definition(
        uei,
        Severity.NORMAL,
        LogMsgDestType.LOGNDISPLAY,
        new AlarmRule("%uei%" + KEY, problem + KEY, 2, false, null, List.of()));
  }

  private static Definition definition(
      String uei, Severity severity, LogMsgDestType destination, AlarmRule alarm) {
    return new Definition(
        0,
        uei,
        "test",
        severity,
        "About %parm[ifName]%: %parm[text]%",
        "Look at %parm[ifName]%",
        "%parm[ifName]% %parm[text]%",
        destination,
        alarm,
        null,
        null,
        List.of(new Definition.ParameterRule("added", "on %parm[ifName]%", true)));
  }
}
