package org.opennms.plugins.trunkline.sandbox.container;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A process that never outlives this JVM: a shutdown hook ends it by its id.
 *
 * <p>{@link #stop} and {@link #kill} may be called from any thread and more than once.
 */
public final class ChildProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Process process;
  private final Thread hook;

  private ChildProcess(Process process) {
    this.process = process;
    this.hook = new Thread(() -> end(process), "end-of-" + process.pid());
  }

  /** Starts the command and guards it. */
  public static ChildProcess start(ProcessBuilder builder) throws IOException {
    ChildProcess child = new ChildProcess(builder.start());
    Runtime.getRuntime().addShutdownHook(child.hook);
    return child;
  }

  /** What it writes to its standard output, unless that is redirected. */
  public InputStream output() {
    return process.getInputStream();
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Returns when it has ended. */
  void await() throws InterruptedException {
    process.waitFor();
  }

  /** Asks it to end (SIGTERM), and insists (SIGKILL) after 40 seconds. */
  public void stop() {
    end(process);
    forget();
  }

  /** Ends it at once (SIGKILL), with no chance to save anything. */
  public void kill() {
    process.destroyForcibly();
    await(process, PATIENCE);
    forget();
  }

  private void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already: the hook runs or has run, and finds nothing to do.
      assert !process.isAlive();
    }
  }

  private static void end(Process process) {
    process.destroy();
    if (!await(process, PATIENCE)) {
      process.destroyForcibly();
      await(process, PATIENCE);
    }
  }

  private static boolean await(Process process, Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
