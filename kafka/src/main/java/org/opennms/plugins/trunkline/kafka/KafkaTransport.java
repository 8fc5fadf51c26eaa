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
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
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
 * then. Nothing more is sent until {@link #flush} after one failed, lest it overtakes.
 */
final class KafkaTransport implements Transport {
  static final String NAME = "kafka";
  private static final Logger LOG = LoggerFactory.getLogger(KafkaTransport.class);
  private static final int WINDOW = 256;
  private static final int MOST_BLOCK_MILLIS = 5000;
  private static final Duration STOP = Duration.ofSeconds(2);

  private static final Duration SILENT = Duration.ofSeconds(10);

  private final Supplier<KafkaSettings> source;
  private final InstantSource clock;
  private final Consumer<KafkaTransport> onClose;
  private final AtomicInteger unanswered = new AtomicInteger();
  // Guarded by this.
  private Optional<KafkaProducer<String, byte[]>> producer = Optional.empty();
  private boolean closed;
  // Of the thread that sends.
  private boolean followed;
  private boolean quiet = true;
  private String holds = "";
  private volatile KafkaSettings settings;
  private volatile boolean broken;
  private volatile String lastFailure = "";
  private volatile Instant answeredUntil = Instant.EPOCH;

  /**
   * @param source of the settings; asked at the first send after a {@link #flush}
   * @param onClose is told of the end, more than once maybe
   */
  KafkaTransport(
      Supplier<KafkaSettings> source, InstantSource clock, Consumer<KafkaTransport> onClose) {
    this.source = source;
    this.clock = clock;
    this.onClose = onClose;
    this.settings = source.get();
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
    follow();
    CompletableFuture<Delivery> outcome = new CompletableFuture<>();
    if (!holds.isEmpty()) {
      outcome.complete(new Delivery.Later(Duration.ZERO, holds));
      return outcome;
    }
    if (unanswered.getAndIncrement() == 0) {
      answeredUntil = clock.instant();
    }
    hand(envelope, outcome);
    return outcome;
  }

  @Override
  public void flush() {
    // The producer sends by itself, in batches of its own.
    followed = false;
    quiet = unanswered.get() == 0;
  }

  @Override
  public String detail() {
    KafkaSettings now = settings;
    Instant since = answeredUntil;
    boolean silent = unanswered.get() > 0 && clock.instant().isAfter(since.plus(SILENT));
    StringBuilder words = new StringBuilder(now.toString());
    if (now.isUsable() && !now.problem().isEmpty()) {
      words.append("; these settings stay in force: ").append(now.problem());
    }
    return words.append(silent ? ": no answer of a broker since " + since : "").toString();
  }

  @Override
  public synchronized void close() {
    closed = true;
    discard();
    onClose.accept(this);
  }

  // A new producer begins when all outcomes of the old one were known at a flush.
  private void follow() {
    if (followed) {
      return;
    }
    followed = true;
    KafkaSettings now = source.get();
    boolean others = !now.isSame(settings);
    settings = now;
    holds = "";
    if (!now.isUsable()) {
      holds = now.problem();
    } else if (broken || others) {
      String why = broken ? lastFailure : now.place() + ": there are other settings";
      LOG.info("The Kafka producer is made anew; {}", why);
      holds = discard() && !quiet ? why : "";
      broken = false;
    }
  }

  private void hand(Outgoing envelope, CompletableFuture<Delivery> outcome) {
    Thread caller = Thread.currentThread();
    try {
      KafkaProducer<String, byte[]> by = producer();
      // Its outcome is told by the call-back, too.
      var unused =
          by.send(
              new ProducerRecord<>(settings.topic(), envelope.deviceId(), envelope.bytes()),
              (metadata, failure) -> {
                if (Thread.currentThread() == caller) {
                  unsent(failure);
                } else if (isLost(failure)) {
                  giveUp(by, failure);
                }
                answered(outcome, failure);
              });
    } catch (RuntimeException | LinkageError e) {
      unsent(e);
      answered(outcome, e);
    }
  }

  // It was not even queued: what is under way goes on.
  private void unsent(Throwable failure) {
    if (isLost(failure)) {
      holds = why(failure);
      if (!broken && needsAnother(failure)) {
        lastFailure = holds;
        broken = true;
      }
    }
  }

  private void answered(CompletableFuture<Delivery> outcome, Throwable failure) {
    if (failure == null) {
      answeredUntil = clock.instant();
    }
    outcome.complete(outcome(failure));
    unanswered.decrementAndGet();
  }

  private Delivery outcome(Throwable failure) {
    if (failure == null) {
      return new Delivery.Delivered();
    }
    return isLost(failure)
        ? new Delivery.Later(Duration.ZERO, why(failure))
        : new Delivery.Refused(why(failure));
  }

  private String why(Throwable failure) {
    KafkaSettings now = settings;
    return now.place() + ": " + now.masked(FailureWords.of(failure));
  }

  private static boolean isLost(Throwable failure) {
    return failure != null && !(failure instanceof RecordTooLargeException);
  }

  private static boolean needsAnother(Throwable failure) {
    // One that was not let in may wait for its producer id for ever.
    return !(failure instanceof RetriableException || failure instanceof AuthorizationException);
  }

  // At once and here, lest what is behind this record overtakes it. The call-backs of the rest
  // follow.
  private void giveUp(KafkaProducer<String, byte[]> failed, Throwable failure) {
    if (!broken) {
      lastFailure = why(failure);
      broken = true;
      failed.close(Duration.ZERO);
    }
  }

  // Whether there was one.
  private synchronized boolean discard() {
    boolean was = producer.isPresent();
    producer.ifPresent(p -> p.close(STOP));
    producer = Optional.empty();
    return was;
  }

  private synchronized KafkaProducer<String, byte[]> producer() {
    if (closed) {
      throw new IllegalStateException("the transport is closed");
    }
    if (producer.isEmpty()) {
      producer = Optional.of(open(properties(settings)));
    }
    return producer.get();
  }

  // Kafka finds its classes by name through the thread's class loader.
  private static KafkaProducer<String, byte[]> open(Map<String, Object> properties) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(KafkaTransport.class.getClassLoader());
    try {
      return new KafkaProducer<>(properties);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Map<String, Object> properties(KafkaSettings settings) {
    Map<String, Object> properties = new HashMap<>(settings.properties());
    properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, MOST_BLOCK_MILLIS);
    // With more, a second batch that is taken before the first makes a new partition refuse the
    // first one for ever (OUT_OF_ORDER_SEQUENCE_NUMBER).
    properties.putIfAbsent(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "trunkline-telemetry");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return properties;
  }
}
