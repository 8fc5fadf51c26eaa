package org.opennms.plugins.trunkline.config;

import java.time.Duration;
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
 * @param snmp how devices are asked
 */
public record TrunklineConfig(
    Set<PartSwitch> parts,
    Discovery discovery,
    Retention retention,
    Monitoring monitoring,
    Snmp snmp) {
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
}
