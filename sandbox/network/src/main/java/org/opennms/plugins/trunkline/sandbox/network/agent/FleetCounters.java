package org.opennms.plugins.trunkline.sandbox.network.agent;

import java.util.concurrent.atomic.AtomicLong;

/** What all agents of a fleet count together. */
final class FleetCounters {
  private static final System.Logger LOG = System.getLogger(FleetCounters.class.getName());

  private final AtomicLong varbinds = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();

  void answered(int count) {
    varbinds.addAndGet(count);
  }

  /** Counts a request that ended in an exception; says it once. */
  void failed(String label, Exception cause) {
    if (failures.getAndIncrement() == 0) {
      LOG.log(System.Logger.Level.WARNING, label + " could not answer; further ones count", cause);
    }
  }

  long varbinds() {
    return varbinds.get();
  }

  long failures() {
    return failures.get();
  }
}
