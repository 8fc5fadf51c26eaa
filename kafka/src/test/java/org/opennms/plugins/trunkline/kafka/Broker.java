package org.opennms.plugins.trunkline.kafka;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker, controller and log in one (KRaft), on loopback; with a door for TLS and SASL
 * beside the plain one on request.
 */
public final class Broker implements AutoCloseable {
  private static final String HOST = "127.0.0.1:";
  private static final int PARTITIONS = 3;
  private static final int SCRAM_ITERATIONS = 4096;

  private final Path logs;
  private final int port = freePort();
  private final int securePort = freePort();
  private final Map<String, String> settings = new TreeMap<>();
  private KafkaRaftServer server;

  /** Starts one with a plain door. */
  public Broker(Path directory) throws Exception {
    this(directory, Map.of());
  }

  /** Starts one with a second door for TLS, and SASL with SCRAM-SHA-512 and PLAIN. */
  public Broker(Path directory, TestCertificate certificate) throws Exception {
    this(directory, secured(certificate));
  }

  private Broker(Path directory, Map<String, String> more) throws Exception {
    logs = Files.createDirectories(directory.resolve("kafka-logs"));
    String controller = HOST + freePort();
    String doors = "PLAINTEXT://" + HOST + port;
    if (!more.isEmpty()) {
      doors += ",SASL_SSL://" + HOST + securePort;
    }
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@" + controller);
    settings.put("listeners", doors + ",CONTROLLER://" + controller);
    settings.put("advertised.listeners", doors);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put(
        "listener.security.protocol.map",
        "PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT");
    settings.put("log.dirs", logs.toString());
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("num.partitions", String.valueOf(PARTITIONS));
    settings.put("auto.create.topics.enable", "true");
    settings.putAll(more);
    format();
    start();
  }

  private static Map<String, String> secured(TestCertificate certificate) {
    String door = "listener.name.sasl_ssl.";
    return Map.of(
        "sasl.enabled.mechanisms",
        "SCRAM-SHA-512,PLAIN",
        door + "scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
        door + "plain.sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required"
            + " user_plain=\"plain-secret\";",
        "ssl.keystore.type",
        "PKCS12",
        "ssl.keystore.location",
        certificate.keyStore().toString(),
        "ssl.keystore.password",
        certificate.password());
  }

  /** Of the plain door. */
  public String address() {
    return HOST + port;
  }

  /** Of the door for TLS and SASL. */
  public String secureAddress() {
    return HOST + securePort;
  }

  public void start() {
    server = new KafkaRaftServer(KafkaConfig.fromProps(properties()), Time.SYSTEM);
    server.startup();
  }

  public void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  /** Makes a user of SCRAM-SHA-512, or gives one another password. */
  public void user(String name, String password) throws Exception {
    ScramCredentialInfo kind =
        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      admin
          .alterUserScramCredentials(
              List.of(new UserScramCredentialUpsertion(name, kind, password)))
          .all()
          .get();
    }
  }

  /** Reads a topic from its begin until there are so many records, for a minute at most. */
  public List<ConsumerRecord<String, byte[]>> read(String topic, int count) {
    Map<String, Object> reader = Map.of("bootstrap.servers", address());
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(reader, new StringDeserializer(), new ByteArrayDeserializer())) {
      // Of no group, which would take seconds to come together.
      List<TopicPartition> all =
          IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(topic, i)).toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      for (int i = 0; i < 600 && records.size() < count; i++) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() {
    stop();
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(settings);
    return properties;
  }

  private void format() throws Exception {
    Formatter formatter = new Formatter();
    formatter
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(1)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(logs.toString())
        .setDirectories(Set.of(logs.toString()));
    formatter.run();
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
