package org.opennms.plugins.trunkline.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
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

  /** All that an interface may have. */
  static List<MetricKey> all(InterfaceKey of) {
    List<MetricKey> keys = new ArrayList<>();
    for (Anomaly.Direction direction : Anomaly.Direction.values()) {
      for (Anomaly.Metric metric : Anomaly.Metric.values()) {
        keys.add(new MetricKey(of, direction, metric));
      }
    }
    return keys;
  }

  /**
   * The key of a document that holds one metric: node, name, direction and metric, with bars
   * between; names of interfaces may hold any character.
   */
  static Optional<MetricKey> parse(String text) {
    int metric = text.lastIndexOf('|');
    int direction = text.lastIndexOf('|', metric - 1);
    int name = text.indexOf('|');
    if (name < 0 || direction < name) {
      return Optional.empty();
    }
    try {
      NodeKey node = new NodeKey(text.substring(0, name));
      InterfaceKey of = new InterfaceKey(node, text.substring(name + 1, direction));
      return Optional.of(
          new MetricKey(
              of,
              Anomaly.Direction.valueOf(text.substring(direction + 1, metric)),
              Anomaly.Metric.valueOf(text.substring(metric + 1))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
