package org.opennms.plugins.trunkline.telemetry.transport;

import java.nio.file.Path;
import java.util.Optional;

/** Brought by an optional bundle as an OSGi service. Thread-safe. */
public interface TransportFactory {
  /** The transport's name. */
  String name();

  /**
   * Opens the transport.
   *
   * @param directory {@code etc/trunkline/}, where its settings are
   * @return empty when the operator has not configured it
   * @throws IllegalArgumentException when its settings cannot be used; the message says what to do
   */
  Optional<Transport> open(Path directory);
}
