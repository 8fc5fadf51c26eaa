package org.opennms.plugins.trunkline.telemetry.transport;

/**
 * An envelope to be delivered.
 *
 * @param sequence its place in the sender's chain
 * @param deviceId whose telemetry it is; a transport may order by it
 * @param bytes to be sent as they are; nobody writes to them
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes a second pass here: no copies.
public record Outgoing(long sequence, String deviceId, byte[] bytes) {}
