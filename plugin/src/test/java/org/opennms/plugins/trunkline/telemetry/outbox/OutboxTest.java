package org.opennms.plugins.trunkline.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.opennms.plugins.trunkline.telemetry.outbox.Outboxes.MIB;
import static org.opennms.plugins.trunkline.telemetry.outbox.Outboxes.WIRE;
import static org.opennms.plugins.trunkline.telemetry.outbox.Outboxes.accept;
import static org.opennms.plugins.trunkline.telemetry.outbox.Outboxes.open;
import static org.opennms.plugins.trunkline.telemetry.outbox.Outboxes.outcome;
import static org.opennms.plugins.trunkline.telemetry.outbox.Outboxes.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Refused;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxStatus.Condition;

class OutboxTest {
  @TempDir private Path directory;

  @Test
  void what_was_accepted_is_there_after_a_restart_in_order_and_the_chain_goes_on() {
    try (Outbox outbox = open(settings(directory))) {
      for (int i = 1; i <= 20; i++) {
        assertThat(accept(outbox, "k" + i, 100)).isEqualTo(i);
      }
    }
    try (Outbox outbox = open(settings(directory))) {
      assertThat(accept(outbox, "k21", 100)).isEqualTo(21);
      List<StoredEnvelope> read = outbox.read(0, 100);
      assertThat(read.stream().map(ChainSealer::keyOf))
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 21).mapToObj(i -> "k" + i).toList());
      Outboxes.assertWhole(read);
    }
  }

  @Test
  void as_soon_as_it_can_be_read_its_status_tells_what_waits() {
    try (Outbox outbox = open(settings(directory))) {
      for (int i = 1; i <= 5; i++) {
        accept(outbox, "k" + i, 100);
      }
    }
    CompletableFuture<Void> slowDisk = new CompletableFuture<>();
    try (Outbox outbox = open(settings(directory), file -> forcedAfter(slowDisk, file))) {
      outbox.transports(List.of(WIRE, "files"));
      await().until(() -> outbox.cursor(WIRE).isPresent());
      assertThat(outbox.status().waiting()).isEqualTo(5);
      slowDisk.complete(null);
    }
  }

  @Test
  void many_at_once_share_a_commit() {
    try (Outbox outbox = open(settings(directory))) {
      List<CompletionStage<Acceptance>> outcomes = new ArrayList<>();
      for (int i = 0; i < 4000; i++) {
        outcomes.add(outbox.submit(ChainSealer.draft("k" + i, 1000)));
      }
      outcomes.forEach(o -> assertThat(o.toCompletableFuture().join()).isNotNull());
      assertThat(outbox.status().accepted()).isEqualTo(4000);
      Outboxes.assertWhole(outbox.read(0, 5000));
    }
  }

  @Test
  void an_envelope_leaves_when_the_slowest_transport_is_done_with_it() {
    try (Outbox outbox = open(settings(directory))) {
      outbox.transports(List.of(WIRE, "files"));
      for (int i = 1; i <= 10; i++) {
        accept(outbox, "k" + i, 100);
      }
      outbox.done(new Progress(WIRE, 10, 10));
      outbox.done(new Progress("files", 4, 4));
      await().until(() -> outbox.status().waiting() == 6);
      assertThat(outbox.read(0, 100).get(0).sequence()).isEqualTo(5);
      assertThat(outbox.status().byTransport()).containsEntry(WIRE, 0L).containsEntry("files", 6L);
    }
    try (Outbox outbox = open(settings(directory))) {
      await().until(() -> outbox.cursor("files").isPresent());
      outbox.transports(List.of(WIRE));
      await().until(() -> outbox.status().waiting() == 0);
      assertThat(accept(outbox, "after", 100)).isEqualTo(11);
    }
  }

  @Test
  void at_its_limit_it_makes_producers_wait_and_goes_on_when_envelopes_have_left() {
    OutboxSettings small =
        new OutboxSettings(directory, MIB, Duration.ofDays(1), Overflow.BLOCK, 4);
    try (Outbox outbox = open(small)) {
      List<CompletionStage<Acceptance>> outcomes = new ArrayList<>();
      fill(outbox, outcomes);
      assertThat(outbox.status().condition()).isEqualTo(Condition.FULL);
      assertThat(outbox.status().detail()).contains("telemetry.outbox.max-mib");
      assertThat(outcome(outbox, "too-many", 100)).isInstanceOf(Refused.class);
      outbox.done(new Progress(WIRE, outbox.status().head().sequence(), 1));
      await().until(() -> outbox.status().condition() == Condition.OPEN);
      outcomes.forEach(
          o -> assertThat(o.toCompletableFuture().join()).isInstanceOf(Acceptance.class));
      accept(outbox, "again", 100);
      assertThat(outbox.status().lost().get(DropReason.REFUSED)).isPositive();
      Outboxes.assertWhole(outbox.read(outbox.cursor(WIRE).orElseThrow(), 1000));
    }
  }

  @Test
  void the_oldest_give_way_where_the_policy_says_so_and_receivers_are_told_once() {
    OutboxSettings small =
        new OutboxSettings(directory, MIB, Duration.ofDays(1), Overflow.DROP_OLDEST, 4096);
    try (Outbox outbox = open(small)) {
      for (int i = 1; i <= 200; i++) {
        accept(outbox, "k" + i, 10_000);
      }
      List<StoredEnvelope> kept = outbox.read(0, 1000);
      assertThat(outbox.status().bytes()).isLessThanOrEqualTo(MIB);
      assertThat(ChainSealer.keyOf(kept.get(kept.size() - 1))).isEqualTo("k200");
      assertThat(kept.get(0).sequence()).isGreaterThan(50);
      long dropped = outbox.status().lost().get(DropReason.OVERFLOW);
      assertThat(dropped + kept.size()).isEqualTo(outbox.status().head().sequence());
      Outboxes.assertWhole(kept);
    }
  }

  @Test
  void what_is_too_old_is_given_up_and_declared() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    OutboxSettings settings =
        new OutboxSettings(directory, MIB, Duration.ofHours(1), Overflow.BLOCK, 16);
    try (Outbox outbox = new Outbox(settings, new ChainSealer(), now::get, Outboxes::thread)) {
      outbox.transports(List.of(WIRE));
      accept(outbox, "old", 10);
      now.set(now.get().plus(Duration.ofMinutes(61)));
      await().until(() -> outbox.read(0, 9).stream().anyMatch(e -> e.deviceId().equals("gap")));
      assertThat(outbox.read(0, 9)).hasSize(1);
      assertThat(ChainSealer.keyOf(outbox.read(0, 9).get(0))).isEqualTo("gap-EXPIRED 1 1");
      assertThat(outbox.status().lost()).containsEntry(DropReason.EXPIRED, 1L);
    }
  }

  @Test
  void what_is_refused_for_good_is_kept_told_and_can_be_purged() {
    try (Outbox outbox = open(settings(directory))) {
      accept(outbox, "bad", 10);
      accept(outbox, "good", 10);
      StoredEnvelope bad = outbox.read(0, 1).get(0);
      outbox.bury(WIRE, bad, "INVALID: no such device");
      outbox.done(new Progress(WIRE, 1, 0));
      await().until(() -> outbox.status().deadLetters() == 1);
      assertThat(outbox.deadLetters(10))
          .singleElement()
          .satisfies(d -> assertThat(d.reason()).isEqualTo("INVALID: no such device"))
          .satisfies(d -> assertThat(d.envelope().bytes()).isEqualTo(bad.bytes()));
      assertThat(outbox.read(0, 9)).as("not declared before it is heard").hasSize(1);
      outbox.done(new Progress(WIRE, 2, 2));
      await().until(() -> !outbox.read(2, 9).isEmpty());
      assertThat(ChainSealer.keyOf(outbox.read(2, 9).get(0))).isEqualTo("gap-DEAD_LETTER 1 1");
      outbox.exhume(List.of(outbox.deadLetters(1).get(0).id()));
      await().until(() -> outbox.status().deadLetters() == 0);
    }
  }

  @Test
  void space_of_what_has_left_is_used_again() {
    try (Outbox outbox = open(settings(directory))) {
      for (int i = 1; i <= 400; i++) {
        List<CompletionStage<Acceptance>> outcomes = new ArrayList<>();
        for (int j = 0; j < 50; j++) {
          outcomes.add(outbox.submit(ChainSealer.draft("k" + i + "-" + j, 1165)));
        }
        outcomes.forEach(o -> o.toCompletableFuture().join());
        outbox.done(new Progress(WIRE, i * 50L, i * 50L));
      }
      assertThat(outbox.status().fileBytes()).isLessThan(8 * MIB);
    }
  }

  @Test
  void a_full_outbox_that_drops_the_oldest_keeps_its_file_within_bounds() {
    OutboxSettings small =
        new OutboxSettings(directory, MIB, Duration.ofDays(1), Overflow.DROP_OLDEST, 4096);
    try (Outbox outbox = open(small)) {
      for (int i = 0; i < 200; i++) {
        List<CompletionStage<Acceptance>> outcomes = new ArrayList<>();
        for (int j = 0; j < 50; j++) {
          outcomes.add(outbox.submit(ChainSealer.draft("k" + i + "-" + j, 1165)));
        }
        outcomes.forEach(o -> o.toCompletableFuture().join());
      }
      assertThat(outbox.status().bytes()).isLessThanOrEqualTo(MIB);
      assertThat(outbox.status().fileBytes()).isLessThan(6 * MIB);
    }
  }

  @Test
  void what_was_delivered_at_the_end_is_not_there_after_a_restart() {
    try (Outbox outbox = open(settings(directory))) {
      for (int i = 1; i <= 10; i++) {
        accept(outbox, "k" + i, 100);
      }
      outbox.done(new Progress(WIRE, 10, 10));
    }
    try (Outbox outbox = open(settings(directory))) {
      accept(outbox, "k11", 100);
      assertThat(outbox.read(0, 99)).extracting(StoredEnvelope::sequence).containsExactly(11L);
    }
  }

  @Test
  void dead_letters_beyond_a_tenth_give_way_and_are_counted() {
    OutboxSettings small =
        new OutboxSettings(directory, MIB, Duration.ofDays(1), Overflow.BLOCK, 4096);
    try (Outbox outbox = open(small)) {
      for (int i = 1; i <= 20; i++) {
        accept(outbox, "k" + i, 20_000);
      }
      outbox.read(0, 20).forEach(e -> outbox.bury(WIRE, e, "INVALID"));
      outbox.done(new Progress(WIRE, 20, 0));
      await().until(() -> outbox.status().lost().getOrDefault(DropReason.LETTER_DROPPED, 0L) == 15);
      assertThat(outbox.deadLetters(99)).hasSize(5);
      assertThat(outbox.deadLetters(1).get(0).envelope().sequence()).isEqualTo(16);
    }
  }

  @Test
  void a_closed_outbox_refuses() {
    Outbox outbox = open(settings(directory));
    outbox.close();
    assertThat(outcome(outbox, "late", 10)).isInstanceOf(Refused.class);
    assertThat(outbox.status().condition()).isEqualTo(Condition.CLOSED);
  }

  @Test
  void a_second_process_is_told_that_the_file_is_taken() {
    try (Outbox first = open(settings(directory))) {
      accept(first, "k", 10);
      try (Outbox second = open(settings(directory))) {
        await().until(() -> second.status().condition() == Condition.LOCKED);
      }
    }
  }

  private static void fill(Outbox outbox, List<CompletionStage<Acceptance>> outcomes) {
    await()
        .until(
            () -> {
              outcomes.add(outbox.submit(ChainSealer.draft("k" + outcomes.size(), 50_000)));
              return outbox.status().condition() == Condition.FULL
                  && outcomes.get(outcomes.size() - 1).toCompletableFuture().isDone();
            });
  }

  private static OutboxFile forcedAfter(CompletableFuture<Void> go, Path file) {
    return new OutboxFile(
        file.toString(),
        store -> {
          go.join();
          store.sync();
        });
  }
}
