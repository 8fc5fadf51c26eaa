package org.opennms.plugins.trunkline.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Accepted;

/**
 * The power fails at any write whatever: of an envelope, of a header, of space being given back
 * while a backlog leaves.
 */
class AnyWritePowerCutTest {
  private static final int CUTS = 12;

  @TempDir private Path directory;

  private long delivered;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_was_accepted_and_not_delivered_is_there_after_it(boolean tear) throws IOException {
    long seed = System.nanoTime();
    Random chance = new Random(seed);
    Path file = OutboxFile.in(directory);
    FaultyDisk.Disk disk = FaultyDisk.disk(file);
    Set<String> kept = new HashSet<>();
    for (int cut = 0; cut < CUTS; cut++) {
      run(cut, chance, disk, kept);
      disk.restore(file, chance, tear);
      Files.deleteIfExists(directory.resolve("chain-head"));
      try (Outbox outbox = open()) {
        Outboxes.accept(outbox, "probe" + cut, 10);
        assertThat(outbox.status().quarantined()).as("seed " + seed).isZero();
        List<StoredEnvelope> read = outbox.read(0, 100_000);
        Outboxes.assertWhole(read);
        assertThat(read.stream().map(ChainSealer::keyOf)).as("seed " + seed).containsAll(kept);
        outbox.done(new Progress(Outboxes.WIRE, last(read), last(read)));
        kept.clear();
        await().until(() -> outbox.status().waiting() == 0);
      }
    }
  }

  private void run(int cut, Random chance, FaultyDisk.Disk disk, Set<String> kept) {
    disk.cutAfter(1 + chance.nextInt(120));
    try (Outbox outbox = open()) {
      Map<String, CompletionStage<Acceptance>> outcomes = new LinkedHashMap<>();
      for (int i = 0; i < 4000 && !disk.isOff(); i++) {
        String key = cut + "-" + i;
        outcomes.put(key, outbox.submit(ChainSealer.draft(key, 200 + chance.nextInt(3000))));
        if (i % 50 == 49) {
          deliverSome(outbox, chance);
        }
      }
      // A quiet outbox gives space back, which writes, too.
      outbox.done(new Progress(Outboxes.WIRE, 0, 0));
      await().atMost(Duration.ofSeconds(3)).until(() -> disk.isOff() || isQuiet(outbox));
      disk.cut();
      outcomes.forEach(
          (key, outcome) -> {
            if (outcome.toCompletableFuture().getNow(null) instanceof Accepted a
                && a.sequence() > delivered) {
              kept.add(key);
            }
          });
    }
  }

  // Half of what there is, so that pages are freed and used again.
  private void deliverSome(Outbox outbox, Random chance) {
    List<StoredEnvelope> waiting = outbox.read(0, 10_000);
    if (waiting.size() > 1) {
      long through = waiting.get(chance.nextInt(waiting.size())).sequence();
      delivered = Math.max(delivered, through);
      outbox.done(new Progress(Outboxes.WIRE, delivered, delivered));
    }
  }

  private static boolean isQuiet(Outbox outbox) {
    return outbox.status().queued() == 0;
  }

  private static long last(List<StoredEnvelope> read) {
    return read.get(read.size() - 1).sequence();
  }

  private Outbox open() {
    return Outboxes.open(
        Outboxes.settings(directory),
        path -> {
          if (!path.equals(OutboxFile.in(directory))) {
            FaultyDisk.disk(path);
          }
          return new OutboxFile(FaultyDisk.PREFIX + path, MVStore::sync, 0);
        });
  }
}
