package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;

/**
 * How a discovery run goes about it.
 *
 * @param trigger what started it, for people
 * @param scope which nodes
 * @param thorough whether every table is read, whatever the device says of changes
 * @param spread time over which the devices are spread; zero is as fast as allowed
 */
record RunPlan(String trigger, Scope scope, boolean thorough, Duration spread) {
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
