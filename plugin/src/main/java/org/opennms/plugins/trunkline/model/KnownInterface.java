package org.opennms.plugins.trunkline.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An interface with everything that Trunkline has decided about it. Shells and REST show this.
 *
 * @param device the node that owns it
 * @param facts what the device says of itself
 * @param networkInterface as last read
 * @param judgement the classifier's own, the override left aside
 * @param classification in force, the override already applied
 * @param override the operator's decision behind it, if any
 * @param monitored whether traffic, baselines and alerts work on it
 * @param firstSeen when a discovery found it first
 * @param lastSeen when a discovery found it last
 * @param stale whether the last successful discovery of its device no longer found it
 */
public record KnownInterface(
    Device device,
    DeviceFacts facts,
    NetworkInterface networkInterface,
    Judgement judgement,
    Classification classification,
    Optional<InterfaceOverride> override,
    boolean monitored,
    Instant firstSeen,
    Instant lastSeen,
    boolean stale) {
  /** Rejects missing parts. */
  public KnownInterface {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(facts, "facts");
    Objects.requireNonNull(networkInterface, "networkInterface");
    Objects.requireNonNull(judgement, "judgement");
    Objects.requireNonNull(classification, "classification");
    Objects.requireNonNull(override, "override");
    Objects.requireNonNull(firstSeen, "firstSeen");
    Objects.requireNonNull(lastSeen, "lastSeen");
  }

  /** Lasting identity. */
  public InterfaceKey key() {
    return networkInterface.key();
  }
}
