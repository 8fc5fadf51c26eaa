package org.opennms.plugins.trunkline.receiver.bus;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;

/**
 * Which lines were told within the hour, so that strangers cannot fill the log: each once, and no
 * more than 100. Safe for use by many threads.
 */
final class ToldLately {
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final int MOST_TOLD = 100;

  private final InstantSource clock;
  private final Set<String> told = new HashSet<>();
  private Instant since = Instant.EPOCH;

  ToldLately(InstantSource clock) {
    this.clock = clock;
  }

  /** The line where it is to be told now, else an empty one. */
  synchronized String unlessTold(String line) {
    Instant now = clock.instant();
    if (now.isAfter(since.plus(AGAIN))) {
      told.clear();
      since = now;
    }
    return told.size() < MOST_TOLD && told.add(line) ? line : "";
  }
}
