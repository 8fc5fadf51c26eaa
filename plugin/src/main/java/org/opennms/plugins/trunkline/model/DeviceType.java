package org.opennms.plugins.trunkline.model;

import java.util.Locale;

/** What kind of device a node is. */
public enum DeviceType {
  /** Forwards between networks. */
  ROUTER,
  /** Forwards frames. */
  SWITCH,
  /** Filters between networks. */
  FIREWALL,
  /** A radio access point or its controller. */
  WIRELESS,
  /** A computer that serves others, hypervisors included. */
  SERVER,
  /** An IP phone or a voice gateway. */
  PHONE,
  /** An IP camera. */
  CAMERA,
  /** A printer. */
  PRINTER,
  /** A power supply or distribution unit. */
  POWER,
  /** Nothing is known. */
  UNKNOWN;

  /** For example {@code router}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
