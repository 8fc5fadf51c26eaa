package org.opennms.plugins.trunkline;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until a test sets it. Thread-safe. */
public final class SteppedClock implements InstantSource {
  private volatile Instant now;

  /** Stands at this time. */
  public SteppedClock(Instant start) {
    now = start;
  }

  /** Sets it, also back. */
  public void set(Instant to) {
    now = to;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
