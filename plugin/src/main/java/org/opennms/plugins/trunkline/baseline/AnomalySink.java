package org.opennms.plugins.trunkline.baseline;

/**
 * Takes what the baselines find. Called by the thread that judges, in the order of time for each
 * metric; must not wait.
 */
public interface AnomalySink {
  /** Something was found, got worse, or ended. */
  void event(AnomalyEvent event);
}
