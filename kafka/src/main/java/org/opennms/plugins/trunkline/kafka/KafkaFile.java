package org.opennms.plugins.trunkline.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SslConfigs;

/**
 * {@code kafka.properties}: a producer's own properties, TLS and SASL among them, and {@code
 * topic}. Read again when it, or a store of certificates that it names, was written; while it
 * cannot be used, what was read before stays in force. Thread-safe.
 */
final class KafkaFile implements Supplier<KafkaSettings> {
  static final String NAME = "kafka.properties";
  private static final String TOPIC = "topic";
  private static final String DEFAULT_TOPIC = "trunkline-telemetry";
  private static final List<String> STORES =
      List.of(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);

  private final Path file;
  private KafkaSettings current = KafkaSettings.NONE;
  private String seen = "";

  /**
   * @param directory {@code etc/trunkline/}; paths in the file are relative to it
   */
  KafkaFile(Path directory) {
    file = directory.resolve(NAME);
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** As it is now; unusable only where no file was usable yet. Looks at the disk. */
  @Override
  public synchronized KafkaSettings get() {
    String own = written(file);
    if (!seen.equals(own + stores(current.properties()))) {
      current = read();
      seen = own + stores(current.properties());
    }
    return current;
  }

  private KafkaSettings read() {
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      read.load(reader);
    } catch (NoSuchFileException e) {
      return current.with(file + " is gone");
    } catch (IOException | IllegalArgumentException e) {
      return current.with(file + " cannot be read: " + e.getMessage());
    }
    String servers = read.getProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "").trim();
    if (servers.isEmpty()) {
      return current.with(
          file + ": bootstrap.servers is missing. Name the brokers, host:port with commas.");
    }
    Map<String, Object> properties = new HashMap<>();
    read.stringPropertyNames().forEach(k -> properties.put(k, read.getProperty(k).trim()));
    Object topic = properties.remove(TOPIC);
    STORES.forEach(k -> properties.computeIfPresent(k, (name, path) -> resolved(path)));
    return new KafkaSettings(
        properties, topic == null ? DEFAULT_TOPIC : topic.toString(), stores(properties), "");
  }

  private String resolved(Object path) {
    return file.resolveSibling(path.toString()).toString();
  }

  private String stores(Map<String, Object> properties) {
    StringBuilder stamp = new StringBuilder();
    for (String store : STORES) {
      if (properties.containsKey(store)) {
        stamp.append(written(file.resolveSibling(properties.get(store).toString())));
      }
    }
    return stamp.toString();
  }

  /** Time and size, which tell whether it was written anew. */
  private static String written(Path path) {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return now.lastModifiedTime() + " " + now.size() + ";";
    } catch (IOException e) {
      return "none;";
    }
  }
}
