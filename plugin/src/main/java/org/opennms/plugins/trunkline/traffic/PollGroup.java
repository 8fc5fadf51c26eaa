package org.opennms.plugins.trunkline.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Traffic;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * Interfaces of one device that are polled together.
 *
 * @param key what tells the group from others
 * @param members at least one
 */
record PollGroup(Key key, List<WatchedInterface> members) {
  /**
   * Which device is asked for what, and how often.
   *
   * @param node the device
   * @param interval between polls
   * @param wanted what is asked for
   */
  record Key(NodeKey node, Duration interval, CounterReader.Wanted wanted) {
    /**
     * How often a poll was due in a time, its end included. The times of a group lie at the same
     * place of every interval, which depends on the group alone: polls are spread, do not drift,
     * and fall on the same times after a restart.
     */
    long due(Instant after, Instant upTo) {
      return turn(upTo) - turn(after);
    }

    private long turn(Instant at) {
      long every = interval.toMillis();
      return Math.floorDiv(at.toEpochMilli() - Math.floorMod(mix(place()), every), every);
    }

    // The finalizer of SplitMix64 (Steele et al. 2014): hash codes of similar keys are similar.
    private static long mix(long value) {
      long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
      return mixed ^ (mixed >>> 31);
    }

    private int place() {
      return 31 * node.text().hashCode() + (wanted == CounterReader.Wanted.STATUS ? 1 : 0);
    }
  }

  /** Everything that is to be polled: counters where they are ours, else the status alone. */
  static List<PollGroup> plan(
      Collection<WatchedInterface> all, Traffic settings, boolean archive, Instant now) {
    Map<Key, List<WatchedInterface>> groups = new LinkedHashMap<>();
    for (WatchedInterface each : all) {
      boolean ours = each.source(settings, archive, now) == TrafficSource.DIRECT;
      Key key =
          new Key(
              each.known().key().node(),
              each.interval(settings),
              ours ? CounterReader.Wanted.COUNTERS : CounterReader.Wanted.STATUS);
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(each);
    }
    return groups.entrySet().stream().map(e -> new PollGroup(e.getKey(), e.getValue())).toList();
  }
}
