package org.opennms.plugins.trunkline.baseline;

import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.InterfaceKey;

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
   */
  record Series(MetricKey key, MetricBaseline baseline) {}
}
