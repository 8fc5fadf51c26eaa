package org.opennms.plugins.trunkline.traffic;

/** Where an interface's traffic comes from. */
public enum TrafficSource {
  /** What the host has collected and stored. */
  HOST,
  /** Our own polling. */
  DIRECT
}
