package org.opennms.plugins.trunkline.sandbox.host.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** One row of a result, read by column name. Valid only while it is being mapped. */
public final class Row {

  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** Text, or null. */
  public String text(String column) throws SQLException {
    return result.getString(column);
  }

  /** A number that is never null. */
  public int number(String column) throws SQLException {
    return result.getInt(column);
  }

  /** A number, or null. */
  public Integer optionalNumber(String column) throws SQLException {
    int value = result.getInt(column);
    return result.wasNull() ? null : value;
  }

  /** A long number that is never null. */
  public long longNumber(String column) throws SQLException {
    return result.getLong(column);
  }

  /** A flag. */
  public boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  /** A point in time, kept as milliseconds since the epoch; null when absent. */
  public Instant time(String column) throws SQLException {
    long value = result.getLong(column);
    return result.wasNull() ? null : Instant.ofEpochMilli(value);
  }

  /** How a row becomes a value. */
  @FunctionalInterface
  public interface Mapper<T> {
    /** Reads one row. */
    T map(Row row) throws SQLException;
  }
}
