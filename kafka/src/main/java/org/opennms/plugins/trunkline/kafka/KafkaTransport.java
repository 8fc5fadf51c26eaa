package org.opennms.plugins.trunkline.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery;
import org.opennms.plugins.trunkline.telemetry.transport.Outgoing;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Envelopes as records: the device is the key, so that one device's envelopes stay in order. The
 * producer is idempotent and waits for all replicas, whatever the properties say. One that could
 * not deliver a record in its time gives up all that are under way, so that they are sent again in
 * order by one that is made anew; a record of theirs that a broker had taken already is there twice
 * then.
 */
final class KafkaTransport implements Transport {
  static final String NAME = "kafka";
  private static final Logger LOG = LoggerFactory.getLogger(KafkaTransport.class);
  private static final int WINDOW = 256;
  private static final int MOST_BLOCK_MILLIS = 5000;
  private static final Duration STOP = Duration.ofSeconds(2);

  private static final Duration SILENT = Duration.ofSeconds(10);

  private final Map<String, Object> properties;
  private final String topic;
  private final InstantSource clock;
  private final AtomicInteger unanswered = new AtomicInteger();
  private Optional<KafkaProducer<String, byte[]>> producer = Optional.empty();
  private volatile boolean broken;
  private volatile Instant answeredUntil = Instant.EPOCH;

  KafkaTransport(Map<String, Object> given, String topic, InstantSource clock) {
    this.topic = topic;
    this.clock = clock;
    properties = new HashMap<>(given);
    properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, MOST_BLOCK_MILLIS);
    // With more, a second batch that is taken before the first makes a new partition refuse the
    // first one for ever (OUT_OF_ORDER_SEQUENCE_NUMBER).
    properties.putIfAbsent(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "trunkline-telemetry");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int window() {
    return WINDOW;
  }

  @Override
  public int rate() {
    return 0;
  }

  @Override
  public CompletionStage<Delivery> send(Outgoing envelope) {
    CompletableFuture<Delivery> outcome = new CompletableFuture<>();
    if (unanswered.getAndIncrement() == 0) {
      answeredUntil = clock.instant();
    }
    Thread caller = Thread.currentThread();
    try {
      KafkaProducer<String, byte[]> by = producer();
      // Its outcome is told by the call-back, too.
      var unused =
          by.send(
              new ProducerRecord<>(topic, envelope.deviceId(), envelope.bytes()),
              (metadata, failure) -> {
                // On this thread it was not even queued.
                if (isLasting(failure) || (isLost(failure) && Thread.currentThread() != caller)) {
                  giveUp(by);
                }
                answered(outcome, failure);
              });
    } catch (KafkaException e) {
      broken = broken || isLasting(e);
      answered(outcome, e);
    }
    return outcome;
  }

  @Override
  public void flush() {
    // The producer sends by itself, in batches of its own.
  }

  @Override
  public String detail() {
    Instant since = answeredUntil;
    boolean silent = unanswered.get() > 0 && clock.instant().isAfter(since.plus(SILENT));
    return place() + (silent ? ": no answer of a broker since " + since : "");
  }

  @Override
  public void close() {
    producer.ifPresent(p -> p.close(STOP));
    producer = Optional.empty();
  }

  private String place() {
    return properties.get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG) + ", topic " + topic;
  }

  private void answered(CompletableFuture<Delivery> outcome, Exception failure) {
    unanswered.decrementAndGet();
    if (failure == null) {
      answeredUntil = clock.instant();
    }
    outcome.complete(outcome(failure));
  }

  private Delivery outcome(Exception failure) {
    if (failure == null) {
      return new Delivery.Delivered();
    }
    String why = place() + ": " + failure.getMessage();
    return failure instanceof RecordTooLargeException
        ? new Delivery.Refused(why)
        : new Delivery.Later(Duration.ZERO, why);
  }

  private static boolean isLost(Exception failure) {
    return failure != null && !(failure instanceof RecordTooLargeException);
  }

  private static boolean isLasting(Exception failure) {
    return isLost(failure) && !(failure instanceof RetriableException);
  }

  // At once and here, lest what is behind this record overtakes it. The call-backs of the rest
  // follow.
  private void giveUp(KafkaProducer<String, byte[]> failed) {
    if (!broken) {
      broken = true;
      failed.close(Duration.ZERO);
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    if (broken) {
      LOG.warn("The Kafka producer could not deliver and is made anew");
      close();
      broken = false;
    }
    if (producer.isEmpty()) {
      producer = Optional.of(open());
    }
    return producer.get();
  }

  // Kafka finds its classes by name through the thread's class loader.
  private KafkaProducer<String, byte[]> open() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(KafkaTransport.class.getClassLoader());
    try {
      return new KafkaProducer<>(properties);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
