package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.List;

/** What deviates from its baseline, and how often that was told. From memory; thread-safe. */
public interface AnomalyBoard {
  /**
   * Episodes that lasted at this time or later, those under way first, then the newest first. A
   * bounded number is kept.
   */
  List<Anomaly> since(Instant from);

  /** How the false-alarm budget is kept. */
  Rate rate();

  /**
   * Anomaly alarms against the budget of the whole installation.
   *
   * @param budgetPerDay alarms a day that the settings allow
   * @param alarmedPerDay alarms a day over the last week, or since the start
   * @param listed episodes in the same time that were only listed
   * @param metrics how many metrics are watched
   */
  record Rate(double budgetPerDay, double alarmedPerDay, long listed, int metrics) {}
}
