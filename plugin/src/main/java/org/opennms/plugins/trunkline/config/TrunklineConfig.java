package org.opennms.plugins.trunkline.config;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.opennms.plugins.trunkline.model.InterfaceRole;

/**
 * The settings of the PID, checked; see {@link ConfigKey} for their meaning.
 *
 * @param parts those that are switched on
 * @param discovery when and which nodes are read
 * @param retention how long what has vanished is kept
 * @param monitoring which interfaces are monitored
 * @param topology when neighbours are read, and what of them is told
 * @param snmp how devices are asked
 * @param traffic how traffic is measured
 * @param baseline how baselines are learned and judged
 * @param host how the host's own REST interface is reached
 * @param alerts how the host is told
 */
public record TrunklineConfig(
    Set<PartSwitch> parts,
    Discovery discovery,
    Retention retention,
    Monitoring monitoring,
    Topology topology,
    Snmp snmp,
    Traffic traffic,
    Baseline baseline,
    HostAccess host,
    Alerts alerts) {
  /** Copies the set. */
  public TrunklineConfig {
    EnumSet<PartSwitch> copy = EnumSet.noneOf(PartSwitch.class);
    copy.addAll(parts);
    parts = Collections.unmodifiableSet(copy);
  }

  /** Whether the part is switched on. */
  public boolean isOn(PartSwitch part) {
    return parts.contains(part);
  }

  /**
   * When nodes are read.
   *
   * @param interval between two looks at a device
   * @param fullInterval after which a device is read wholly
   * @param concurrency devices at once
   * @param eventDelay wait after a host event
   * @param nodes which nodes
   */
  public record Discovery(
      Duration interval,
      Duration fullInterval,
      int concurrency,
      Duration eventDelay,
      NodeSelection nodes) {}

  /**
   * Which nodes are read; an empty set accepts all.
   *
   * @param locations monitoring locations
   * @param categories of which a node needs one
   * @param foreignSources requisitions
   * @param addresses of the node's SNMP agent
   * @param requireSnmpService whether the host must have found the service SNMP
   */
  public record NodeSelection(
      Set<String> locations,
      Set<String> categories,
      Set<String> foreignSources,
      AddressSet addresses,
      boolean requireSnmpService) {
    /** Copies the sets. */
    public NodeSelection {
      locations = Set.copyOf(locations);
      categories = Set.copyOf(categories);
      foreignSources = Set.copyOf(foreignSources);
    }
  }

  /**
   * How long what has vanished is kept.
   *
   * @param interfaces stale interfaces
   * @param learned overrides and learned state of interfaces that are gone
   */
  public record Retention(Duration interfaces, Duration learned) {}

  /**
   * Which interfaces are monitored.
   *
   * @param roles by role
   * @param critical whether critical ones are, whatever their role
   * @param cap at most so many
   */
  public record Monitoring(Set<InterfaceRole> roles, boolean critical, int cap) {
    /** Copies the set. */
    public Monitoring {
      roles = Set.copyOf(roles);
    }
  }

  /**
   * When neighbours are read, and what of them is told.
   *
   * @param time of the daily walk
   * @param spread of the daily walk
   * @param checkInterval between two cheap looks
   * @param eventDelay wait after a trap or a change of the host's edges
   * @param forwardingTables whether forwarding tables, spanning tree, ARP and ND are read
   * @param mapInferred whether the host's map shows inferred links
   * @param userDefinedLinks whether links that the host lacks are drawn there
   * @param flapQuiet how long a flapping link must be steady
   * @param retention how long neighbours of a silent device are believed
   */
  public record Topology(
      LocalTime time,
      Duration spread,
      Duration checkInterval,
      Duration eventDelay,
      boolean forwardingTables,
      boolean mapInferred,
      boolean userDefinedLinks,
      Duration flapQuiet,
      Duration retention) {}

  /**
   * How devices are asked, where a credential profile does not say otherwise.
   *
   * @param timeout wait for an answer
   * @param retries after the first try
   * @param repetitions GETBULK max-repetitions to begin with
   * @param maxRepetitions most that a device may reach
   * @param inFlight unanswered requests in all
   * @param inFlightPerDevice unanswered requests per device
   */
  public record Snmp(
      Duration timeout,
      int retries,
      int repetitions,
      int maxRepetitions,
      int inFlight,
      int inFlightPerDevice) {}

  /**
   * How the host is told of alerts.
   *
   * @param eventsPerMinute at most
   * @param counting how long what rests on learned baselines is only counted
   * @param context whether alarms of known interfaces get a managed object
   */
  public record Alerts(int eventsPerMinute, Duration counting, boolean context) {}

  /**
   * How traffic is measured.
   *
   * @param choice where it comes from
   * @param interval between measurements
   * @param criticalInterval the same for critical interfaces
   */
  public record Traffic(TrafficChoice choice, Duration interval, Duration criticalInterval) {}

  /**
   * How baselines are learned and judged.
   *
   * @param alarmsPerDay anomaly alarms a day that the whole installation may raise
   * @param lookBack of the plain statistics
   * @param calm how long traffic must be as usual until an anomaly is over
   * @param zone civil time of nodes that do not tell theirs
   */
  public record Baseline(int alarmsPerDay, Duration lookBack, Duration calm, ZoneId zone) {}

  /**
   * How the host's own REST interface is reached.
   *
   * @param url up to and without {@code /rest}
   * @param credentials alias in the vault of user and password
   */
  public record HostAccess(URI url, String credentials) {}
}
