package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The first days, in which what rests on learned baselines is counted and not raised.
 *
 * @param since when they began
 * @param length how long they last
 * @param ended when an operator ended them
 */
record Shadow(Instant since, Duration length, Optional<Instant> ended) {
  Shadow {
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(ended, "ended");
  }

  Instant until() {
    return since.plus(length);
  }

  boolean isOn(Instant now) {
    return ended.isEmpty() && now.isBefore(until());
  }
}
