package org.opennms.plugins.trunkline.config;

import java.util.Locale;

/** Where traffic is to come from. */
public enum TrafficChoice {
  /** From the host where it collects, else and for critical interfaces by direct polling. */
  AUTO,
  /** From the host alone. */
  HOST,
  /** By direct polling alone. */
  DIRECT;

  /** For example {@code auto}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
