package org.opennms.plugins.trunkline.operations;

/** Metrics in Prometheus' text format 0.0.4. Answers come from memory; thread-safe. */
public interface MetricsDesk {
  /** What Trunkline counts about itself. */
  String ownMetrics();

  /** The last counters of the monitored interfaces that are polled directly. */
  String interfaceMetrics();
}
