package org.opennms.plugins.trunkline.snmp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Hands results to callers off the loop, so that what they do with them cannot delay it. */
final class Completions {
  private Completions() {}

  static <T> void complete(Executor callbacks, CompletableFuture<T> future, T result) {
    try {
      callbacks.execute(() -> future.complete(result));
    } catch (RejectedExecutionException e) {
      // The engine is closed; its last results still reach their callers.
      future.complete(result);
    }
  }
}
