package org.opennms.plugins.trunkline.snmp;

/**
 * Whether a device was seen to leave nothing out of answers of some length: that is not asked again
 * for every table. Thread-safe.
 */
final class Trust {
  private static final int TABLES = 200;

  private int repetitions;
  private int left;

  /** Whether answers of so many rows need no proof now; believed for {@value #TABLES} tables. */
  synchronized boolean covers(int rows) {
    if (rows > repetitions || left == 0) {
      return false;
    }
    left--;
    return true;
  }

  /** Answers of so many rows were whole. */
  synchronized void proved(int rows) {
    repetitions = Math.max(rows, left == 0 ? 0 : repetitions);
    left = TABLES;
  }
}
