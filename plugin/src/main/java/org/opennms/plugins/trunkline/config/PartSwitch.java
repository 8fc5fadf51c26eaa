package org.opennms.plugins.trunkline.config;

import java.util.Locale;

/** The parts that can be switched off. */
public enum PartSwitch {
  /** Which interfaces there are and what they are for. */
  DISCOVERY(ConfigKey.DISCOVERY_ENABLED),
  /** Who is connected to whom. */
  TOPOLOGY(ConfigKey.TOPOLOGY_ENABLED),
  /** Rates of monitored interfaces. */
  TRAFFIC(ConfigKey.TRAFFIC_ENABLED),
  /** What is normal at this hour of the week. */
  BASELINE(ConfigKey.BASELINE_ENABLED),
  /** Events and alarms. */
  ALERTS(ConfigKey.ALERTS_ENABLED),
  /** The signed export. */
  TELEMETRY(ConfigKey.TELEMETRY_ENABLED);

  private final ConfigKey key;

  PartSwitch(ConfigKey key) {
    this.key = key;
  }

  /** Its switch. */
  public ConfigKey key() {
    return key;
  }

  /** For example {@code discovery}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
