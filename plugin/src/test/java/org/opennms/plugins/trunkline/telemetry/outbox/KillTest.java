package org.opennms.plugins.trunkline.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a process that writes, again and again over the same file. */
class KillTest {
  private static final int KILLS = 8;

  @TempDir private Path directory;

  @Test
  void what_was_accepted_is_there_after_every_kill_and_the_chain_is_whole() throws Exception {
    long seed = System.nanoTime();
    Random chance = new Random(seed);
    for (int kill = 0; kill < KILLS; kill++) {
      List<String> accepted = runAndKill("run" + kill, 200 + chance.nextInt(3000));
      try (Outbox outbox = Outboxes.open(Outboxes.settings(directory))) {
        Outboxes.accept(outbox, "after" + kill, 10);
        List<StoredEnvelope> there = outbox.read(0, 1_000_000);
        Outboxes.assertWhole(there);
        assertThat(outbox.status().quarantined()).as("seed " + seed).isZero();
        Set<String> keys = new HashSet<>(there.stream().map(ChainSealer::keyOf).toList());
        // Only what was delivered has left, and that is from the front.
        String oldest = ChainSealer.keyOf(there.get(0));
        int from = Math.max(0, accepted.indexOf(oldest));
        assertThat(keys).as("seed " + seed).containsAll(accepted.subList(from, accepted.size()));
        assertThat(accepted.size() - from).as("seed " + seed).isPositive();
      }
    }
  }

  private List<String> runAndKill(String prefix, int lines)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                directory.toString(),
                prefix)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> accepted = new ArrayList<>();
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("accepted ") && line.endsWith(".")) {
          accepted.add(line.substring(9, line.length() - 1));
        }
        if (accepted.size() == lines) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    return accepted;
  }
}
