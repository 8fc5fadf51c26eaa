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
            parts(values), discovery(values), retention(values), monitoring(values), snmp(values));
    if (problems.isEmpty() && config.snmp().repetitions() > config.snmp().maxRepetitions()) {
      values.refuse(
          ConfigKey.SNMP_REPETITIONS,
          "is more than " + ConfigKey.SNMP_MAX_REPETITIONS.key(),
          "Lower the one or raise the other");
    }
    return new ConfigReading<>(
        problems.isEmpty() ? Optional.of(config) : Optional.empty(), problems, hints(properties));
  }

  private static Set<Part> parts(Values values) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    for (Part part : Part.values()) {
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

  private static TrunklineConfig.Snmp snmp(Values values) {
    return new TrunklineConfig.Snmp(
        values.duration(ConfigKey.SNMP_TIMEOUT, "10ms", "60s"),
        values.count(ConfigKey.SNMP_RETRIES, 0, 10),
        values.count(ConfigKey.SNMP_REPETITIONS, 1, 100),
        values.count(ConfigKey.SNMP_MAX_REPETITIONS, 1, 100),
        values.count(ConfigKey.SNMP_IN_FLIGHT, 1, 5000),
        values.count(ConfigKey.SNMP_IN_FLIGHT_DEVICE, 1, 64));
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
