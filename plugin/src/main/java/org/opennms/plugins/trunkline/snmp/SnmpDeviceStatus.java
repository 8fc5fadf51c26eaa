package org.opennms.plugins.trunkline.snmp;

import java.net.InetSocketAddress;

/**
 * What the engine has learned of a device.
 *
 * @param address of its agent
 * @param roundTripMicros smoothed round-trip time, 0 before the first answer
 * @param repetitions rows that a GETBULK asks it for now
 * @param inFlight requests that it proved to bear at a time, 1 before the first answer
 * @param breakerOpen whether it is left alone for a while because it was silent
 * @param metrics since it was first asked
 */
public record SnmpDeviceStatus(
    InetSocketAddress address,
    long roundTripMicros,
    int repetitions,
    int inFlight,
    boolean breakerOpen,
    SnmpMetrics metrics) {}
