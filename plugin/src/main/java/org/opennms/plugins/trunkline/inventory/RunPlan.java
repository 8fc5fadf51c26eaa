package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Device;

/**
 * How a discovery run goes about it.
 *
 * @param trigger what started it, for people
 * @param scope which nodes
 * @param thorough whether every table is read, whatever the device says of changes
 * @param spread time over which the devices are spread; zero is as fast as allowed
 * @param device the one that an operator wants
 */
record RunPlan(
    String trigger, Scope scope, boolean thorough, Duration spread, Optional<Device> device) {
  /** A run about several nodes. */
  RunPlan(String trigger, Scope scope, boolean thorough, Duration spread) {
    this(trigger, scope, thorough, spread, Optional.empty());
  }

  /** A run about the one device that an operator wants. */
  static RunPlan about(Device device) {
    return new RunPlan("operator", Scope.WANTED, true, Duration.ZERO, Optional.of(device));
  }

  /** Which nodes a run is about. */
  enum Scope {
    /** All that the configuration selects; what the host no longer has becomes stale. */
    SELECTED,
    /** Named ones that the configuration selects. */
    NAMED,
    /** Named ones, whatever the configuration selects. */
    WANTED
  }
}
