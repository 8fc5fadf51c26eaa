package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for another process: asks again and again until the answer is yes. */
public final class Waiting {

  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final Duration patience;
  private final Duration interval;

  /** Asks four times a second and gives up after this time. */
  public Waiting(Duration patience) {
    this(patience, INTERVAL);
  }

  /** Leaves so much time between two questions, for those that cost the other process something. */
  public Waiting(Duration patience, Duration interval) {
    this.patience = patience;
    this.interval = interval;
  }

  /** A question to another process. A refused connection counts as no. */
  @FunctionalInterface
  public interface Question {
    boolean ask() throws IOException;
  }

  /**
   * Returns when the answer is yes.
   *
   * @param what what is waited for, for the message
   * @param context more for the message
   * @throws IOException when time is up, with the last failure as its cause
   */
  public void until(String what, Question question, Supplier<String> context) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    IOException last = null;
    while (System.nanoTime() < end) {
      try {
        if (question.ask()) {
          return;
        }
      } catch (IOException e) {
        last = e;
      }
      pause();
    }
    throw new IOException(
        "Waited %d s in vain until %s.\n%s".formatted(patience.toSeconds(), what, context.get()),
        last);
  }

  private void pause() throws IOException {
    try {
      TimeUnit.MILLISECONDS.sleep(interval.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting", e);
    }
  }
}
