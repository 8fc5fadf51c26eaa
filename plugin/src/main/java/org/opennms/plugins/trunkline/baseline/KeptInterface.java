package org.opennms.plugins.trunkline.baseline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.operations.Anomaly;

/**
 * What is kept of one interface.
 *
 * @param of which interface
 * @param series its baselines, up to four
 */
record KeptInterface(InterfaceKey of, List<Series> series) {
  /** Copies the list and rejects missing parts. */
  KeptInterface {
    Objects.requireNonNull(of, "of");
    series = List.copyOf(series);
  }

  /**
   * One of them.
   *
   * @param key of this interface
   * @param episode that is under way
   */
  record Series(MetricKey key, MetricBaseline baseline, Optional<Anomaly> episode) {}
}
