package org.opennms.plugins.trunkline.sandbox.host.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.events.EventListener;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;

class EventBusTest {

  private static final String ADDED = "uei.opennms.org/nodes/nodeAdded";
  private static final String OTHER = "uei.opennms.org/generic/traps/SNMP_Link_Down";

  private final EventBus bus = new EventBus(() -> 10);

  @AfterEach
  void close() {
    bus.close();
  }

  @Test
  void a_listener_of_all_gets_all() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener);

    send(ADDED, OTHER);

    assertThat(listener.ueis()).containsExactly(ADDED, OTHER);
  }

  @Test
  void what_precedes_a_listener_runs_on_its_own_thread_before_each_event() {
    List<String> threads = new CopyOnWriteArrayList<>();
    RecordingListener listener = new RecordingListener("l");
    try (EventBus ill =
        new EventBus(() -> 10, () -> threads.add(Thread.currentThread().getName()))) {
      ill.addEventListener(listener);
      ill.broadcast(event(ADDED)).forEach(CompletableFuture::join);
    }
    assertThat(threads).singleElement().asString().contains("listener-l");
    assertThat(listener.ueis()).containsExactly(ADDED);
  }

  @Test
  void a_uei_matches_itself_and_nothing_that_merely_starts_alike() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener, ADDED);

    send(ADDED, ADDED + "More", "uei.opennms.org/nodes/");

    assertThat(listener.ueis()).containsExactly(ADDED);
  }

  @Test
  void a_subscription_that_ends_in_a_slash_matches_what_lies_below() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener, List.of("uei.opennms.org/nodes/", "uei.opennms.org/generic"));

    send(ADDED, OTHER, "uei.opennms.org/nodes/snmp/interfaceOperDown");

    assertThat(listener.ueis())
        .containsExactly(ADDED, "uei.opennms.org/nodes/snmp/interfaceOperDown");
  }

  @Test
  void overlapping_subscriptions_deliver_once() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener, List.of(ADDED, "uei.opennms.org/nodes/", "uei.opennms.org/"));

    send(ADDED);

    assertThat(listener.ueis()).containsExactly(ADDED);
  }

  @Test
  void subscribing_to_all_drops_the_ueis_and_the_reverse() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener, ADDED);
    bus.addEventListener(listener);
    assertThat(bus.hasEventListener(ADDED)).isFalse();

    bus.addEventListener(listener, OTHER);
    send(ADDED, OTHER);

    assertThat(listener.ueis()).containsExactly(OTHER);
  }

  @Test
  void an_empty_list_of_ueis_subscribes_to_nothing() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener, List.of());

    send(ADDED);

    assertThat(listener.ueis()).isEmpty();
  }

  @Test
  void only_exact_subscriptions_count_as_listeners_of_a_uei() {
    bus.addEventListener(new RecordingListener("l"), "uei.opennms.org/nodes/");

    assertThat(bus.hasEventListener("uei.opennms.org/nodes/")).isTrue();
    assertThat(bus.hasEventListener(ADDED)).isFalse();
  }

  @Test
  void every_add_wants_its_own_remove() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener, ADDED);
    bus.addEventListener(listener, OTHER);

    bus.removeEventListener(listener);
    send(ADDED, OTHER);
    assertThat(listener.ueis()).isEmpty();
    assertThat(bus.referencedListeners()).isEqualTo(1);

    bus.removeEventListener(listener);
    assertThat(bus.referencedListeners()).isZero();
  }

  @Test
  void removing_one_uei_keeps_the_other() {
    RecordingListener listener = new RecordingListener("l");
    bus.addEventListener(listener, ADDED);
    bus.addEventListener(listener, OTHER);

    bus.removeEventListener(listener, ADDED);
    send(ADDED, OTHER);

    assertThat(listener.ueis()).containsExactly(OTHER);
  }

  @Test
  void removing_a_stranger_does_nothing() {
    bus.removeEventListener(new RecordingListener("stranger"));

    assertThat(bus.referencedListeners()).isZero();
  }

  @Test
  void of_two_listeners_with_one_name_only_the_first_is_called() {
    RecordingListener first = new RecordingListener("same");
    RecordingListener second = new RecordingListener("same");
    bus.addEventListener(first, ADDED);
    bus.addEventListener(second, OTHER);

    send(ADDED, OTHER);

    assertThat(first.ueis()).containsExactly(ADDED, OTHER);
    assertThat(second.ueis()).isEmpty();
  }

  @Test
  void a_full_queue_discards_the_newest_event() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    RecordingListener slow = new RecordingListener("slow", 1, () -> hold(started, release));
    bus.addEventListener(slow);
    bus.broadcast(event("uei/0"));
    started.await();

    List<CompletableFuture<Void>> deliveries =
        IntStream.rangeClosed(1, 12)
            .mapToObj(i -> bus.broadcast(event("uei/" + i)).get(0))
            .toList();

    assertThat(bus.queues().get("slow")).isEqualTo(new EventBus.QueueState(10, 2));
    release.countDown();
    await().until(() -> slow.ueis().size() == 11);
    assertThat(slow.ueis()).endsWith("uei/9", "uei/10");
    assertThat(deliveries.get(11)).as("who waits for a lost event waits in vain").isNotDone();
    bus.removeEventListener(slow);
    assertThat(deliveries.get(11)).isDone();
  }

  @Test
  void a_hanging_listener_does_not_hold_up_another() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    RecordingListener hanging = new RecordingListener("hanging", 1, () -> hold(started, release));
    RecordingListener healthy = new RecordingListener("healthy");
    bus.addEventListener(hanging);
    bus.addEventListener(healthy);

    bus.broadcast(event(ADDED));
    started.await();
    bus.broadcast(event(OTHER));

    await().until(() -> healthy.ueis().equals(List.of(ADDED, OTHER)));
    assertThat(hanging.ueis()).isEmpty();
    release.countDown();
  }

  @Test
  void one_thread_keeps_the_order() {
    RecordingListener listener = new RecordingListener("l");
    EventBus wide = new EventBus(() -> 10_000);
    wide.addEventListener(listener);
    List<String> ueis = IntStream.range(0, 1_000).mapToObj(i -> "uei/" + i).toList();

    ueis.forEach(uei -> wide.broadcast(event(uei)));

    await().until(() -> listener.ueis().size() == 1_000);
    assertThat(listener.ueis()).isEqualTo(ueis);
    wide.close();
  }

  @Test
  void what_a_listener_throws_stays_with_it() {
    RecordingListener failing =
        new RecordingListener(
            "failing",
            1,
            () -> {
              throw new IllegalStateException("on purpose");
            });
    RecordingListener healthy = new RecordingListener("healthy");
    bus.addEventListener(failing);
    bus.addEventListener(healthy);

    send(ADDED, OTHER);

    assertThat(healthy.ueis()).containsExactly(ADDED, OTHER);
    assertThat(failing.ueis()).isEmpty();
  }

  @Test
  void a_listener_without_threads_is_refused() {
    EventListener listener = new RecordingListener("none", 0, () -> {});

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> bus.addEventListener(listener));
  }

  private void send(String... ueis) {
    for (String uei : ueis) {
      CompletableFuture.allOf(bus.broadcast(event(uei)).toArray(CompletableFuture[]::new))
          .orTimeout(10, TimeUnit.SECONDS)
          .join();
    }
  }

  private static void hold(CountDownLatch started, CountDownLatch release) {
    started.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InMemoryEvent event(String uei) {
    return ImmutableInMemoryEvent.newBuilder().setUei(uei).setSource("test").build();
  }
}
