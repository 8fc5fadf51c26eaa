package org.opennms.plugins.trunkline.baseline;

import java.util.Objects;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.operations.Anomaly;

/**
 * One series that has a baseline.
 *
 * @param of which interface
 * @param direction received or sent
 * @param metric what is measured
 */
record MetricKey(InterfaceKey of, Anomaly.Direction direction, Anomaly.Metric metric) {
  /** Rejects missing parts. */
  MetricKey {
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(metric, "metric");
  }

  /** The key in the store: node, name, direction and metric. */
  String text() {
    return of.node().text() + "|" + of.name() + "|" + direction + "|" + metric;
  }
}
