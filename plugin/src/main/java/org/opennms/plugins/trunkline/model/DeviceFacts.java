package org.opennms.plugins.trunkline.model;

/**
 * What a device says of itself: SNMPv2-MIB's system group and ENTITY-MIB's chassis row. Text that a
 * device did not give is empty, never null.
 *
 * @param sysName as configured on the device
 * @param sysDescr the vendor's text
 * @param sysObjectId dotted, without a leading dot
 * @param sysLocation as configured on the device
 * @param sysContact as configured on the device
 * @param type what kind of device it is, as far as its own words say
 * @param manufacturer entPhysicalMfgName, else from the enterprise number
 * @param model entPhysicalModelName, else from sysDescr
 * @param firmware entPhysicalSoftwareRev or FirmwareRev, else from sysDescr
 * @param serial entPhysicalSerialNum
 */
public record DeviceFacts(
    String sysName,
    String sysDescr,
    String sysObjectId,
    String sysLocation,
    String sysContact,
    DeviceType type,
    String manufacturer,
    String model,
    String firmware,
    String serial) {
  /** A device that has said nothing yet. */
  public static final DeviceFacts UNKNOWN =
      new DeviceFacts("", "", "", "", "", DeviceType.UNKNOWN, "", "", "", "");
}
