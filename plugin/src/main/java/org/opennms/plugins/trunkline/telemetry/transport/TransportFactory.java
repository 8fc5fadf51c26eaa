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

  /**
   * What {@link #open} would go by now. Another text than before, or that of another factory, means
   * that it should be called again. Asked every second; may look at the disk.
   *
   * @param directory as there
   */
  String revision(Path directory);
}
