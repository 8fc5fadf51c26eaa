package org.opennms.plugins.trunkline.sandbox.network.agent;

import org.snmp4j.SNMP4JSettings;
import org.snmp4j.mp.CounterSupport;
import org.snmp4j.mp.DefaultCounterListener;
import org.snmp4j.mp.MPv3;
import org.snmp4j.security.Priv3DES;
import org.snmp4j.security.SecurityModel;
import org.snmp4j.security.SecurityModels;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.smi.OctetString;

/**
 * The SNMPv3 engine of one agent: its own engine id, boots, time and error counters. Discovery,
 * time window and reports are SNMP4J's. Used by the loop thread only.
 */
final class UsmEngine {
  static final SecurityProtocols PROTOCOLS =
      new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.any);

  static {
    PROTOCOLS.addPrivacyProtocol(new Priv3DES());
    // As net-snmp and the devices do it: a requester with a wrong key could not read an
    // authenticated report. The setting is the library's only one, and concerns agents alone.
    SNMP4JSettings.setReportSecurityLevelStrategy(
        SNMP4JSettings.ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
  }

  private final MPv3 messageProcessing;

  UsmEngine(AgentSpec spec, int boots, long now, long bootedAt, KeyLocalizer keys) {
    CounterSupport counters = new Counters();
    OctetString engineId = spec.engineId();
    USM usm = new USM(PROTOCOLS, engineId, boots, counters);
    usm.setLocalEngine(engineId, boots, (int) Math.max(0, (now - bootedAt) / 1000));
    usm.addUser(keys.localize(engineId));
    messageProcessing =
        new MPv3(
            engineId.getValue(),
            null,
            PROTOCOLS,
            SecurityModels.getCollection(new SecurityModel[] {usm}),
            counters);
  }

  /** Prepares a user's keys, and keys that fail, for all engines. */
  static UserKeys keysOf(SnmpUser user) {
    return UserKeys.of(user, PROTOCOLS);
  }

  MPv3 messageProcessing() {
    return messageProcessing;
  }

  /** Keeps the counters that reports show. */
  private static final class Counters extends CounterSupport {
    Counters() {
      addCounterListener(new DefaultCounterListener());
    }
  }
}
