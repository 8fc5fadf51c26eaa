package org.opennms.plugins.trunkline.topology.live;

/** Hears of the host's edges, on the host's thread: never blocks and never throws. */
public interface HostEdgeSink {
  /** The host has an edge, or has it no longer. */
  void announce(HostEdge edge, boolean added);

  /** The host announced something that could not be understood, so that all must be read. */
  void misunderstood();
}
