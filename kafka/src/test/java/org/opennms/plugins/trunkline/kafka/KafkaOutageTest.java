package org.opennms.plugins.trunkline.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opennms.plugins.trunkline.telemetry.content.Drafts;
import org.opennms.plugins.trunkline.telemetry.content.EnvelopeSealer;
import org.opennms.plugins.trunkline.telemetry.content.Sender;
import org.opennms.plugins.trunkline.telemetry.delivery.Pump;
import org.opennms.plugins.trunkline.telemetry.delivery.PumpStatus;
import org.opennms.plugins.trunkline.telemetry.outbox.Acceptance.Accepted;
import org.opennms.plugins.trunkline.telemetry.outbox.Draft;
import org.opennms.plugins.trunkline.telemetry.outbox.Outbox;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxSettings;
import org.opennms.plugins.trunkline.telemetry.outbox.Overflow;
import org.opennms.plugins.trunkline.wire.SigningKey;
import org.opennms.plugins.trunkline.wire.proto.UniversalEnvelope;

/** Outbox, pump and transport against a real broker that goes away. */
class KafkaOutageTest {
  private static final String TOPIC = "outage-of-the-broker";
  private static final Drafts DRAFTS = new Drafts(new Sender("tester", "1", 120_000));

  @TempDir private Path directory;

  private final SigningKey key = SigningKey.generate(new SecureRandom());
  private final List<String> devices = List.of("device0", "device1", "device2");
  private Broker broker;
  private Outbox outbox;
  private Pump pump;

  @BeforeEach
  void open() throws Exception {
    broker = new Broker(directory.resolve("broker"));
    outbox =
        new Outbox(
            new OutboxSettings(
                directory.resolve("outbox"), 64 << 20, Duration.ofDays(1), Overflow.BLOCK, 4096),
            new EnvelopeSealer(DRAFTS, () -> key),
            InstantSource.system(),
            KafkaOutageTest::thread);
    outbox.transports(List.of(KafkaTransport.NAME));
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", broker.address());
    properties.put("request.timeout.ms", "1000");
    properties.put("delivery.timeout.ms", "3000");
    properties.put("max.block.ms", "2000");
    properties.put("reconnect.backoff.max.ms", "200");
    KafkaSettings settings = new KafkaSettings(properties, TOPIC, "", "");
    pump =
        new Pump(
            outbox,
            new KafkaTransport(() -> settings, InstantSource.system(), t -> {}),
            InstantSource.system(),
            new Random(),
            KafkaOutageTest::thread);
  }

  @AfterEach
  void close() {
    pump.close();
    outbox.close();
    broker.close();
  }

  @Test
  void what_waits_while_the_broker_is_away_arrives_once_and_in_order_of_its_device() {
    submit(0, 100);
    patiently().until(() -> outbox.status().waiting() == 0);
    broker.stop();
    // More than may be under way at once.
    submit(100, 600);
    patiently().until(() -> pump.status().state() == PumpStatus.State.RETRYING);
    assertThat(pump.status().detail()).contains(broker.address(), TOPIC);
    long tried = pump.status().retried();
    patiently().until(() -> pump.status().retried() > tried);
    assertThat(outbox.status().waiting()).isEqualTo(600);
    broker.start();
    patiently().until(() -> outbox.status().waiting() == 0);
    patiently().until(() -> pump.status().state() == PumpStatus.State.RUNNING);
    List<ConsumerRecord<String, byte[]>> records = read(700);
    assertThat(records).hasSize(700);
    assertThat(records).extracting(KafkaOutageTest::keyOf).doesNotHaveDuplicates();
    for (String device : devices) {
      assertThat(records.stream().filter(r -> r.key().equals(device)))
          .extracting(KafkaOutageTest::keyOf)
          .hasSizeGreaterThan(200)
          .isSorted();
    }
  }

  private void submit(int from, int many) {
    for (int i = from; i < from + many; i++) {
      Draft whole = DRAFTS.ofSender(Instant.now(), List.of(), "part" + i);
      Draft draft =
          new Draft(
              devices.get(i % devices.size()),
              String.format(Locale.ROOT, "%08d", i),
              whole.at(),
              whole.payload());
      assertThat(outbox.submit(draft).toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join())
          .isInstanceOf(Accepted.class);
    }
  }

  private List<ConsumerRecord<String, byte[]>> read(int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker.address(),
            "group.id", "reader",
            "auto.offset.reset", "earliest");
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      for (int i = 0; i < 60 && records.size() < count; i++) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
      // What would be there twice lies behind.
      consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
    }
    return records;
  }

  private static String keyOf(ConsumerRecord<String, byte[]> entry) {
    try {
      return UniversalEnvelope.parseFrom(entry.value()).getIdempotencyKey();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "trunkline-telemetry-test");
    thread.setDaemon(true);
    return thread;
  }
}
