package org.opennms.plugins.trunkline.sandbox.container;

import java.time.Duration;

/** How long something took, for the build's log. Runs from its making. */
final class Stopwatch {
  private final long start = System.nanoTime();

  /** Seconds since it was made. */
  double seconds() {
    return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
  }

  void tell(KarafLine line, String what) {
    System.out.printf("%s %6.1f s  %s%n", line, seconds(), what);
  }
}
