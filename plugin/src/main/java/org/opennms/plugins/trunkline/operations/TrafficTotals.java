package org.opennms.plugins.trunkline.operations;

/**
 * What passed an interface in one direction in a time. NaN stands for what is not known.
 *
 * @param averageMbps mean of all measured time, in million bit/s
 * @param maximumMbps highest sample
 * @param gigabytes 10^9 octets in the measured time
 * @param averageErrorRatio 0..1, packets with errors among all packets
 * @param maximumErrorRatio of a sample
 * @param averageUtilization 1 is full
 * @param maximumUtilization of a sample
 */
public record TrafficTotals(
    double averageMbps,
    double maximumMbps,
    double gigabytes,
    double averageErrorRatio,
    double maximumErrorRatio,
    double averageUtilization,
    double maximumUtilization) {}
