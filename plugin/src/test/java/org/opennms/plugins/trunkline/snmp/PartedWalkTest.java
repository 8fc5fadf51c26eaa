package org.opennms.plugins.trunkline.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.snmp.Wait.oids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order in which parts begin and end. */
class PartedWalkTest {
  private final List<CompletableFuture<TableResult>> walks = new ArrayList<>();

  private CompletableFuture<List<PartedWalk.Done>> run(int parts, int atOnce) {
    return run(parts, atOnce, UnaryOperator.identity());
  }

  private CompletableFuture<List<PartedWalk.Done>> run(
      int parts, int atOnce, UnaryOperator<TableResult> handOn) {
    TableRequest whole = TableRequest.of(oids("1.3.6.1.2.1.2.2.1.2"));
    List<TableRequest> requests =
        IntStream.range(0, parts)
            .mapToObj(i -> whole.within(new IndexRange(new int[] {i}, new int[] {i + 1})))
            .toList();
    return PartedWalk.run(requests, atOnce, request -> begin(), handOn);
  }

  private CompletableFuture<TableResult> begin() {
    CompletableFuture<TableResult> walk = new CompletableFuture<>();
    walks.add(walk);
    return walk;
  }

  private static TableResult result(int varbinds, SnmpFailure... failure) {
    ResultBlock block =
        ResultBlock.of(Instant.EPOCH, List.of(new ColumnBuilder(new int[] {1, 3, 6})));
    return new TableResult(block, List.of(), List.of(failure).stream().findFirst(), varbinds);
  }

  @Test
  void only_so_many_begin_and_each_end_begins_the_next() {
    CompletableFuture<List<PartedWalk.Done>> all = run(5, 2);
    assertThat(walks).hasSize(2);

    walks.get(1).complete(result(1));

    assertThat(walks).hasSize(3);
    assertThat(all).isNotDone();
  }

  @Test
  void the_results_keep_the_order_of_the_rows_whatever_ended_first() {
    CompletableFuture<List<PartedWalk.Done>> all = run(3, 3);

    walks.get(2).complete(result(2));
    walks.get(0).complete(result(0));
    walks.get(1).complete(result(1));

    assertThat(all.join()).extracting(done -> done.kept().varbinds()).containsExactly(0, 1, 2);
  }

  @Test
  void after_a_failure_nothing_new_begins_and_what_was_read_is_kept() {
    CompletableFuture<List<PartedWalk.Done>> all = run(10, 2);

    walks.get(0).complete(result(7, new SnmpFailure.Stopped()));
    assertThat(all).isNotDone();
    walks.get(1).complete(result(8));

    assertThat(walks).hasSize(2);
    assertThat(all.join()).extracting(done -> done.kept().varbinds()).containsExactly(7, 8);
  }

  @Test
  void cancelling_cancels_what_is_under_way_and_nothing_new_begins() {
    CompletableFuture<List<PartedWalk.Done>> all = run(10, 3);
    walks.get(0).complete(result(1));

    all.cancel(true);

    assertThat(walks.subList(1, 4)).allMatch(CompletableFuture::isCancelled);
    assertThat(walks).hasSize(4);
  }

  @Test
  void a_fault_of_the_taker_ends_the_whole_with_it() {
    CompletableFuture<List<PartedWalk.Done>> all =
        run(
            4,
            2,
            part -> {
              throw new IllegalStateException("no room");
            });

    walks.get(0).complete(result(1));

    assertThat(all).isCompletedExceptionally();
    assertThat(walks.get(1)).isCancelled();
  }
}
