package org.opennms.plugins.trunkline.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the PID's properties into {@link TrunklineConfig}; gathers every problem. Stateless. */
public final class ConfigReader {
  /** The one PID. */
  public static final String PID = "org.opennms.plugins.trunkline";

  /** The file that an operator edits. */
  public static final String FILE = PID + ".cfg";

  private static final Set<String> FOREIGN =
      Set.of("service.pid", "service.factoryPid", "service.bundleLocation");

  private ConfigReader() {}

  /** Reads what ConfigAdmin delivers; an empty map gives the defaults. */
  public static ConfigReading<TrunklineConfig> read(Map<String, ?> properties) {
    List<Problem> problems = new ArrayList<>();
    Values values = new Values(properties, problems);
    TrunklineConfig config =
        new TrunklineConfig(
            parts(values),
            discovery(values),
            retention(values),
            monitoring(values),
            topology(values),
            snmp(values),
            traffic(values),
            baseline(values),
            host(values),
            alerts(values));
    if (problems.isEmpty() && config.snmp().repetitions() > config.snmp().maxRepetitions()) {
      values.refuse(
          ConfigKey.SNMP_REPETITIONS,
          "is more than " + ConfigKey.SNMP_MAX_REPETITIONS.key(),
          "Lower the one or raise the other");
    }
    return new ConfigReading<>(
        problems.isEmpty() ? Optional.of(config) : Optional.empty(), problems, hints(properties));
  }

  private static Set<PartSwitch> parts(Values values) {
    Set<PartSwitch> parts = EnumSet.noneOf(PartSwitch.class);
    for (PartSwitch part : PartSwitch.values()) {
      if (values.flag(part.key())) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static TrunklineConfig.Discovery discovery(Values values) {
    return new TrunklineConfig.Discovery(
        values.duration(ConfigKey.DISCOVERY_INTERVAL, "5m", "30d"),
        values.duration(ConfigKey.DISCOVERY_FULL_INTERVAL, "5m", "90d"),
        values.count(ConfigKey.DISCOVERY_CONCURRENCY, 1, 1000),
        values.duration(ConfigKey.DISCOVERY_EVENT_DELAY, "0s", "1h"),
        new TrunklineConfig.NodeSelection(
            values.set(ConfigKey.NODES_LOCATIONS),
            values.set(ConfigKey.NODES_CATEGORIES),
            values.set(ConfigKey.NODES_FOREIGN_SOURCES),
            values.addresses(ConfigKey.NODES_ADDRESSES),
            values.flag(ConfigKey.NODES_REQUIRE_SNMP)));
  }

  private static TrunklineConfig.Retention retention(Values values) {
    return new TrunklineConfig.Retention(
        values.duration(ConfigKey.INTERFACES_RETENTION, "1h", "3650d"),
        values.duration(ConfigKey.LEARNED_RETENTION, "1d", "3650d"));
  }

  private static TrunklineConfig.Monitoring monitoring(Values values) {
    return new TrunklineConfig.Monitoring(
        values.roles(ConfigKey.MONITORED_ROLES),
        values.flag(ConfigKey.MONITORED_CRITICAL),
        values.count(ConfigKey.MONITORED_CAP, 0, 1_000_000));
  }

  private static TrunklineConfig.Topology topology(Values values) {
    return new TrunklineConfig.Topology(
        values.time(ConfigKey.TOPOLOGY_TIME),
        values.duration(ConfigKey.TOPOLOGY_SPREAD, "0s", "12h"),
        values.duration(ConfigKey.TOPOLOGY_CHECK_INTERVAL, "1s", "1d"),
        values.duration(ConfigKey.TOPOLOGY_EVENT_DELAY, "0s", "1h"),
        values.flag(ConfigKey.TOPOLOGY_FORWARDING),
        values.flag(ConfigKey.TOPOLOGY_MAP_INFERRED),
        values.flag(ConfigKey.TOPOLOGY_USER_LINKS),
        values.duration(ConfigKey.TOPOLOGY_FLAP_QUIET, "0s", "1d"),
        values.duration(ConfigKey.TOPOLOGY_RETENTION, "2d", "365d"));
  }

  private static TrunklineConfig.Snmp snmp(Values values) {
    return new TrunklineConfig.Snmp(
        values.duration(ConfigKey.SNMP_TIMEOUT, "10ms", "60s"),
        values.count(ConfigKey.SNMP_RETRIES, 0, 10),
        values.count(ConfigKey.SNMP_REPETITIONS, 1, 100),
        values.count(ConfigKey.SNMP_MAX_REPETITIONS, 1, 100),
        values.count(ConfigKey.SNMP_IN_FLIGHT, 1, 5000),
        values.count(ConfigKey.SNMP_IN_FLIGHT_DEVICE, 1, 64));
  }

  private static TrunklineConfig.Alerts alerts(Values values) {
    return new TrunklineConfig.Alerts(
        values.count(ConfigKey.ALERTS_EVENTS_PER_MINUTE, 1, 10_000),
        values.duration(ConfigKey.ALERTS_COUNTING, "0s", "365d"),
        values.flag(ConfigKey.ALERTS_CONTEXT));
  }

  private static TrunklineConfig.Traffic traffic(Values values) {
    return new TrunklineConfig.Traffic(
        values.choice(ConfigKey.TRAFFIC_SOURCE, TrafficChoice.class),
        values.duration(ConfigKey.TRAFFIC_INTERVAL, "10s", "1h"),
        values.duration(ConfigKey.TRAFFIC_CRITICAL_INTERVAL, "10s", "1h"));
  }

  private static TrunklineConfig.Baseline baseline(Values values) {
    return new TrunklineConfig.Baseline(
        values.count(ConfigKey.BASELINE_ALARMS, 1, 10_000),
        values.duration(ConfigKey.BASELINE_LOOK_BACK, "7d", "28d"),
        values.duration(ConfigKey.BASELINE_CALM, "1m", "1d"),
        values.zone(ConfigKey.BASELINE_TIME_ZONE));
  }

  private static TrunklineConfig.HostAccess host(Values values) {
    return new TrunklineConfig.HostAccess(
        values.url(ConfigKey.HOST_URL), values.alias(ConfigKey.HOST_CREDENTIALS));
  }

  private static List<Problem> hints(Map<String, ?> properties) {
    return properties.keySet().stream()
        .filter(k -> !FOREIGN.contains(k) && !k.startsWith("felix.") && !k.startsWith("."))
        .filter(k -> ConfigKey.of(k).isEmpty())
        .sorted()
        .map(
            k -> new Problem(FILE, 0, k, "is no setting of Trunkline", Spelling.advice(k, known())))
        .toList();
  }

  private static List<String> known() {
    return List.of(ConfigKey.values()).stream().map(ConfigKey::key).toList();
  }
}
