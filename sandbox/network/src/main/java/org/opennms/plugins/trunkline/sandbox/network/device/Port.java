package org.opennms.plugins.trunkline.sandbox.network.device;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.plugins.trunkline.sandbox.network.traffic.Flow;

/**
 * One interface of a generated device.
 *
 * <p>What a fault can change is volatile: set by any thread, read by the agents' loop.
 */
public final class Port {
  private final String ifName;
  private final String ifDescr;
  private final PortKind kind;
  private final Wiring wiring;
  private final long mac;
  private final PortCounters counters;
  private volatile int[] index;
  private volatile String alias;
  private volatile Link link;
  private volatile boolean adminUp;
  private volatile boolean cut;
  private volatile long lastChange;
  private final List<Port> members = new CopyOnWriteArrayList<>();
  private Port lag;

  /**
   * The part of a port that follows from its place in the network.
   *
   * @param role what it is for
   * @param provider the carrier behind an ISP uplink, else null
   * @param bitsPerSecond speed
   * @param vlan PVID; 0 where it is not bridged
   * @param voiceVlan 0 where there is none
   * @param tagged whether it carries several VLANs
   * @param addresses IPv4 addresses with their prefix lengths, packed
   */
  public record Wiring(
      PortRole role,
      String provider,
      long bitsPerSecond,
      int vlan,
      int voiceVlan,
      boolean tagged,
      List<InterfaceAddress> addresses) {}

  /** The two directions as the device sees them. */
  public record Flows(Flow in, Flow out) {}

  /** Makes a port; it is up as long as nothing cuts it. */
  public Port(
      PortKind kind,
      String ifName,
      String ifDescr,
      int ifIndex,
      long mac,
      Wiring wiring,
      Flows flows) {
    this.kind = kind;
    this.ifName = ifName;
    this.ifDescr = ifDescr;
    this.index = new int[] {ifIndex};
    this.mac = mac;
    this.wiring = wiring;
    this.counters = new PortCounters(flows);
    this.alias = "";
    this.adminUp = true;
  }

  /** IF-MIB ifName. */
  public String ifName() {
    return ifName;
  }

  /** IF-MIB ifDescr. */
  public String ifDescr() {
    return ifDescr;
  }

  /** What kind of port. */
  public PortKind kind() {
    return kind;
  }

  /** Place in the network. */
  public Wiring wiring() {
    return wiring;
  }

  /** ifPhysAddress as a number; 0 where there is none. */
  public long mac() {
    return mac;
  }

  /** What it has counted. */
  public PortCounters counters() {
    return counters;
  }

  /** IF-MIB ifIndex; it changes when the device renumbers. */
  public int ifIndex() {
    return index[0];
  }

  /** The ifIndex as a table index. */
  public int[] index() {
    return index;
  }

  /** Gives it another ifIndex. */
  public void renumber(int ifIndex) {
    index = new int[] {ifIndex};
  }

  /** IF-MIB ifAlias, never null. */
  public String alias() {
    return alias;
  }

  /** Changes ifAlias. */
  public void describe(String text) {
    alias = text;
  }

  /** The link, or null where nothing is plugged in. */
  public Link link() {
    return link;
  }

  void plug(Link cable) {
    link = cable;
  }

  /** The LAG that it belongs to, or null. */
  public Port lag() {
    return lag;
  }

  /** Makes it a member of a LAG. */
  public void join(Port aggregate) {
    lag = aggregate;
    aggregate.members.add(this);
  }

  /** The members where it is a LAG. */
  public List<Port> members() {
    return members;
  }

  /** ifAdminStatus up. */
  public boolean adminUp() {
    return adminUp;
  }

  /** Whether this end does its part to be up. */
  boolean enabled() {
    return adminUp && !cut;
  }

  /** ifOperStatus up: both ends of the link are, or one member of the LAG. */
  public boolean operUp() {
    Link cable = link;
    if (cable != null) {
      return cable.up();
    }
    return enabled() && (members.isEmpty() || members.stream().anyMatch(Port::operUp));
  }

  /** Milliseconds since the epoch of the last change of status; 0 for since boot. */
  public long lastChange() {
    return lastChange;
  }

  /** Sets the status that it has had since boot. */
  public void begin(boolean administrativelyUp, boolean unplugged) {
    adminUp = administrativelyUp;
    cut = unplugged;
  }

  /**
   * Sets what this end does; traffic stops while it is down and is as usual again when it is up.
   *
   * @param administrativelyUp ifAdminStatus
   * @param cableCut whether it is down against the operator's will
   */
  public void set(boolean administrativelyUp, boolean cableCut, long now) {
    adminUp = administrativelyUp;
    cut = cableCut;
    lastChange = now;
    if (link != null) {
      link.opposite(this).port().lastChange = now;
    }
    double factor = operUp() ? 1 : 0;
    counters.flows().in().scale(factor, now, Long.MAX_VALUE);
    counters.flows().out().scale(factor, now, Long.MAX_VALUE);
  }
}
