package org.opennms.plugins.trunkline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.telemetry.delivery.PumpStatus;
import org.opennms.plugins.trunkline.telemetry.outbox.Draft;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxStatus;
import org.opennms.plugins.trunkline.wire.SigningKey;

/** A receiver in a process of its own behind a wire that is cut for ten minutes of the clock. */
class NetworkCutIT {
  private static final Path RECEIVER = Path.of("../receiver/target/trunkline-receiver.jar");
  private static final Duration DEADLINE = Duration.ofMillis(500);
  private static final int MINUTES = 10;

  @TempDir private Path directory;

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final Set<String> accepted = new HashSet<>();
  private long number;

  @Test
  void after_a_cut_of_ten_minutes_every_envelope_is_there_once_and_the_chain_is_whole()
      throws Exception {
    Path there = Files.createDirectories(directory.resolve("receiver"));
    try (ReceiverUnderTest receiver =
            new ReceiverUnderTest(RECEIVER, there, key, List.of("-XX:TieredStopAtLevel=1"));
        TelemetryExporter exporter =
            new TelemetryExporter(directory.resolve("outbox"), key, now::get)) {
      receiver.start();
      try (Relay relay = new Relay(receiver.port())) {
        deliver(exporter, relay, receiver);
        submit(exporter, 200);
        patiently().until(() -> isDrained(exporter));
        // Some of these are stored there and their answers lost, some are under way, some are not.
        submit(exporter, 200);
        relay.cut();
        submit(exporter, 100);
        spendTheCut(exporter);
        relay.mend();
        patiently().until(() -> isDrained(exporter));
      }
      assertThat(exporter.pump().status().detail()).doesNotContain("no answer");
      assertThat(stored(receiver)).hasSameSizeAs(accepted).hasSameElementsAs(accepted);
      assertThat(receiver.verify()).startsWith("exit code 0");
    }
  }

  private void spendTheCut(TelemetryExporter exporter) {
    for (int minute = 1; minute <= MINUTES; minute++) {
      long tried = exporter.pump().status().retried();
      now.updateAndGet(n -> n.plus(Duration.ofMinutes(1)));
      submit(exporter, 10);
      patiently().until(() -> exporter.pump().status().retried() > tried);
      patiently().until(() -> exporter.pump().status().state() == PumpStatus.State.RETRYING);
      assertThat(exporter.pump().status().detail()).contains("no answer within the deadline");
      assertThat(status(exporter).condition()).isEqualTo(OutboxStatus.Condition.OPEN);
      assertThat(status(exporter).waiting()).isGreaterThanOrEqualTo(100 + 10L * minute);
    }
  }

  private void deliver(TelemetryExporter exporter, Relay relay, ReceiverUnderTest receiver) {
    exporter.deliver(
        relay.endpoint(),
        receiver.certificate("ca.pem"),
        receiver.certificate(ReceiverUnderTest.AGENT + ".pem"),
        receiver.certificate(ReceiverUnderTest.AGENT + ".key"),
        DEADLINE);
  }

  private void submit(TelemetryExporter exporter, int many) {
    List<CompletableFuture<?>> outcomes = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Instant at = now.get().plusNanos(1000 * ++number);
      Draft draft = TelemetryExporter.DRAFTS.of(SampleTelemetry.collection(number, at)).get(0);
      accepted.add(draft.idempotencyKey());
      outcomes.add(exporter.outbox().submit(draft).toCompletableFuture());
    }
    outcomes.forEach(CompletableFuture::join);
  }

  // The clock goes on, for the pause after the last failure is told by it.
  private boolean isDrained(TelemetryExporter exporter) {
    now.updateAndGet(n -> n.plusSeconds(1));
    return status(exporter).waiting() == 0;
  }

  private static OutboxStatus status(TelemetryExporter exporter) {
    return exporter.outbox().status();
  }

  private static List<String> stored(ReceiverUnderTest receiver)
      throws IOException, InterruptedException {
    List<String> keys = new ArrayList<>();
    receiver.export(line -> TelemetryKills.keyOf(line).ifPresent(keys::add));
    return keys;
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
  }
}
