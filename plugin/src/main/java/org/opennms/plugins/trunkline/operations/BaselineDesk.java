package org.opennms.plugins.trunkline.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.opennms.plugins.trunkline.model.InterfaceKey;

/** What operators ask of baselines, and tell them. Thread-safe. */
public interface BaselineDesk {
  /**
   * The baselines of one interface, from memory.
   *
   * @param node node label, numeric id or {@code FS:FID}
   * @param name ifName, ifDescr or ifIndex
   * @return one per direction and metric; empty when nothing is known of such an interface
   */
  List<WeekBaseline> weeks(String node, String name);

  /**
   * Forgets what was learned; learning begins anew with the next sample.
   *
   * @throws OperationException when no such interface has a baseline
   */
  void reset(String node, String name);

  /**
   * Leaves a bad period out and learns anew from the host's history without it. Returns at once;
   * {@link #learning} tells how it goes.
   *
   * @throws OperationException when no such interface is monitored, or the period is empty
   */
  void exclude(String node, String name, Instant from, Instant to);

  /**
   * Learns from the host's history, all monitored interfaces or one. Returns at once.
   *
   * @param of which; empty for all
   * @return how many interfaces are learned
   * @throws OperationException when a run is under way or no such interface is monitored
   */
  int learn(Optional<InterfaceKey> of);

  /** How learning from history goes, or went the last time. */
  Learning learning();

  /**
   * Runs stored samples through detectors with other settings; nothing learned is touched. Blocks
   * on the host's history.
   *
   * @throws OperationException when there is no history
   */
  Replay replay(String node, String name, Trial trial);

  /**
   * Learning from history.
   *
   * @param running whether it is under way
   * @param total interfaces to learn
   * @param done learned
   * @param absent without history
   * @param samples learned from
   * @param elapsed how long it took so far, or took
   * @param message how it went, in words
   */
  record Learning(
      boolean running,
      int total,
      int done,
      int absent,
      long samples,
      Duration elapsed,
      String message) {}

  /**
   * What to try.
   *
   * @param days stored days to judge, after as many as there are before to learn from; at least 1
   * @param budget false alarms per metric and day; empty for the one in force
   */
  record Trial(int days, OptionalDouble budget) {}

  /**
   * What would have been.
   *
   * @param from first judged sample
   * @param to last judged sample
   * @param samples how many were judged
   * @param anomalies episodes, by start
   */
  record Replay(Instant from, Instant to, int samples, List<Anomaly> anomalies) {
    /** Copies the list. */
    public Replay {
      anomalies = List.copyOf(anomalies);
    }
  }
}
