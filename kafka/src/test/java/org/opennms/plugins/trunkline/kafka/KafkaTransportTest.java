package org.opennms.plugins.trunkline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Delivered;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Later;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery.Refused;
import org.opennms.plugins.trunkline.telemetry.transport.Outgoing;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;

/** Against a real broker. */
class KafkaTransportTest {
  @TempDir private static Path home;
  private static Broker broker;

  @TempDir private Path etc;

  @BeforeAll
  static void start() throws Exception {
    broker = new Broker(home);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void records_have_the_device_as_key_the_bytes_as_value_and_stay_in_order() throws Exception {
    try (Transport transport = open("topic=ordered")) {
      List<CompletionStage<Delivery>> outcomes = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        outcomes.add(transport.send(envelope(i, "device" + i % 5, 1165)));
      }
      transport.flush();
      outcomes.forEach(o -> assertThat(join(o)).isInstanceOf(Delivered.class));
    }
    List<ConsumerRecord<String, byte[]>> records = broker.read("ordered", 300);
    for (int device = 0; device < 5; device++) {
      String key = "device" + device;
      assertThat(records.stream().filter(r -> r.key().equals(key)).map(r -> number(r.value())))
          .hasSize(60)
          .isSorted();
    }
  }

  @Test
  void a_broker_that_went_away_is_waited_for() throws Exception {
    try (Transport transport =
        open(
            "topic=outage",
            "max.block.ms=500",
            "delivery.timeout.ms=3000",
            "request.timeout.ms=1000",
            "linger.ms=0")) {
      deliver(transport, envelope(1, "d", 100));
      broker.stop();
      Delivery during = join(transport.send(envelope(2, "d", 100)));
      assertThat(during).isInstanceOf(Later.class);
      assertThat(((Later) during).why()).contains(broker.address());
      broker.start();
      deliver(transport, envelope(2, "d", 100));
    }
  }

  @Test
  void silence_of_the_brokers_is_told_before_the_record_is_given_up() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    KafkaSettings settings =
        new KafkaSettings(Map.of("bootstrap.servers", broker.address()), "silence", "", "");
    try (Transport transport = new KafkaTransport(() -> settings, now::get, t -> {})) {
      deliver(transport, envelope(1, "d", 100));
      assertThat(transport.detail()).endsWith("topic silence");
      broker.stop();
      CompletionStage<Delivery> waits = transport.send(envelope(2, "d", 100));
      now.set(Instant.EPOCH.plusSeconds(60));
      if (!waits.toCompletableFuture().isDone()) {
        assertThat(transport.detail()).endsWith("no answer of a broker since 1970-01-01T00:00:00Z");
      }
      broker.start();
      if (join(waits) instanceof Later) {
        deliver(transport, envelope(2, "d", 100));
      }
      assertThat(transport.detail()).endsWith("topic silence");
    }
  }

  @Test
  void what_the_broker_will_never_take_is_refused() throws Exception {
    try (Transport transport = open("topic=large", "max.request.size=2000")) {
      assertThat(join(transport.send(envelope(1, "d", 5000)))).isInstanceOf(Refused.class);
      deliver(transport, envelope(2, "d", 500));
    }
  }

  @Test
  void without_the_file_there_is_no_transport_and_without_brokers_one_that_complains()
      throws Exception {
    try (KafkaTransportFactory factory = new KafkaTransportFactory()) {
      assertThat(factory.open(etc)).isEmpty();
      String off = factory.revision(etc);
      Files.writeString(file(), "topic=x\n");
      assertThat(factory.revision(etc)).isNotEqualTo(off);
      Transport transport = factory.open(etc).orElseThrow();
      assertThat(transport.detail()).contains("kafka.properties", "bootstrap.servers is missing");
      Delivery outcome = join(transport.send(envelope(1, "d", 100)));
      assertThat(((Later) outcome).why()).contains("bootstrap.servers is missing");
    }
  }

  @Test
  void an_edit_of_the_file_counts_at_once_and_a_bad_one_leaves_what_was_before() throws Exception {
    try (Transport transport = open("topic=first")) {
      deliver(transport, envelope(1, "d", 100));
      Files.writeString(file(), "topic=second\n");
      deliver(transport, envelope(2, "d", 100));
      assertThat(transport.detail())
          .contains("topic first; these settings stay in force", "bootstrap.servers is missing");
      Files.writeString(file(), "topic=third\nbootstrap.servers=" + broker.address());
      deliver(transport, envelope(3, "d", 100));
      assertThat(transport.detail()).endsWith("topic third");
    }
    assertThat(broker.read("first", 2)).extracting(r -> number(r.value())).contains(1L, 2L);
    assertThat(broker.read("third", 1)).extracting(r -> number(r.value())).containsExactly(3L);
  }

  @Test
  void a_factory_that_is_closed_leaves_no_thread_of_a_producer() throws Exception {
    Files.writeString(
        file(), "client.id=to-be-closed\nbootstrap.servers=" + broker.address() + "\n");
    Transport transport;
    try (KafkaTransportFactory factory = new KafkaTransportFactory()) {
      transport = factory.open(etc).orElseThrow();
      deliver(transport, envelope(1, "d", 100));
      assertThat(threads()).anyMatch(name -> name.contains("to-be-closed"));
    }
    assertThat(threads()).noneMatch(name -> name.contains("to-be-closed"));
    assertThat(join(transport.send(envelope(2, "d", 100)))).isInstanceOf(Later.class);
  }

  // As the export does: what comes later is sent again.
  private static void deliver(Transport transport, Outgoing envelope) {
    transport.flush();
    Delivery outcome = join(transport.send(envelope));
    for (int i = 0; i < 60 && outcome instanceof Later; i++) {
      transport.flush();
      outcome = join(transport.send(envelope));
    }
    assertThat(outcome).isInstanceOf(Delivered.class);
  }

  private Transport open(String... lines) throws Exception {
    String text = "bootstrap.servers=" + broker.address() + "\n" + String.join("\n", lines);
    Files.writeString(file(), text);
    return new KafkaTransportFactory().open(etc).orElseThrow();
  }

  private static Outgoing envelope(long sequence, String device, int size) {
    byte[] bytes = new byte[size];
    byte[] head = (sequence + ";").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, bytes, 0, head.length);
    return new Outgoing(sequence, device, bytes);
  }

  private static long number(byte[] bytes) {
    return Long.parseLong(new String(bytes, StandardCharsets.US_ASCII).split(";", 2)[0]);
  }

  private static Delivery join(CompletionStage<Delivery> outcome) {
    return outcome.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private Path file() {
    return etc.resolve("kafka.properties");
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
  }
}
