package org.opennms.plugins.trunkline.telemetry.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.telemetry.content.Drafts;
import org.opennms.plugins.trunkline.telemetry.content.EnvelopeSealer;
import org.opennms.plugins.trunkline.telemetry.content.Sender;
import org.opennms.plugins.trunkline.telemetry.delivery.PumpStatus.State;
import org.opennms.plugins.trunkline.telemetry.outbox.Outbox;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxSettings;
import org.opennms.plugins.trunkline.telemetry.outbox.Overflow;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery;
import org.opennms.plugins.trunkline.telemetry.transport.Outgoing;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;
import org.opennms.plugins.trunkline.wire.SigningKey;

/** The pump over a real outbox, with a transport that a test scripts. */
class PumpTest {
  private static final Drafts DRAFTS = new Drafts(new Sender("tester", "1", 120_000));

  @TempDir private Path directory;

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final List<Long> sent = new CopyOnWriteArrayList<>();
  private volatile Function<Outgoing, Delivery> answer = o -> new Delivery.Delivered();
  private Outbox outbox;
  private Pump pump;

  @BeforeEach
  void open() {
    OutboxSettings settings =
        new OutboxSettings(directory, 64 << 20, Duration.ofDays(1), Overflow.BLOCK, 4096);
    outbox =
        new Outbox(
            settings,
            new EnvelopeSealer(DRAFTS, () -> key),
            InstantSource.system(),
            PumpTest::thread);
    outbox.transports(List.of("scripted", "other"));
  }

  @AfterEach
  void close() {
    pump.close();
    outbox.close();
  }

  @Test
  void envelopes_leave_in_the_order_of_the_chain_and_the_cursor_follows() {
    submit(300);
    start(16);
    await().until(() -> cursor() == 300);
    assertThat(sent).hasSize(300).isSorted();
    assertThat(outbox.status().byTransport()).containsEntry("other", 300L);
    assertThat(pump.status().delivered()).isEqualTo(300);
  }

  @Test
  void no_more_than_the_window_are_under_way() {
    List<CompletableFuture<Delivery>> open = new CopyOnWriteArrayList<>();
    submit(20);
    start(new Scripted(4, open));
    await().until(() -> open.size() == 4);
    assertThat(pump.status().inFlight()).isLessThanOrEqualTo(4);
    open.get(3).complete(new Delivery.Delivered());
    await().until(() -> open.size() == 5);
    assertThat(cursor()).as("the lowest is still under way").isZero();
    for (int i = 0; i < 20; i++) {
      int at = i;
      await().until(() -> open.size() > at);
      open.get(i).complete(new Delivery.Delivered());
    }
    await().until(() -> cursor() == 20);
  }

  @Test
  void one_that_is_asked_for_again_and_again_holds_the_cursor_but_not_the_others() {
    submit(40);
    answer =
        o ->
            o.sequence() == 3
                ? new Delivery.Later(Duration.ZERO, "PROCESSING_ERROR")
                : new Delivery.Delivered();
    start(16);
    await().atMost(Duration.ofSeconds(20)).until(() -> pump.status().delivered() == 39);
    assertThat(cursor()).isEqualTo(2);
    answer = o -> new Delivery.Delivered();
    await().atMost(Duration.ofSeconds(20)).until(() -> cursor() == 40);
  }

  @Test
  void a_refused_one_becomes_a_dead_letter_and_the_rest_goes_on() {
    submit(10);
    answer =
        o -> o.sequence() == 5 ? new Delivery.Refused("INVALID (x)") : new Delivery.Delivered();
    start(4);
    await().until(() -> outbox.status().deadLetters() == 1);
    await().until(() -> cursor() >= 10);
    assertThat(outbox.deadLetters(9).get(0).envelope().sequence()).isEqualTo(5);
    assertThat(pump.status().refused()).isEqualTo(1);
  }

  @Test
  void a_transport_whose_answer_fails_is_asked_again() {
    submit(3);
    Set<Long> failed = new HashSet<>();
    answer =
        o -> {
          if (failed.add(o.sequence())) {
            throw new IllegalStateException("broken");
          }
          return new Delivery.Delivered();
        };
    start(1);
    await().atMost(Duration.ofSeconds(20)).until(() -> cursor() == 3);
    assertThat(pump.status().retried()).isEqualTo(3);
  }

  @Test
  void paused_it_sends_nothing_and_resumed_it_does_not_wait_for_a_failures_pause() {
    submit(2);
    answer = o -> new Delivery.Later(Duration.ofHours(1), "RETRY");
    start(2);
    await().until(() -> pump.status().state() == State.RETRYING);
    assertThat(pump.status().detail()).contains("RETRY");
    pump.pause();
    await().until(() -> pump.status().state() == State.PAUSED);
    answer = o -> new Delivery.Delivered();
    pump.resume();
    await().until(() -> cursor() == 2);
  }

  @Test
  void after_a_restart_it_goes_on_behind_what_was_delivered() {
    submit(5);
    start(1);
    await().until(() -> cursor() == 5);
    pump.close();
    outbox.close();
    open();
    submit(2);
    start(1);
    await().until(() -> cursor() == 7);
    assertThat(sent).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
  }

  private long cursor() {
    return outbox.cursor("scripted").orElse(-1L);
  }

  private void submit(int count) {
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at = Instant.now();
      all.add(
          outbox
              .submit(DRAFTS.ofSender(at, List.of(), "part" + i + System.nanoTime()))
              .toCompletableFuture());
    }
    all.forEach(CompletableFuture::join);
  }

  private void start(int window) {
    start(new Scripted(window, null));
  }

  private void start(Transport transport) {
    pump = new Pump(outbox, transport, InstantSource.system(), new Random(1), PumpTest::thread);
  }

  private final class Scripted implements Transport {
    private final int window;
    private final List<CompletableFuture<Delivery>> open;

    Scripted(int window, List<CompletableFuture<Delivery>> open) {
      this.window = window;
      this.open = open;
    }

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public int window() {
      return window;
    }

    @Override
    public int rate() {
      return 0;
    }

    @Override
    public CompletionStage<Delivery> send(Outgoing envelope) {
      sent.add(envelope.sequence());
      if (open != null) {
        CompletableFuture<Delivery> later = new CompletableFuture<>();
        open.add(later);
        return later;
      }
      try {
        return CompletableFuture.completedFuture(answer.apply(envelope));
      } catch (IllegalStateException e) {
        return CompletableFuture.failedFuture(e);
      }
    }

    @Override
    public void flush() {
      // Each goes out at once.
    }

    @Override
    public String detail() {
      return "scripted";
    }

    @Override
    public void close() {
      // It holds nothing.
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "trunkline-telemetry-pump-test");
    thread.setDaemon(true);
    return thread;
  }
}
