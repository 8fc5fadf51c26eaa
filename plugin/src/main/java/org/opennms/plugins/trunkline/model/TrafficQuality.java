package org.opennms.plugins.trunkline.model;

/** How far the rates of a {@link TrafficSample} can be believed, and why not further. */
public enum TrafficQuality {
  /** Measured over the usual interval. */
  GOOD(true),
  /** A 32-bit counter went through zero once in the interval, which the rates allow for. */
  WRAP(true),
  /**
   * Polls were missed. With rates, they are means over the whole of a longer interval than usual;
   * without, nothing is known of the interval.
   */
  GAP(false),
  /** The counters began anew, as after a reboot; no rates. */
  RESET(false),
  /** The device says that the counters were discontinuous (RFC 2863); no rates. */
  DISCONTINUITY(false),
  /** More than 1.05 times what the interface can carry, or impossible otherwise; no rates. */
  IMPLAUSIBLE(false),
  /** The octet counters stand still while the interface is up and was busy; the rates are 0. */
  STUCK(false);

  private final boolean trusted;

  TrafficQuality(boolean trusted) {
    this.trusted = trusted;
  }

  /** Whether the rates are as good as any: to be judged, learned and summed up. */
  public boolean isTrusted() {
    return trusted;
  }
}
