package org.opennms.plugins.trunkline.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
  private static final int ENVELOPES = 300;

  @TempDir private Path directory;

  @Test
  void a_file_of_garbage_is_set_aside_and_counted_and_the_chain_goes_on() throws IOException {
    ChainHead head = fill();
    Files.write(OutboxFile.in(directory), new byte[50_000]);
    try (Outbox outbox = Outboxes.open(Outboxes.settings(directory))) {
      assertThat(Outboxes.accept(outbox, "after", 10)).isGreaterThan(head.sequence());
      assertThat(outbox.status().quarantined()).isEqualTo(1);
      assertThat(aside()).hasSize(1);
      List<StoredEnvelope> read = outbox.read(0, 10);
      assertThat(ChainSealer.previousOf(read.get(0).bytes())).isEqualTo(head.signature());
      assertThat(outbox.status().lost().get(DropReason.DAMAGED)).isEqualTo(ENVELOPES);
      await().until(() -> outbox.read(0, 10).stream().anyMatch(e -> e.deviceId().equals("gap")));
    }
  }

  @RepeatedTest(5)
  void a_file_cut_short_loses_no_more_than_what_was_cut_and_says_how_much() throws IOException {
    ChainHead head = fill();
    Path file = OutboxFile.in(directory);
    long seed = System.nanoTime();
    long length = Files.size(file) * (1 + new Random(seed).nextInt(8)) / 10;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
    }
    assertGoesOn(head, "seed " + seed);
  }

  // The file's layout depends on time too, so that a seed alone does not repeat a failure.
  @RepeatedTest(40)
  void blocks_of_noise_lose_no_more_than_what_they_hit_and_it_says_how_much() throws IOException {
    ChainHead head = fill();
    Path file = OutboxFile.in(directory);
    long seed = System.nanoTime();
    Random chance = new Random(seed);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] noise = new byte[4096];
      for (int i = 0; i < 6; i++) {
        chance.nextBytes(noise);
        long block = 2L + chance.nextInt((int) (channel.size() / 4096) - 2);
        channel.write(ByteBuffer.wrap(noise), block * 4096);
      }
    }
    assertGoesOn(head, "seed " + seed);
  }

  // Every envelope is there or counted as lost, and the next one follows the last.
  private void assertGoesOn(ChainHead head, String seed) {
    try (Outbox outbox = Outboxes.open(Outboxes.settings(directory))) {
      assertThat(Outboxes.accept(outbox, "after", 10)).as(seed).isGreaterThan(head.sequence());
      await().until(() -> readable(outbox) >= ENVELOPES);
      List<StoredEnvelope> read = outbox.read(0, 1000);
      StoredEnvelope next =
          read.stream().filter(e -> e.sequence() == head.sequence() + 1).findFirst().orElseThrow();
      assertThat(ChainSealer.previousOf(next.bytes())).as(seed).isEqualTo(head.signature());
    }
  }

  private static long readable(Outbox outbox) {
    long read =
        outbox.read(0, 1000).stream()
            .filter(e -> ChainSealer.keyOf(e).startsWith("k"))
            .filter(e -> e.bytes().length > 1000)
            .count();
    return read + outbox.status().lost().getOrDefault(DropReason.DAMAGED, 0L);
  }

  private ChainHead fill() {
    try (Outbox outbox = Outboxes.open(Outboxes.settings(directory))) {
      for (int i = 0; i < ENVELOPES; i++) {
        Outboxes.accept(outbox, "k" + i, 1000);
      }
      return outbox.status().head();
    }
  }

  private List<Path> aside() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> f.toString().contains(".damaged-")).toList();
    }
  }
}
