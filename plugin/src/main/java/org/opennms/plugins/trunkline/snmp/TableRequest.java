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
 * @param parts into how many parts the table is split; 0 leaves it to the engine, which splits what
 *     it knows to have more than 2,000 rows. Where the rows lie is known from the walk before
 * @param inFlight how many requests may be under way, and parts be read at the same time; 0 for
 *     what the engine's settings permit. The device gets fewer while it has not proved to bear them
 */
public record TableRequest(
    List<OID> columns, int expectedRows, int maxRows, IndexRange range, int parts, int inFlight) {
  /** Far above any table that a device of today holds. */
  public static final int DEFAULT_MAX_ROWS = 1_000_000;

  /** More would be an attack. */
  public static final int MOST_IN_FLIGHT = 64;

  /** Copies the list and rejects an empty one. */
  public TableRequest {
    columns = List.copyOf(columns);
    Objects.requireNonNull(range, "range");
    if (columns.isEmpty() || maxRows < 1 || Math.min(expectedRows, parts) < 0) {
      throw new IllegalArgumentException("no columns, or limits below zero");
    }
    if (inFlight < 0 || inFlight > MOST_IN_FLIGHT) {
      throw new IllegalArgumentException("inFlight " + inFlight);
    }
  }

  /** All rows of some columns. */
  public static TableRequest of(List<OID> columns) {
    return new TableRequest(columns, 0, DEFAULT_MAX_ROWS, IndexRange.ALL, 0, 0);
  }

  /** The same with a hint how many rows there are. */
  public TableRequest expecting(int rows) {
    return new TableRequest(columns, Math.max(0, rows), maxRows, range, parts, inFlight);
  }

  /** The same with a limit. */
  public TableRequest atMost(int rows) {
    return new TableRequest(columns, expectedRows, rows, range, parts, inFlight);
  }

  /** The same for some of the rows. */
  public TableRequest within(IndexRange some) {
    return new TableRequest(columns, 0, maxRows, some, parts, inFlight);
  }

  /** The same in so many parts. */
  public TableRequest inParts(int count) {
    return new TableRequest(columns, expectedRows, maxRows, range, count, inFlight);
  }

  /** The same with so many requests under way, 1 to {@value #MOST_IN_FLIGHT}. */
  public TableRequest inFlight(int count) {
    return new TableRequest(columns, expectedRows, maxRows, range, parts, count);
  }
}
