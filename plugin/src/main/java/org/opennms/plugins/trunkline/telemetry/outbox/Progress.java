package org.opennms.plugins.trunkline.telemetry.outbox;

/**
 * How far a transport has come.
 *
 * @param transport which
 * @param done everything through this sequence is delivered or buried
 * @param delivered the highest sequence that its receiver took
 */
public record Progress(String transport, long done, long delivered) {
  Progress plus(Progress other) {
    return new Progress(
        transport, Math.max(done, other.done), Math.max(delivered, other.delivered));
  }
}
