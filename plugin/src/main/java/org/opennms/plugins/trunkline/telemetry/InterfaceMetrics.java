package org.opennms.plugins.trunkline.telemetry;

import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * An interface and what was measured on it.
 *
 * @param known which, with its classification
 * @param metrics in any order
 */
public record InterfaceMetrics(KnownInterface known, List<Metric> metrics) {
  /** Copies the list. */
  public InterfaceMetrics {
    Objects.requireNonNull(known, "known");
    metrics = List.copyOf(metrics);
  }
}
