package org.opennms.plugins.trunkline.snmp.mib.smi;

/**
 * A range of values or lengths, both ends included.
 *
 * @param low lowest
 * @param high highest; bounds beyond a signed 64-bit number are cut there
 */
public record ValueRange(long low, long high) {
  /** Whether the number lies in the range. */
  public boolean contains(long number) {
    return number >= low && number <= high;
  }
}
