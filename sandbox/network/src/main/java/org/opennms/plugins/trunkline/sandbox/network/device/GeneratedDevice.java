package org.opennms.plugins.trunkline.sandbox.network.device;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A device that the generator made up, with its ports.
 *
 * <p>What a fault can change is volatile: set by any thread, read by the agents' loop.
 */
public final class GeneratedDevice {

  /**
   * What never changes about a device.
   *
   * @param label the node label, unique in the network
   * @param role what it does
   * @param platform what it is
   * @param site where it stands (sysLocation)
   * @param utcOffsetHours its local time
   * @param address management address, a number in 127.0.0.0/8
   * @param mac base MAC address
   * @param serial serial number
   */
  public record Identity(
      String label,
      DeviceRole role,
      Platform platform,
      String site,
      int utcOffsetHours,
      int address,
      long mac,
      String serial) {}

  private final Identity identity;
  private volatile String sysName;
  private volatile String sysDescr;
  private volatile long bootedAt;
  private volatile long interfacesChangedAt;
  private volatile List<Port> ports = List.of();
  private volatile Set<Port> unseated = Set.of();
  private volatile boolean portsHidden;

  /** Makes a device without ports; times are milliseconds since the epoch. */
  public GeneratedDevice(Identity identity, String sysName, long bootedAt) {
    this.identity = identity;
    this.sysName = sysName;
    this.sysDescr = identity.platform().description();
    this.bootedAt = bootedAt;
    this.interfacesChangedAt = bootedAt;
  }

  /** What never changes. */
  public Identity identity() {
    return identity;
  }

  /** Short for the node label. */
  public String label() {
    return identity.label();
  }

  /** SNMPv2-MIB sysName. */
  public String sysName() {
    return sysName;
  }

  /** Changes sysName. */
  public void rename(String name) {
    sysName = name;
  }

  /** SNMPv2-MIB sysDescr. */
  public String sysDescr() {
    return sysDescr;
  }

  /** Changes sysDescr (a software upgrade). */
  public void describe(String text) {
    sysDescr = text;
  }

  /** When it booted, in milliseconds since the epoch. */
  public long bootedAt() {
    return bootedAt;
  }

  /** When a port last came or went, in milliseconds since the epoch. */
  public long interfacesChangedAt() {
    return interfacesChangedAt;
  }

  /** The ports that the agent shows, sorted by ifIndex. */
  public List<Port> ports() {
    Set<Port> missing = unseated;
    if (portsHidden || missing.isEmpty()) {
      return portsHidden ? List.of() : ports;
    }
    return ports.stream().filter(port -> !missing.contains(port)).toList();
  }

  /** The port of an ifName or, in digits, an ifIndex; also while the agent does not show it. */
  public Optional<Port> port(String nameOrIndex) {
    return ports.stream()
        .filter(port -> port.ifName().equals(nameOrIndex))
        .findFirst()
        .or(() -> portOfIndex(nameOrIndex));
  }

  private Optional<Port> portOfIndex(String ifIndex) {
    return ports.stream()
        .filter(port -> Integer.toString(port.ifIndex()).equals(ifIndex))
        .findFirst();
  }

  /** Sets the ports; their counters begin at the last boot. */
  public void equip(List<Port> all) {
    all.forEach(port -> port.counters().restart(bootedAt));
    ports = sorted(all);
  }

  private static List<Port> sorted(List<Port> all) {
    List<Port> result = new ArrayList<>(all);
    result.sort(Comparator.comparingInt(Port::ifIndex));
    return List.copyOf(result);
  }

  /** Boots: sysUpTime and all counters begin anew. */
  public void reboot(long now) {
    bootedAt = now;
    interfacesChangedAt = now;
    ports.forEach(port -> port.counters().restart(now));
  }

  /** Gives every port another ifIndex, in reverse order; ifTableLastChange moves. */
  public void renumber(long now) {
    List<Port> current = ports;
    int last = current.isEmpty() ? 0 : current.get(current.size() - 1).ifIndex();
    for (int position = 0; position < current.size(); position++) {
      current.get(position).renumber(last + current.size() - position);
    }
    ports = sorted(current);
    interfacesChangedAt = now;
  }

  /** Takes a port out with its module, or puts it in again; ifTableLastChange moves. */
  public synchronized void seat(Port port, boolean seated, long now) {
    Set<Port> missing = new HashSet<>(unseated);
    if (seated ? missing.remove(port) : missing.add(port)) {
      unseated = Set.copyOf(missing);
      interfacesChangedAt = now;
    }
  }

  /** Shows no ports (an agent whose interface table broke), or shows them again. */
  public void hidePorts(boolean hidden, long now) {
    portsHidden = hidden;
    interfacesChangedAt = now;
  }
}
