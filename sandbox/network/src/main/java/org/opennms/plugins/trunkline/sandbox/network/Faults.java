package org.opennms.plugins.trunkline.sandbox.network;

import java.time.Duration;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.opennms.plugins.trunkline.sandbox.network.agent.Agent;
import org.opennms.plugins.trunkline.sandbox.network.agent.WireFaults;
import org.opennms.plugins.trunkline.sandbox.network.device.GeneratedDevice;
import org.opennms.plugins.trunkline.sandbox.network.device.Port;
import org.opennms.plugins.trunkline.sandbox.network.device.PortCounters;

/**
 * What can go wrong with one device, switched on and off while it is running. All but the faults on
 * the wire and {@link #reboot()} need a generated device.
 *
 * <p>A port is named by its ifName or, in digits, its ifIndex; an unknown one is a {@link
 * NoSuchElementException}. A number out of range, or a recording where a generated device is
 * needed, is an {@link IllegalArgumentException}. Thread-safe.
 */
public final class Faults {
  private final SimulatedDevice device;
  private final Agent agent;
  private final LinkTraps traps;
  private final InstantSource clock;

  Faults(SimulatedDevice device, Agent agent, LinkTraps traps, InstantSource clock) {
    this.device = device;
    this.agent = agent;
    this.traps = traps;
    this.clock = clock;
  }

  /** What is wrong on the wire. */
  public WireFaults wire() {
    return agent.faults();
  }

  /** Changes what is wrong on the wire, from the next request on. */
  public void wire(UnaryOperator<WireFaults> change) {
    agent.faults(change.apply(agent.faults()));
  }

  /** Boots: sysUpTime and counters begin at 0, snmpEngineBoots counts up. */
  public void reboot() {
    long now = clock.millis();
    agent.reboot(now);
    if (device instanceof SimulatedDevice.Generated generated) {
      generated.device().reboot(now);
    }
  }

  /** Every port gets another ifIndex; ifTableLastChange moves. */
  public void renumber() {
    generated().renumber(clock.millis());
  }

  /** The interface tables are empty, or are there again. */
  public void emptyIfTable(boolean empty) {
    generated().hidePorts(empty, clock.millis());
  }

  /** Changes sysName. */
  public void sysName(String name) {
    generated().rename(name);
  }

  /** Changes sysDescr. */
  public void sysDescr(String text) {
    generated().describe(text);
  }

  /** Sets a port administratively down: down by intention. */
  public void shut(String port) {
    set(port(port), false, false);
  }

  /** Cuts a port's cable: administratively up, down in fact, at both ends. */
  public void cut(String port) {
    set(port(port), true, true);
  }

  /** Pulls a port's module: the device has no such port any more, and its other end is down. */
  public void unseat(String port) {
    Port pulled = port(port);
    set(pulled, true, true);
    generated().seat(pulled, false, clock.millis());
  }

  /** Makes a port as it should be: there, up, usual traffic, no errors, its neighbour visible. */
  public void restore(String port) {
    Port restored = port(port);
    generated().seat(restored, true, clock.millis());
    set(restored, true, false);
    restored.counters().breakPackets(PortCounters.HEALTHY, clock.millis());
    announce(port, true);
  }

  private void set(Port port, boolean administrativelyUp, boolean cut) {
    boolean before = port.operUp();
    port.set(administrativelyUp, cut, clock.millis());
    if (port.operUp() != before) {
      traps.changed(generated(), port);
    }
  }

  /** Loads both directions of a port to a constant share of its speed, 0 to 1. */
  public void load(String port, double share) {
    check(share >= 0 && share <= 1, "a load is a share of the speed from 0 to 1", share);
    Port loaded = port(port);
    double rate = loaded.wiring().bitsPerSecond() * share;
    loaded.counters().flows().in().hold(rate, clock.millis(), Long.MAX_VALUE);
    loaded.counters().flows().out().hold(rate, clock.millis(), Long.MAX_VALUE);
  }

  /** Multiplies both directions' usual traffic for a time; 1 is as usual, 0.5 half of it. */
  public void scale(String port, double factor, Duration duration) {
    check(factor >= 0 && factor <= 1e6, "a factor is 0 to 1,000,000", factor);
    var flows = port(port).counters().flows();
    long now = clock.millis();
    long until = now + Math.min(duration.toMillis(), Long.MAX_VALUE - now);
    flows.in().scale(factor, now, until);
    flows.out().scale(factor, now, until);
  }

  /** Breaks a share of the packets received, 0 to 1. */
  public void errors(String port, double ratio) {
    check(ratio >= 0 && ratio <= 1, "an error ratio is 0 to 1", ratio);
    port(port).counters().breakPackets(ratio, clock.millis());
  }

  /** Counters begin at 0 and ifCounterDiscontinuityTime says so. */
  public void resetCounters(String port) {
    port(port).counters().restart(clock.millis());
  }

  /** Changes ifAlias. */
  public void alias(String port, String text) {
    port(port).describe(text);
  }

  /** Makes a port's neighbour visible in LLDP and CDP at both ends, or not. */
  public void announce(String port, boolean visible) {
    Port announced = port(port);
    if (announced.link() != null) {
      announced.link().announce(visible);
    }
  }

  /** A port of the device. */
  public Port port(String nameOrIndex) {
    return generated()
        .port(nameOrIndex)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no port "
                        + nameOrIndex
                        + " on "
                        + agent.spec().label()
                        + "; give an ifName or ifIndex of nodes.json"));
  }

  private GeneratedDevice generated() {
    if (device instanceof SimulatedDevice.Generated generated) {
      return generated.device();
    }
    throw new IllegalArgumentException(
        agent.spec().label() + " is a recording; only its answers on the wire can be disturbed");
  }

  private static void check(boolean right, String rule, double value) {
    if (!right) {
      throw new IllegalArgumentException(rule + ", not " + value);
    }
  }
}
