package org.opennms.plugins.trunkline.telemetry.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How deliveries of one transport go.
 *
 * @param transport its name
 * @param state in a word
 * @param detail the other end, and the last failure while it lasts
 * @param inFlight envelopes under way
 * @param delivered since the start
 * @param retried sends that have to be repeated, since the start
 * @param refused for good, since the start
 * @param lastDelivery when the other end last took one
 * @param perSecond deliveries a second, over the last minute
 */
public record PumpStatus(
    String transport,
    State state,
    String detail,
    int inFlight,
    long delivered,
    long retried,
    long refused,
    Optional<Instant> lastDelivery,
    double perSecond) {
  /** How it goes, in a word. */
  public enum State {
    /** Delivers, or has nothing to deliver. */
    RUNNING,
    /** Waits after a failure. */
    RETRYING,
    /** Waits for the operator. */
    PAUSED
  }
}
