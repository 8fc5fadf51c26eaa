package org.opennms.plugins.trunkline.telemetry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.opennms.plugins.trunkline.telemetry.transport.Delivery;
import org.opennms.plugins.trunkline.telemetry.transport.Outgoing;
import org.opennms.plugins.trunkline.telemetry.transport.Transport;
import org.opennms.plugins.trunkline.telemetry.transport.TransportFactory;

/** As another bundle brings it: on where {@code brought.properties} is there, takes everything. */
final class BroughtTransport implements TransportFactory {
  private final String id;
  private final AtomicInteger closed = new AtomicInteger();

  BroughtTransport(String id) {
    this.id = id;
  }

  /** How many of its transports were closed. */
  int closed() {
    return closed.get();
  }

  @Override
  public String name() {
    return "brought";
  }

  @Override
  public Optional<Transport> open(Path directory) {
    return isOn(directory) ? Optional.of(new Everything()) : Optional.empty();
  }

  @Override
  public String revision(Path directory) {
    return id + isOn(directory);
  }

  private static boolean isOn(Path directory) {
    return Files.exists(directory.resolve("brought.properties"));
  }

  private final class Everything implements Transport {
    @Override
    public String name() {
      return BroughtTransport.this.name();
    }

    @Override
    public int window() {
      return 1;
    }

    @Override
    public int rate() {
      return 0;
    }

    @Override
    public CompletionStage<Delivery> send(Outgoing envelope) {
      return CompletableFuture.completedFuture(new Delivery.Delivered());
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public String detail() {
      return id;
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
