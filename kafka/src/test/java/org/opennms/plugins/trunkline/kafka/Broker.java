package org.opennms.plugins.trunkline.kafka;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka broker, controller and log in one (KRaft), on loopback. */
final class Broker implements AutoCloseable {
  private final Path logs;
  private final int port;
  private final Map<String, String> settings;
  private KafkaRaftServer server;

  Broker(Path directory) throws Exception {
    logs = Files.createDirectories(directory.resolve("kafka-logs"));
    port = freePort();
    int controller = freePort();
    settings =
        new TreeMap<>(
            Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controller),
                Map.entry(
                    "listeners",
                    "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                    "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", logs.toString()),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("num.partitions", "3"),
                Map.entry("auto.create.topics.enable", "true")));
    format();
    start();
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  void start() {
    server = new KafkaRaftServer(KafkaConfig.fromProps(properties()), Time.SYSTEM);
    server.startup();
  }

  void stop() {
    server.shutdown();
    server.awaitShutdown();
  }

  @Override
  public void close() {
    stop();
  }

  private java.util.Properties properties() {
    java.util.Properties properties = new java.util.Properties();
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
        .setDirectories(List.of(logs.toString()).stream().collect(Collectors.toSet()));
    formatter.run();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
