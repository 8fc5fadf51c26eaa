package org.opennms.plugins.trunkline.model;

/**
 * What passed an interface in one direction, as means over an interval. NaN stands for what the
 * source does not tell.
 *
 * @param bitsPerSecond from ifHCInOctets or ifHCOutOctets, at least 0
 * @param packetsPerSecond unicast packets, at least 0
 * @param errorRatio 0..1, packets with errors among all packets; 0 without packets
 * @param discardRatio 0..1, discarded packets among all packets; 0 without packets
 * @param utilization {@code bitsPerSecond} by the interface's capacity; 1 is full, a little more is
 *     possible; NaN where the capacity is not known
 */
public record TrafficRates(
    double bitsPerSecond,
    double packetsPerSecond,
    double errorRatio,
    double discardRatio,
    double utilization) {
  /** Nothing is known. */
  public static final TrafficRates UNKNOWN =
      new TrafficRates(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** Whether the bit rate is known. */
  public boolean isKnown() {
    return !Double.isNaN(bitsPerSecond);
  }
}
