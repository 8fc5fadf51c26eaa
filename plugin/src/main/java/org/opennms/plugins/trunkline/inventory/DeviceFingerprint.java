package org.opennms.plugins.trunkline.inventory;

import java.util.Objects;

/**
 * Cheap facts that tell whether a device's interface table changed since it was read.
 *
 * @param sysUpTimeCentis SNMPv2-MIB sysUpTime at the reading, 1/100 s; wraps after 497 days
 * @param readAtEpochMillis when that was
 * @param ifTableLastChangeCentis IF-MIB ifTableLastChange, 1/100 s; -1 where the device has none
 * @param ifNumber IF-MIB ifNumber; -1 where the device has none
 * @param sysDescr SNMPv2-MIB sysDescr
 * @param sysName SNMPv2-MIB sysName
 * @param sysLocation SNMPv2-MIB sysLocation
 */
public record DeviceFingerprint(
    long sysUpTimeCentis,
    long readAtEpochMillis,
    long ifTableLastChangeCentis,
    long ifNumber,
    String sysDescr,
    String sysName,
    String sysLocation) {
  /** Rejects missing parts. */
  public DeviceFingerprint {
    Objects.requireNonNull(sysDescr, "sysDescr");
    Objects.requireNonNull(sysName, "sysName");
    Objects.requireNonNull(sysLocation, "sysLocation");
  }
}
