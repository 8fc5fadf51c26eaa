package org.opennms.plugins.trunkline.snmp;

import java.util.Objects;

/** What came of a request. */
public sealed interface SnmpResult<T> {
  /**
   * The agent answered.
   *
   * @param value its answer
   */
  record Success<T>(T value) implements SnmpResult<T> {
    /** Rejects a missing value. */
    public Success {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * There is no answer.
   *
   * @param why the reason
   */
  record Failure<T>(SnmpFailure why) implements SnmpResult<T> {
    /** Rejects a missing reason. */
    public Failure {
      Objects.requireNonNull(why, "why");
    }
  }
}
