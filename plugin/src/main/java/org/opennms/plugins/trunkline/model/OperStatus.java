package org.opennms.plugins.trunkline.model;

/** IF-MIB ifOperStatus (RFC 2863), in the order of the MIB's numbers. */
public enum OperStatus {
  /** Not told by the device, or a value outside the MIB; shares the meaning of unknown(4). */
  UNTOLD,
  /** up(1). */
  UP,
  /** down(2). */
  DOWN,
  /** testing(3). */
  TESTING,
  /** unknown(4). */
  UNKNOWN,
  /** dormant(5). */
  DORMANT,
  /** notPresent(6). */
  NOT_PRESENT,
  /** lowerLayerDown(7). */
  LOWER_LAYER_DOWN;

  /** The status with this MIB number; any other number is {@link #UNTOLD}. */
  public static OperStatus of(int value) {
    return value >= 1 && value <= 7 ? values()[value] : UNTOLD;
  }
}
