package org.opennms.plugins.trunkline.snmp;

/**
 * The engine's limits.
 *
 * @param inFlight requests whose answers are still expected, in all; overdue ones do not count
 * @param inFlightPerDevice unanswered requests of one device, overdue ones included: what the
 *     engine learns of a device stays below, unless a request asks for more
 * @param discoveries SNMPv3 engine discoveries at once
 * @param waiting requests that may wait to be sent; more are refused
 * @param devices remembered; those idle longest are forgotten first
 * @param firstRepetitions rows that a GETBULK asks a device for before anything is learned of it
 */
public record EngineSettings(
    int inFlight,
    int inFlightPerDevice,
    int discoveries,
    int waiting,
    int devices,
    int firstRepetitions) {
  /** 200 in flight, 4 per device, 50 discoveries, 100,000 waiting, 50,000 devices, 10 rows. */
  public static final EngineSettings DEFAULT = new EngineSettings(200, 4, 50, 100_000, 50_000, 10);

  /** Rejects limits below one. */
  public EngineSettings {
    if (Math.min(Math.min(inFlight, inFlightPerDevice), Math.min(discoveries, waiting)) < 1
        || Math.min(devices, firstRepetitions) < 1) {
      throw new IllegalArgumentException("every limit must be at least 1");
    }
  }
}
