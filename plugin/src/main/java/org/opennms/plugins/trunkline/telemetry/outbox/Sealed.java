package org.opennms.plugins.trunkline.telemetry.outbox;

/**
 * A signed envelope.
 *
 * @param bytes what is stored, sent and never changed
 * @param signature its {@code sig}, 64 bytes, which the next envelope names
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes a second pass here: no copies.
public record Sealed(byte[] bytes, byte[] signature) {}
