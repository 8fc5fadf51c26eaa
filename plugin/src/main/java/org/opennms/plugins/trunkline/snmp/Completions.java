package org.opennms.plugins.trunkline.snmp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/** Hands results to callers off the loop, so that what they do with them cannot delay it. */
final class Completions {
  private Completions() {}

  /** What follows from a result; cancelling it cancels what the result comes from. */
  static <T, R> CompletableFuture<R> bound(
      CompletableFuture<T> first, Function<T, CompletableFuture<R>> then) {
    CompletableFuture<R> whole = first.thenCompose(then);
    CompletableFuture<R> unused =
        whole.whenComplete(
            (result, fault) -> {
              if (whole.isCancelled()) {
                first.cancel(false);
              }
            });
    return whole;
  }

  static <T> void complete(Executor callbacks, CompletableFuture<T> future, T result) {
    try {
      callbacks.execute(() -> future.complete(result));
    } catch (RejectedExecutionException e) {
      // The engine is closed; its last results still reach their callers.
      future.complete(result);
    }
  }
}
