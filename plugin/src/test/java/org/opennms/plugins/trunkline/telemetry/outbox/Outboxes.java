package org.opennms.plugins.trunkline.telemetry.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Accepted;

/** How tests open an outbox, and what must hold of one. */
final class Outboxes {
  static final String WIRE = "wire";
  static final long MIB = 1 << 20;

  private Outboxes() {}

  static OutboxSettings settings(Path directory) {
    return new OutboxSettings(directory, 64 * MIB, Duration.ofDays(7), Overflow.BLOCK, 4096);
  }

  static Outbox open(OutboxSettings settings) {
    Outbox outbox =
        new Outbox(settings, new ChainSealer(), InstantSource.system(), Outboxes::thread);
    outbox.transports(List.of(WIRE));
    return outbox;
  }

  static Outbox open(OutboxSettings settings, Function<Path, OutboxFile> opener) {
    Outbox outbox =
        new Outbox(settings, new ChainSealer(), InstantSource.system(), Outboxes::thread, opener);
    outbox.transports(List.of(WIRE));
    return outbox;
  }

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "trunkline-telemetry-outbox-test");
    thread.setDaemon(true);
    return thread;
  }

  /** Hands a draft over and waits until it is durable. */
  static long accept(Outbox outbox, String key, int size) {
    Acceptance acceptance = outcome(outbox, key, size);
    assertThat(acceptance).isInstanceOf(Accepted.class);
    return ((Accepted) acceptance).sequence();
  }

  static Acceptance outcome(Outbox outbox, String key, int size) {
    return outbox
        .submit(ChainSealer.draft(key, size))
        .toCompletableFuture()
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }

  /** Each envelope names the one before it. */
  static void assertWhole(List<StoredEnvelope> envelopes) {
    for (int i = 1; i < envelopes.size(); i++) {
      StoredEnvelope before = envelopes.get(i - 1);
      StoredEnvelope now = envelopes.get(i);
      assertThat(now.sequence()).isEqualTo(before.sequence() + 1);
      assertThat(ChainSealer.previousOf(now.bytes())).isEqualTo(before.signature());
    }
  }
}
