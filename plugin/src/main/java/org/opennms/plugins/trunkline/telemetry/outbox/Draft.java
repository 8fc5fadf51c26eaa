package org.opennms.plugins.trunkline.telemetry.outbox;

import java.time.Instant;
import java.util.Objects;

/**
 * What is to become an envelope.
 *
 * @param deviceId whose telemetry it is; a transport may order by it
 * @param idempotencyKey the same for the same content across restarts, different for any other
 * @param at the envelope's time
 * @param payload the serialized DeviceTelemetry; not copied, the giver leaves it alone
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes a second pass here: no copies.
public record Draft(String deviceId, String idempotencyKey, Instant at, byte[] payload) {
  /** Rejects missing parts. */
  public Draft {
    Objects.requireNonNull(deviceId, "deviceId");
    Objects.requireNonNull(idempotencyKey, "idempotencyKey");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(payload, "payload");
  }
}
