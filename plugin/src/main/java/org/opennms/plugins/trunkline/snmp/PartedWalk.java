package org.opennms.plugins.trunkline.snmp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Walks the parts of a table, some at a time: when one completes it is handed on, and the next
 * begins. After a failure no further part begins. Thread-safe.
 */
final class PartedWalk {
  private final List<TableRequest> parts;
  private final Function<TableRequest, CompletableFuture<TableResult>> walk;
  private final UnaryOperator<TableResult> handOn;
  private final CompletableFuture<List<Done>> future = new CompletableFuture<>();
  private final Map<Integer, CompletableFuture<TableResult>> running = new HashMap<>();
  private final Done[] done;
  private int next;
  private boolean failed;

  /**
   * What is left of a part.
   *
   * @param kept its result, or what remains of it after it was handed on
   * @param sample how its rows lay
   */
  record Done(TableResult kept, TableShapes.Sample sample) {}

  private PartedWalk(
      List<TableRequest> parts,
      Function<TableRequest, CompletableFuture<TableResult>> walk,
      UnaryOperator<TableResult> handOn) {
    this.parts = parts;
    this.walk = walk;
    this.handOn = handOn;
    this.done = new Done[parts.size()];
  }

  /**
   * Walks all parts; cancelling the future cancels those under way.
   *
   * @param parts in the order of their rows
   * @param atOnce how many at a time
   * @param walk starts one; its future never fails
   * @param handOn takes each as it completes and returns what is to be kept of it
   * @return those that were walked, in the order of their rows
   */
  static CompletableFuture<List<Done>> run(
      List<TableRequest> parts,
      int atOnce,
      Function<TableRequest, CompletableFuture<TableResult>> walk,
      UnaryOperator<TableResult> handOn) {
    PartedWalk all = new PartedWalk(parts, walk, handOn);
    CompletableFuture<List<Done>> unused =
        all.future.whenComplete((kept, fault) -> all.cancelIf(fault != null));
    for (int i = 0; i < atOnce; i++) {
      all.startNext();
    }
    return all.future;
  }

  private synchronized void startNext() {
    if (next < parts.size() && !failed && !future.isDone()) {
      int at = next++;
      CompletableFuture<TableResult> part = walk.apply(parts.get(at));
      running.put(at, part);
      CompletableFuture<TableResult> unused =
          part.whenComplete((result, cancelled) -> ended(at, result));
    }
  }

  private void ended(int at, TableResult result) {
    if (result == null) {
      return;
    }
    try {
      TableShapes.Sample sample = TableShapes.Sample.of(result.columns());
      keep(at, new Done(handOn.apply(result), sample));
      startNext();
    } catch (RuntimeException e) {
      // A fault of whoever takes the rows is the caller's to see.
      future.completeExceptionally(e);
    }
  }

  private synchronized void keep(int at, Done result) {
    running.remove(at);
    done[at] = result;
    failed |= result.kept().failure().isPresent();
    if (running.isEmpty() && (failed || next == parts.size())) {
      future.complete(Arrays.stream(done).filter(Objects::nonNull).toList());
    }
  }

  private synchronized void cancelIf(boolean ended) {
    if (ended) {
      running.values().forEach(part -> part.cancel(false));
    }
  }
}
