package org.opennms.plugins.trunkline.model;

/** IF-MIB ifAdminStatus (RFC 2863); {@link #UNKNOWN} where the device did not say. */
public enum AdminStatus {
  /** Not told by the device, or a value outside the MIB. */
  UNKNOWN,
  /** up(1). */
  UP,
  /** down(2). */
  DOWN,
  /** testing(3). */
  TESTING;

  /** The status with this MIB number; any other number is {@link #UNKNOWN}. */
  public static AdminStatus of(int value) {
    return value >= 1 && value <= 3 ? values()[value] : UNKNOWN;
  }
}
