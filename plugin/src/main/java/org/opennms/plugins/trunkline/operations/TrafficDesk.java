package org.opennms.plugins.trunkline.operations;

import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.TrafficSample;

/** What passes the monitored interfaces. Answers come from memory; thread-safe. */
public interface TrafficDesk {
  /** The 24 hours of every monitored interface as of the last quarter of an hour, busiest first. */
  List<TrafficSummary> summaries();

  /**
   * One interface, up to now.
   *
   * @param node node label, numeric id or {@code FS:FID}
   * @param name ifName, ifDescr or ifIndex
   * @return empty when no such interface is monitored
   */
  Optional<Day> day(String node, String name);

  /**
   * The last 24 hours of one interface.
   *
   * @param summary of them
   * @param samples in the order of time; may be empty
   */
  record Day(TrafficSummary summary, List<TrafficSample> samples) {
    /** Copies the list. */
    public Day {
      samples = List.copyOf(samples);
    }
  }
}
