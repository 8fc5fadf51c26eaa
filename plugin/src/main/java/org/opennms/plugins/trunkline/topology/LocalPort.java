package org.opennms.plugins.trunkline.topology;

import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceKey;

/**
 * The own port on which a neighbour is seen.
 *
 * @param key the interface; empty where the device tells of a port that none of its interfaces is
 * @param name the interface's name, else the device's words for the port, at least its number
 * @param how which column led to the interface, for an operator; empty where none did
 */
public record LocalPort(Optional<InterfaceKey> key, String name, String how) {
  /** Rejects missing parts. */
  public LocalPort {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(how, "how");
  }
}
