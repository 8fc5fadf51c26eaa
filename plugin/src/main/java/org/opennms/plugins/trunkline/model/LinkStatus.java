package org.opennms.plugins.trunkline.model;

import java.time.Instant;
import java.util.Objects;

/**
 * Whether an interface is up, asked of the device itself.
 *
 * @param at when it was asked
 * @param answered whether the device answered; if not, the others are untold
 * @param adminStatus ifAdminStatus
 * @param operStatus ifOperStatus
 */
public record LinkStatus(
    Instant at, boolean answered, AdminStatus adminStatus, OperStatus operStatus) {
  /** Rejects missing parts. */
  public LinkStatus {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(adminStatus, "adminStatus");
    Objects.requireNonNull(operStatus, "operStatus");
  }

  /** The device answered, but not how the interface is. */
  public static LinkStatus untold(Instant at) {
    return new LinkStatus(at, true, AdminStatus.UNKNOWN, OperStatus.UNTOLD);
  }

  /** The device answered, and no longer has the interface; as notPresent(6) of a known one. */
  public static LinkStatus absent(Instant at) {
    return new LinkStatus(at, true, AdminStatus.UNKNOWN, OperStatus.NOT_PRESENT);
  }

  /** Whether the device no longer has the interface. */
  public boolean isAbsent() {
    return answered && adminStatus == AdminStatus.UNKNOWN && operStatus == OperStatus.NOT_PRESENT;
  }

  /** The device did not answer. */
  public static LinkStatus silent(Instant at) {
    return new LinkStatus(at, false, AdminStatus.UNKNOWN, OperStatus.UNTOLD);
  }
}
