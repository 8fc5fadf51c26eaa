package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import org.snmp4j.smi.OID;

/**
 * Which columns to read together.
 *
 * @param columns objects, for example ifName; at least one
 * @param expectedRows as far as known, 0 if not: saves asking beyond the end
 * @param maxRows after so many rows of a column the walk stops
 */
public record TableRequest(List<OID> columns, int expectedRows, int maxRows) {
  /** Far above any table that a device of today holds. */
  public static final int DEFAULT_MAX_ROWS = 1_000_000;

  /** Copies the list and rejects an empty one. */
  public TableRequest {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || expectedRows < 0 || maxRows < 1) {
      throw new IllegalArgumentException("no columns, or limits below zero");
    }
  }

  /** All rows of some columns. */
  public static TableRequest of(List<OID> columns) {
    return new TableRequest(columns, 0, DEFAULT_MAX_ROWS);
  }

  /** The same with a hint how many rows there are. */
  public TableRequest expecting(int rows) {
    return new TableRequest(columns, Math.max(0, rows), maxRows);
  }
}
