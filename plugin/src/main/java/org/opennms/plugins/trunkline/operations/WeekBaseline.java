package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.InterfaceKey;

/**
 * What is normal for one metric of an interface over the week.
 *
 * @param node label of the interface's node
 * @param key which interface
 * @param direction received or sent
 * @param metric what is measured; its unit is that of all values
 * @param zone the node's civil time, in which slots are
 * @param state how the metric is at present
 * @param progress 0..1 of the time until alarms are possible
 * @param weeks of data learned
 * @param last time of the last sample, if there was one
 * @param slots 168, from Monday 00:00 to Sunday 23:00
 */
public record WeekBaseline(
    String node,
    InterfaceKey key,
    Anomaly.Direction direction,
    Anomaly.Metric metric,
    ZoneId zone,
    String state,
    double progress,
    double weeks,
    Optional<Instant> last,
    List<Slot> slots) {
  /** Copies the list and rejects missing parts. */
  public WeekBaseline {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(zone, "zone");
    slots = List.copyOf(slots);
  }

  /** How far a slot can be relied on. */
  public enum Reliability {
    /** Too little was seen to judge by. */
    INSUFFICIENT,
    /** Judged strictly. */
    BUILDING,
    /** Judged as set. */
    RELIABLE
  }

  /**
   * One hour of the week.
   *
   * @param expected what is expected next, in the metric's unit
   * @param lower of the band that holds 95 of 100 samples
   * @param upper likewise
   * @param mean of what was measured within the look-back; NaN without samples
   * @param deviation standard deviation, likewise
   * @param minimum likewise
   * @param maximum likewise
   * @param samples how many
   * @param weeks in how many weeks this hour was seen
   * @param confidence 0..1: the predicted probability that the next mean of this hour lies in the
   *     band
   * @param reliability by confidence
   */
  public record Slot(
      double expected,
      double lower,
      double upper,
      double mean,
      double deviation,
      double minimum,
      double maximum,
      int samples,
      int weeks,
      double confidence,
      Reliability reliability) {}
}
