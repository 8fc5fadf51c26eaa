package org.opennms.plugins.trunkline.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Accepted;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Refused;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxStatus.Condition;

class FullDiskTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  @Test
  void a_full_disk_stops_acceptance_says_so_and_it_resumes_by_itself() {
    FaultyDisk.Disk disk = FaultyDisk.disk(OutboxFile.in(directory));
    OutboxSettings settings =
        new OutboxSettings(directory, 64 * Outboxes.MIB, Duration.ofDays(1), Overflow.BLOCK, 20);
    try (Outbox outbox =
        Outboxes.open(settings, path -> new OutboxFile(FaultyDisk.PREFIX + path, MVStore::sync))) {
      Outboxes.accept(outbox, "before", 1000);
      disk.fill();
      List<CompletionStage<Acceptance>> waiting = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        waiting.add(outbox.submit(ChainSealer.draft("w" + i, 60_000)));
      }
      await().atMost(PATIENCE).until(() -> outbox.status().condition() == Condition.UNWRITABLE);
      assertThat(outbox.status().detail()).contains("No space left on device");
      await()
          .until(
              () ->
                  outbox
                          .submit(ChainSealer.draft("more" + System.nanoTime(), 60_000))
                          .toCompletableFuture()
                          .getNow(null)
                      instanceof Refused);
      disk.space(Long.MAX_VALUE);
      for (CompletionStage<Acceptance> outcome : waiting) {
        await().atMost(PATIENCE).until(() -> outcome.toCompletableFuture().isDone());
        assertThat(outcome.toCompletableFuture().join()).isInstanceOf(Accepted.class);
      }
      await().until(() -> outbox.status().condition() == Condition.OPEN);
      List<StoredEnvelope> read = outbox.read(0, 1000);
      Outboxes.assertWhole(read);
      assertThat(read.stream().map(ChainSealer::keyOf).distinct()).hasSameSizeAs(read);
      assertThat(outbox.status().quarantined()).isZero();
    }
  }

  @Test
  void envelopes_still_leave_a_full_disk() {
    FaultyDisk.Disk disk = FaultyDisk.disk(OutboxFile.in(directory));
    try (Outbox outbox =
        Outboxes.open(
            Outboxes.settings(directory),
            path -> new OutboxFile(FaultyDisk.PREFIX + path, MVStore::sync))) {
      for (int i = 0; i < 100; i++) {
        Outboxes.accept(outbox, "k" + i, 20_000);
      }
      disk.fill();
      CompletionStage<Acceptance> large = outbox.submit(ChainSealer.draft("large", 1_500_000));
      await().atMost(PATIENCE).until(() -> outbox.status().condition() == Condition.UNWRITABLE);
      assertThat(outbox.read(0, 200)).as("what is there can be sent").hasSize(100);
      outbox.done(new Progress(Outboxes.WIRE, 100, 100));
      // What left is room in the file, but to note that it left takes some outside.
      disk.space(2_000_000);
      await().atMost(PATIENCE).until(() -> large.toCompletableFuture().isDone());
      assertThat(large.toCompletableFuture().join()).isEqualTo(new Accepted(101));
    }
  }
}
