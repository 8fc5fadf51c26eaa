package org.opennms.plugins.trunkline.kafka;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;

/** Opens the transport where {@code kafka.properties} is there. Thread-safe. */
public final class KafkaTransportFactory implements TransportFactory, AutoCloseable {
  private final String id = UUID.randomUUID().toString();
  private final Set<KafkaTransport> open = ConcurrentHashMap.newKeySet();

  @Override
  public String name() {
    return KafkaTransport.NAME;
  }

  @Override
  public Optional<Transport> open(Path directory) {
    KafkaFile file = new KafkaFile(directory);
    if (!file.exists()) {
      return Optional.empty();
    }
    KafkaTransport transport = new KafkaTransport(file, InstantSource.system(), open::remove);
    open.add(transport);
    return Optional.of(transport);
  }

  /** An open transport follows its file by itself. */
  @Override
  public String revision(Path directory) {
    return id + (new KafkaFile(directory).exists() ? "" : " is off");
  }

  /** Closes what is open. Blocks for seconds at most. */
  @Override
  public void close() {
    open.forEach(KafkaTransport::close);
  }
}
