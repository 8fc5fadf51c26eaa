package org.opennms.plugins.trunkline.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Accepted;

/** The power fails: everything after the last force is gone or torn. */
class PowerCutTest {
  private static final int CUTS = 25;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void what_was_accepted_survives_every_cut(boolean tear) throws IOException {
    long seed = System.nanoTime();
    assertThat(lostIn(CUTS, seed, tear, MVStore::sync)).as("seed " + seed).isEmpty();
  }

  /** The test above can fail: without the force, it does. */
  @Test
  void without_the_force_accepted_envelopes_are_lost() throws IOException {
    assertThat(lostIn(CUTS, 7, false, store -> {})).isNotEmpty();
  }

  /** Keys that were accepted, not delivered, and are gone after some cut. */
  private Set<String> lostIn(int cuts, long seed, boolean tear, Consumer<MVStore> force)
      throws IOException {
    Random chance = new Random(seed);
    Path file = OutboxFile.in(directory);
    FaultyDisk.Disk disk = FaultyDisk.disk(file);
    Set<String> kept = new HashSet<>();
    Set<String> lost = new HashSet<>();
    for (int cut = 0; cut < cuts; cut++) {
      run(cut, chance, disk, force, kept);
      disk.restore(file, chance, tear);
      kept.forEach(lost::add);
      check(force, lost);
      if (!lost.isEmpty()) {
        return lost;
      }
    }
    return lost;
  }

  private void run(
      int cut, Random chance, FaultyDisk.Disk disk, Consumer<MVStore> force, Set<String> kept) {
    try (Outbox outbox = open(force)) {
      int rounds = 3 + chance.nextInt(12);
      List<String> order = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        int many = 1 + chance.nextInt(40);
        List<CompletionStage<Acceptance>> outcomes = new ArrayList<>();
        for (int i = 0; i < many; i++) {
          String key = cut + "-" + round + "-" + i;
          outcomes.add(outbox.submit(ChainSealer.draft(key, 200 + chance.nextInt(3000))));
          order.add(key);
        }
        if (round == rounds - 1) {
          disk.cut();
        }
        collect(outcomes, order.subList(order.size() - many, order.size()), kept, round, rounds);
        deliverSome(outbox, chance, kept);
      }
    }
  }

  private static void collect(
      List<CompletionStage<Acceptance>> outcomes,
      List<String> keys,
      Set<String> kept,
      int round,
      int rounds) {
    for (int i = 0; i < outcomes.size(); i++) {
      // After the cut some were accepted before it, the others never answer.
      Acceptance outcome =
          round == rounds - 1
              ? outcomes.get(i).toCompletableFuture().getNow(null)
              : outcomes.get(i).toCompletableFuture().join();
      if (outcome instanceof Accepted) {
        kept.add(keys.get(i));
      }
    }
  }

  // Makes the store free and use space again.
  private static void deliverSome(Outbox outbox, Random chance, Set<String> kept) {
    List<StoredEnvelope> waiting = outbox.read(0, 10_000);
    if (waiting.size() < 2) {
      return;
    }
    StoredEnvelope through = waiting.get(chance.nextInt(waiting.size()));
    waiting.stream()
        .filter(e -> e.sequence() <= through.sequence())
        .forEach(e -> kept.remove(ChainSealer.keyOf(e)));
    outbox.done(new Progress(Outboxes.WIRE, through.sequence(), through.sequence()));
  }

  private void check(Consumer<MVStore> force, Set<String> lost) {
    try (Outbox outbox = open(force)) {
      Outboxes.accept(outbox, "probe", 10);
      assertThat(outbox.status().quarantined()).isZero();
      List<StoredEnvelope> read = outbox.read(0, 100_000);
      Outboxes.assertWhole(read);
      read.forEach(e -> lost.remove(ChainSealer.keyOf(e)));
    }
  }

  private Outbox open(Consumer<MVStore> force) {
    try {
      // The witness is not on the faulty disk; it must not help.
      Files.deleteIfExists(directory.resolve("chain-head"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return Outboxes.open(
        Outboxes.settings(directory),
        path -> {
          if (!path.equals(OutboxFile.in(directory))) {
            FaultyDisk.disk(path);
          }
          return new OutboxFile(FaultyDisk.PREFIX + path, force);
        });
  }
}
