package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import java.util.Objects;
import org.snmp4j.smi.OID;

/**
 * Which columns to read together.
 *
 * @param columns objects, for example ifName; at least one
 * @param expectedRows as far as known, 0 if not: saves asking beyond the end
 * @param maxRows after so many rows of a column the walk stops
 * @param range of the rows to read
 * @param parts into how many parts, read at the same time, the table is split; 0 leaves it to the
 *     engine, which splits what it knows to have more than 2,000 rows
 */
public record TableRequest(
    List<OID> columns, int expectedRows, int maxRows, IndexRange range, int parts) {
  /** Far above any table that a device of today holds. */
  public static final int DEFAULT_MAX_ROWS = 1_000_000;

  /** Copies the list and rejects an empty one. */
  public TableRequest {
    columns = List.copyOf(columns);
    Objects.requireNonNull(range, "range");
    if (columns.isEmpty() || expectedRows < 0 || maxRows < 1 || parts < 0) {
      throw new IllegalArgumentException("no columns, or limits below zero");
    }
  }

  /** All rows of some columns. */
  public static TableRequest of(List<OID> columns) {
    return new TableRequest(columns, 0, DEFAULT_MAX_ROWS, IndexRange.ALL, 0);
  }

  /** The same with a hint how many rows there are. */
  public TableRequest expecting(int rows) {
    return new TableRequest(columns, Math.max(0, rows), maxRows, range, parts);
  }

  /** The same with a limit. */
  public TableRequest atMost(int rows) {
    return new TableRequest(columns, expectedRows, rows, range, parts);
  }

  /** The same for some of the rows. */
  public TableRequest within(IndexRange some) {
    return new TableRequest(columns, 0, maxRows, some, parts);
  }

  /** The same in so many parts. */
  public TableRequest inParts(int count) {
    return new TableRequest(columns, expectedRows, maxRows, range, count);
  }
}
