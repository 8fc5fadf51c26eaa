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
  /** Hour of the daily walk. */
  TOPOLOGY_TIME(
      "topology.time",
      Type.TIME,
      "05:00",
      "When neighbours are walked each day, in the host's time zone."),
  /** Spread of the daily walk. */
  TOPOLOGY_SPREAD(
      "topology.spread", Type.DURATION, "30m", "Time over which the daily walk is spread."),
  /** Cheap look at the neighbour tables. */
  TOPOLOGY_CHECK_INTERVAL(
      "topology.check-interval",
      Type.DURATION,
      "15m",
      "How often devices are asked whether their neighbours changed"
          + " (lldpStatsRemTablesLastChangeTime); those that did are walked. At least 1s."),
  /** Wait after a trap or an edge. */
  TOPOLOGY_EVENT_DELAY(
      "topology.event-delay",
      Type.DURATION,
      "30s",
      "Wait after a link trap or a change of the host's edges, until the neighbours are walked."),
  /** Tables that cost more. */
  TOPOLOGY_FORWARDING(
      "topology.forwarding-tables",
      Type.FLAG,
      "false",
      "Read bridge forwarding tables, the spanning tree, ARP and ND as well, where neighbours are"
          + " silent. Large switches have many rows."),
  /** Links of low confidence on the host's map. */
  TOPOLOGY_MAP_INFERRED(
      "topology.map-inferred",
      Type.FLAG,
      "false",
      "Show inferred links on the host's map; they are always listed, and marked so."),
  /** Links drawn in the host. */
  TOPOLOGY_USER_LINKS(
      "topology.user-defined-links",
      Type.FLAG,
      "false",
      "Draw links that the host lacks as its user-defined links, and remove them when they are"
          + " gone."),
  /** Flap damping. */
  TOPOLOGY_FLAP_QUIET(
      "topology.flap-quiet",
      Type.DURATION,
      "10m",
      "A link that was lost three times within this time is silent until it has been steady for as"
          + " long."),
  /** Retention of links. */
  TOPOLOGY_RETENTION(
      "topology.retention",
      Type.DURATION,
      "3d",
      "How long neighbours of a device that cannot be read any more are believed. At least 2d."),
  /** Where traffic comes from. */
  TRAFFIC_SOURCE(
      "traffic.source",
      Type.CHOICE,
      "auto",
      "With auto, what the host has stored, and direct polling where the host does not collect and"
          + " for critical interfaces; with host or direct, the one alone. Status is always polled"
          + " directly."),
  /** Time between polls. */
  TRAFFIC_INTERVAL(
      "traffic.interval", Type.DURATION, "300s", "Time between two measurements of an interface."),
  /** Time between polls of critical interfaces. */
  TRAFFIC_CRITICAL_INTERVAL(
      "traffic.critical-interval",
      Type.DURATION,
      "60s",
      "The same for critical interfaces; shorter than the other, they are polled directly."),
  /** The false-alarm budget. */
  BASELINE_ALARMS(
      "baseline.alarms-per-day",
      Type.COUNT,
      "5",
      "Anomaly alarms a day that the whole installation may raise, 1 to 10000; the thresholds"
          + " follow from it."),
  /** Look-back of the plain statistics. */
  BASELINE_LOOK_BACK(
      "baseline.look-back",
      Type.DURATION,
      "14d",
      "How far the mean, minimum and maximum of an hour of the week look back, 7d to 28d."),
  /** The end of an episode. */
  BASELINE_CALM(
      "baseline.calm",
      Type.DURATION,
      "30m",
      "How long traffic must be as usual until an anomaly is over and its alarm clears, 1m to 1d;"
          + " with less, one trouble may be told as several."),
  /** Civil time. */
  BASELINE_TIME_ZONE(
      "baseline.time-zone",
      Type.TEXT,
      "UTC",
      "Civil time of nodes whose metadata have no timezone, for example Europe/Berlin."),
  /** The host's own address. */
  HOST_URL(
      "host.url",
      Type.TEXT,
      "http://127.0.0.1:8980/opennms",
      "Where the host's own REST interface is, for stored metrics: up to and without /rest."),
  /** User and password for the host's REST. */
  HOST_CREDENTIALS(
      "host.credentials",
      Type.TEXT,
      "trunkline-rest",
      "Alias in the host's secure credentials vault of a user with the role REST, for stored"
          + " metrics. While there is no such alias, everything is polled directly."),
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
      "snmp.in-flight-per-device", Type.COUNT, "4", "Unanswered requests per device, 1 to 64."),
  /** Bound on events. */
  ALERTS_EVENTS_PER_MINUTE(
      "alerts.events-per-minute",
      Type.COUNT,
      "120",
      "Most alert events sent to the host in a minute, 1 to 10000; what is more waits, the most"
          + " urgent first, and one event says how much waits."),
  /** Shadow mode. */
  ALERTS_COUNTING(
      "alerts.counting",
      Type.DURATION,
      "7d",
      "How long alerts that rest on learned baselines are only counted after the first start; 0s"
          + " for not at all."),
  /** Managed objects. */
  ALERTS_CONTEXT(
      "alerts.context",
      Type.FLAG,
      "true",
      "Set the managed object of the host's alarms on known interfaces, with role and provider.");

  /** How a value is written. */
  public enum Type {
    /** {@code true} or {@code false}. */
    FLAG("true or false"),
    /** A whole number. */
    COUNT("a whole number"),
    /** A number with a unit. */
    DURATION("a number with ms, s, m, h or d"),
    /** Hour and minute of a day. */
    TIME("a time of day as hh:mm"),
    /** Words between commas. */
    LIST("a list with commas"),
    /** One of a few words. */
    CHOICE("one of a few words"),
    /** Free text. */
    TEXT("text"),
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
