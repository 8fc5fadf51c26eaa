package org.opennms.plugins.trunkline.config;

import java.util.Arrays;
import java.util.Optional;

/**
 * The key table: every setting of the PID with its type, default and meaning. Defaults, checks, the
 * shipped file and the documentation all come from here or are tested against it.
 */
public enum ConfigKey {
  /** Switch of the part. */
  DISCOVERY_ENABLED("discovery.enabled", Type.FLAG, "true", "Read nodes and their interfaces."),
  /** Switch of the part. */
  TOPOLOGY_ENABLED("topology.enabled", Type.FLAG, "true", "Find neighbours and links."),
  /** Switch of the part. */
  TRAFFIC_ENABLED("traffic.enabled", Type.FLAG, "true", "Measure monitored interfaces."),
  /** Switch of the part. */
  BASELINE_ENABLED("baseline.enabled", Type.FLAG, "true", "Learn what is normal."),
  /** Switch of the part. */
  ALERTS_ENABLED("alerts.enabled", Type.FLAG, "true", "Send alerts to the host."),
  /** Switch of the part. */
  TELEMETRY_ENABLED("telemetry.enabled", Type.FLAG, "true", "Export signed telemetry."),
  /** Time between scheduled runs. */
  DISCOVERY_INTERVAL(
      "discovery.interval",
      Type.DURATION,
      "1h",
      "Time between two looks at a device; the looks are spread over it. At least 5m."),
  /** Age at which a device is read wholly. */
  DISCOVERY_FULL_INTERVAL(
      "discovery.full-interval",
      Type.DURATION,
      "24h",
      "A device that says it is unchanged is still read wholly after this time."),
  /** Devices under way at once. */
  DISCOVERY_CONCURRENCY(
      "discovery.concurrency", Type.COUNT, "100", "Devices read at the same time, 1 to 1000."),
  /** Wait after a host event. */
  DISCOVERY_EVENT_DELAY(
      "discovery.event-delay",
      Type.DURATION,
      "30s",
      "Wait after the host announced a node, so that an import gives one run and not hundreds."),
  /** Selection by location. */
  NODES_LOCATIONS(
      "discovery.nodes.locations",
      Type.LIST,
      "Default",
      "Monitoring locations whose nodes are read; * is all. Trunkline polls from the host itself,"
          + " not through Minions."),
  /** Selection by category. */
  NODES_CATEGORIES(
      "discovery.nodes.categories",
      Type.LIST,
      "*",
      "Surveillance categories, one of which a node must have; * is all."),
  /** Selection by requisition. */
  NODES_FOREIGN_SOURCES(
      "discovery.nodes.foreign-sources",
      Type.LIST,
      "*",
      "Requisitions whose nodes are read; * is all, also nodes without one."),
  /** Selection by address. */
  NODES_ADDRESSES(
      "discovery.nodes.addresses",
      Type.ADDRESSES,
      "*",
      "Addresses that are read: single, CIDR (192.0.2.0/24) or range (192.0.2.1-192.0.2.9); * is"
          + " all."),
  /** Selection by service. */
  NODES_REQUIRE_SNMP(
      "discovery.nodes.require-snmp-service",
      Type.FLAG,
      "true",
      "Read only nodes on which the host found the service SNMP."),
  /** Retention of vanished interfaces. */
  INTERFACES_RETENTION(
      "interfaces.retention",
      Type.DURATION,
      "7d",
      "How long an interface that is no longer found is kept, marked stale."),
  /** Retention of overrides. */
  LEARNED_RETENTION(
      "interfaces.learned-retention",
      Type.DURATION,
      "90d",
      "How long overrides and learned state outlive their interface."),
  /** Roles that are monitored. */
  MONITORED_ROLES(
      "monitored.roles",
      Type.ROLES,
      "isp_uplink,trunk,branch_link,server_link",
      "Roles whose interfaces are monitored."),
  /** Whether critical ones are monitored. */
  MONITORED_CRITICAL(
      "monitored.critical", Type.FLAG, "true", "Monitor critical interfaces whatever their role."),
  /** Upper bound. */
  MONITORED_CAP(
      "monitored.cap",
      Type.COUNT,
      "20000",
      "Most interfaces monitored at once: first those an operator chose, then critical ones, then"
          + " by role. The status says when it is reached."),
  /** Answer time. */
  SNMP_TIMEOUT("snmp.timeout", Type.DURATION, "3s", "Wait for an answer before trying again."),
  /** Repeats. */
  SNMP_RETRIES("snmp.retries", Type.COUNT, "3", "Tries after the first one, 0 to 10."),
  /** GETBULK start. */
  SNMP_REPETITIONS(
      "snmp.repetitions", Type.COUNT, "10", "GETBULK max-repetitions to begin with, 1 to 100."),
  /** GETBULK bound. */
  SNMP_MAX_REPETITIONS(
      "snmp.max-repetitions",
      Type.COUNT,
      "25",
      "GETBULK max-repetitions a device that answers well may reach, 1 to 100."),
  /** Requests in all. */
  SNMP_IN_FLIGHT("snmp.in-flight", Type.COUNT, "200", "Unanswered requests in all, 1 to 5000."),
  /** Requests per device. */
  SNMP_IN_FLIGHT_DEVICE(
      "snmp.in-flight-per-device", Type.COUNT, "4", "Unanswered requests per device, 1 to 64.");

  /** How a value is written. */
  public enum Type {
    /** {@code true} or {@code false}. */
    FLAG("true or false"),
    /** A whole number. */
    COUNT("a whole number"),
    /** A number with a unit. */
    DURATION("a number with ms, s, m, h or d"),
    /** Words between commas. */
    LIST("a list with commas"),
    /** Role spellings between commas. */
    ROLES("a list of roles with commas"),
    /** Address ranges between commas. */
    ADDRESSES("a list of addresses with commas");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    /** For messages and the documentation. */
    public String words() {
      return words;
    }
  }

  private final String key;
  private final Type type;
  private final String defaultValue;
  private final String meaning;

  ConfigKey(String key, Type type, String defaultValue, String meaning) {
    this.key = key;
    this.type = type;
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  /** As written in the file. */
  public String key() {
    return key;
  }

  /** How the value is written. */
  public Type type() {
    return type;
  }

  /** In force where the file does not say. */
  public String defaultValue() {
    return defaultValue;
  }

  /** One sentence or two for the operator. */
  public String meaning() {
    return meaning;
  }

  /** The setting that is written so. */
  public static Optional<ConfigKey> of(String key) {
    return Arrays.stream(values()).filter(k -> k.key.equals(key)).findFirst();
  }
}
