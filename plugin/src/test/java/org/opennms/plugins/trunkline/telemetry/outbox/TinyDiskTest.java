package org.opennms.plugins.trunkline.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Accepted;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxStatus.Condition;

/** A real file system of a few megabytes; to mount one takes root. */
class TinyDiskTest {
  @TempDir private Path directory;

  private boolean mounted;

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      run("umount", "-l", directory.resolve("disk").toString());
    }
  }

  @Test
  void a_disk_that_others_filled_stops_acceptance_and_it_resumes_when_there_is_room()
      throws Exception {
    Path disk = Files.createDirectories(directory.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString());
    assumeTrue(mounted, "Only root may mount a file system; run as root to test a full disk.");
    Path ballast = disk.resolve("ballast");
    List<CompletionStage<Acceptance>> outcomes = new ArrayList<>();
    try (Outbox outbox = Outboxes.open(Outboxes.settings(disk.resolve("outbox")))) {
      Outboxes.accept(outbox, "first", 1000);
      fill(ballast);
      for (int i = 0; i < 40; i++) {
        outcomes.add(outbox.submit(ChainSealer.draft("k" + i, 50_000)));
      }
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> outbox.status().condition() == Condition.UNWRITABLE);
      assertThat(outbox.status().detail()).containsIgnoringCase("no space left");
      assertThat(outbox.read(0, 10)).as("what is there can be sent").isNotEmpty();
      Files.delete(ballast);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> outcomes.stream().allMatch(o -> o.toCompletableFuture().isDone()));
      assertThat(outcomes).allMatch(o -> o.toCompletableFuture().join() instanceof Accepted);
      List<StoredEnvelope> read = outbox.read(0, 100);
      Outboxes.assertWhole(read);
      assertThat(read).hasSize(41);
      assertThat(outbox.status().quarantined()).isZero();
    }
  }

  private static void fill(Path ballast) throws IOException {
    byte[] block = new byte[4096];
    try (var out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e.getMessage()).containsIgnoringCase("no space");
    }
  }

  private static boolean run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
