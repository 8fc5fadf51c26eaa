package org.opennms.plugins.trunkline.sandbox.host.eventconf;

import java.util.List;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition.AlarmRule;

/** The few definitions that Horizon itself ships and that a network plugin meets. */
public final class OwnDefinitions {

  private static final String NODES = "uei.opennms.org/nodes/";
  private static final String INTERNAL = "uei.opennms.org/internal/";
  private static final String TRAPS = "uei.opennms.org/generic/traps/SNMP_Link_";
  private static final String INTERFACE = ":%dpname%:%nodeid%:%interface%:%parm[snmpifindex]%";

  private OwnDefinitions() {}

  /** All of them. */
  public static List<Definition> all() {
    return List.of(
        plain(NODES + "nodeAdded", Severity.WARNING, "A new node (%nodelabel%) was discovered."),
        plain(NODES + "nodeUpdated", Severity.NORMAL, "Node %nodelabel% was updated."),
        plain(NODES + "nodeDeleted", Severity.MAJOR, "Node %parm[nodelabel]% was deleted."),
        plain(INTERNAL + "provisiond/nodeScanCompleted", Severity.NORMAL, "Scan completed."),
        plain(INTERNAL + "reloadDaemonConfig", Severity.NORMAL, "Reload %parm[daemonName]%."),
        problem(NODES + "nodeDown", Severity.MAJOR, ":%dpname%:%nodeid%", "Node is down."),
        resolution(NODES + "nodeUp", NODES + "nodeDown", ":%dpname%:%nodeid%", "Node is up."),
        problem(NODES + "snmp/interfaceOperDown", Severity.MINOR, INTERFACE, "Interface is down."),
        resolution(
            NODES + "snmp/interfaceOperUp",
            NODES + "snmp/interfaceOperDown",
            INTERFACE,
            "Interface is up."),
        problem(TRAPS + "Down", Severity.MINOR, ":%dpname%:%nodeid%:%parm[#1]%", "Link is down."),
        resolution(TRAPS + "Up", TRAPS + "Down", ":%dpname%:%nodeid%:%parm[#1]%", "Link is up."));
  }

  private static Definition plain(String uei, Severity severity, String message) {
    return definition(uei, severity, message, null);
  }

  private static Definition problem(String uei, Severity severity, String key, String message) {
    return definition(
        uei, severity, message, new AlarmRule("%uei%" + key, null, 1, false, null, null));
  }

  private static Definition resolution(String uei, String problem, String key, String message) {
    AlarmRule alarm = new AlarmRule("%uei%" + key, problem + key, 2, false, null, null);
    return definition(uei, Severity.NORMAL, message, alarm);
  }

  private static Definition definition(
      String uei, Severity severity, String message, AlarmRule alarm) {
    return new Definition(
        0,
        uei,
        "OpenNMS-defined event",
        severity,
        message,
        null,
        message,
        null,
        alarm,
        null,
        null,
        null);
  }
}
