package org.opennms.plugins.trunkline.topology;

import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * One neighbour on one port, as one source tells it.
 *
 * @param local the port that sees it
 * @param source what told of it
 * @param announced what the neighbour says of itself; its port may be hinted at in other words
 * @param told the node, where the source itself names it (the host, an operator, an inference);
 *     empty where it is to be found out
 */
public record Observation(
    LocalPort local, LinkSource source, Announced announced, Optional<NodeKey> told) {
  /** Rejects missing parts. */
  public Observation {
    Objects.requireNonNull(local, "local");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(announced, "announced");
    Objects.requireNonNull(told, "told");
  }

  /**
   * What makes it the same observation at the next walk: local port, source, remote chassis and
   * remote port. The name counts only where the neighbour announces no chassis id, as in CDP.
   */
  public String key() {
    String who =
        told.map(node -> "node:" + node)
            .orElseGet(
                () ->
                    announced.chassis().isPresent()
                        ? announced.chassis().toString()
                        : "name:" + announced.name());
    String port = announced.port().isPresent() ? announced.port().toString() : "";
    return source + "|" + local.name() + "|" + who + "|" + port;
  }
}
