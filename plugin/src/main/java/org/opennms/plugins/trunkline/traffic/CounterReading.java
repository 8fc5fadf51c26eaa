package org.opennms.plugins.trunkline.traffic;

import java.time.Instant;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.OperStatus;

/**
 * The counters of one interface at one time (IF-MIB, RFC 2863).
 *
 * @param at when the answer came, by our clock
 * @param sysUpTime hundredths of a second modulo 2^32 (497 days); {@link #UNTOLD} where not told
 * @param discontinuityTime ifCounterDiscontinuityTime, a sysUpTime; {@link #UNTOLD} where not told
 * @param in received
 * @param out sent
 * @param speed bit/s from ifHighSpeed, else ifSpeed; 0 where not told
 * @param adminStatus ifAdminStatus
 * @param operStatus ifOperStatus
 */
public record CounterReading(
    Instant at,
    long sysUpTime,
    long discontinuityTime,
    Direction in,
    Direction out,
    long speed,
    AdminStatus adminStatus,
    OperStatus operStatus) {
  /** Stands for times that the agent does not tell. */
  public static final long UNTOLD = -1;

  /**
   * The counters of one direction.
   *
   * @param octets ifHCInOctets or ifHCOutOctets, else their 32-bit forms
   * @param packets ifHCInUcastPkts or ifHCOutUcastPkts, else their 32-bit forms
   * @param errors ifInErrors or ifOutErrors
   * @param discards ifInDiscards or ifOutDiscards
   */
  public record Direction(Counter octets, Counter packets, Counter errors, Counter discards) {
    /** Nothing told. */
    public static final Direction ABSENT =
        new Direction(Counter.ABSENT, Counter.ABSENT, Counter.ABSENT, Counter.ABSENT);

    /** Rejects missing parts. */
    public Direction {
      Objects.requireNonNull(octets, "octets");
      Objects.requireNonNull(packets, "packets");
      Objects.requireNonNull(errors, "errors");
      Objects.requireNonNull(discards, "discards");
    }
  }

  /** Rejects missing parts. */
  public CounterReading {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(adminStatus, "adminStatus");
    Objects.requireNonNull(operStatus, "operStatus");
  }

  /** The status alone. */
  public LinkStatus status() {
    return new LinkStatus(at, true, adminStatus, operStatus);
  }

  // A few agents answer with the present time always, which tells of no discontinuity.
  boolean tellsDiscontinuity() {
    return discontinuityTime != UNTOLD && discontinuityTime != sysUpTime;
  }
}
