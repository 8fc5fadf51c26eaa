package org.opennms.plugins.trunkline.snmp.desk;

import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Counts;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Session;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Sessions;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.SnmpDeviceStatus;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.SnmpMetrics;

/** What the engine has learned, in an operator's words. Stateless. */
final class SessionList {
  private SessionList() {}

  static Sessions of(SnmpEngine engine, ProfileTargets profiles) {
    List<Session> devices =
        engine.devices().stream()
            .map(status -> session(status, profiles.label(status.address()).orElse("")))
            .sorted(Comparator.comparing(Session::address))
            .toList();
    return new Sessions(devices, counts(engine.metrics()));
  }

  private static Session session(SnmpDeviceStatus status, String node) {
    return new Session(
        node,
        address(status.address()),
        status.roundTripMicros(),
        status.repetitions(),
        status.inFlight(),
        status.breakerOpen(),
        counts(status.metrics()));
  }

  private static String address(InetSocketAddress address) {
    String host = address.getAddress().getHostAddress();
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  private static Counts counts(SnmpMetrics metrics) {
    Map<String, Long> discarded =
        metrics.discarded().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().words(), Map.Entry::getValue));
    return new Counts(
        metrics.requests(),
        metrics.varbinds(),
        metrics.retries(),
        metrics.timeouts(),
        metrics.shrinks(),
        discarded);
  }
}
