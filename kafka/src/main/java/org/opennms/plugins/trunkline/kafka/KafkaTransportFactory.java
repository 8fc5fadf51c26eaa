package org.opennms.plugins.trunkline.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;

/**
 * Opens the transport where {@code kafka.properties} is there: a producer's own properties, TLS and
 * SASL among them, and {@code topic}. Stateless.
 */
public final class KafkaTransportFactory implements TransportFactory {
  static final String FILE = "kafka.properties";
  private static final String TOPIC = "topic";
  private static final String DEFAULT_TOPIC = "trunkline-telemetry";

  @Override
  public String name() {
    return KafkaTransport.NAME;
  }

  @Override
  public Optional<Transport> open(Path directory) {
    Path file = directory.resolve(FILE);
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
    }
    String servers = read.getProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "").trim();
    if (servers.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": bootstrap.servers is missing. Name the brokers, host:port with commas.");
    }
    Map<String, Object> properties = new HashMap<>();
    read.stringPropertyNames().forEach(k -> properties.put(k, read.getProperty(k).trim()));
    Object topic = properties.remove(TOPIC);
    String name = topic == null ? DEFAULT_TOPIC : topic.toString();
    return Optional.of(new KafkaTransport(properties, name, InstantSource.system()));
  }
}
