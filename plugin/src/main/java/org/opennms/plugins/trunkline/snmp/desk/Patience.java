package org.opennms.plugins.trunkline.snmp.desk;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opennms.plugins.trunkline.operations.OperationException;

/** Waits on an operator's thread, and not for ever. Stateless. */
final class Patience {
  private Patience() {}

  /**
   * The result, or why there is none. The thread is no longer interrupted afterwards: what tells
   * the operator must not meet an interrupted thread.
   *
   * @param what is waited for, in words
   */
  static <T> T await(CompletableFuture<T> result, Duration longest, String what) {
    try {
      return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      result.cancel(true);
      throw new OperationException("Interrupted; " + what + " is cancelled", "Ask again.", e);
    } catch (TimeoutException e) {
      result.cancel(true);
      throw new OperationException(
          "No result of " + what + " within " + longest.toSeconds() + " s; it is cancelled",
          "Trunkline or the host is overloaded: see opennms-trunkline:status and the log.",
          e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OperationException refused) {
        throw refused;
      }
      throw new OperationException(
          what + " failed: " + e.getCause(), "The host's log may tell more.", e);
    }
  }
}
