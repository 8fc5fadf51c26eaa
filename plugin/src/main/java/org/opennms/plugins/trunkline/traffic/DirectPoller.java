package org.opennms.plugins.trunkline.traffic;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.traffic.CounterReader.Wanted;
import org.opennms.plugins.trunkline.traffic.TrafficMeters.Event;

/**
 * Asks devices when their turn comes. A device that is still being asked, or one too many, loses
 * its round: nothing piles up. {@link #tick} is called by one thread at a time and does not block.
 */
final class DirectPoller {
  /** Devices that are asked at the same time. */
  static final int MOST_UNDER_WAY = 500;

  /** Between two calls to look at a device again: some never have what was found on them. */
  static final Duration LOOK_AGAIN = Duration.ofHours(1);

  private final CounterReader reader;
  private final SampleFlow flow;
  private final TrafficMeters meters;
  private final InstantSource clock;
  private final Consumer<Device> lookAgain;
  private final Map<NodeKey, Instant> looked = new ConcurrentHashMap<>();
  private final Set<PollGroup.Key> underWay = ConcurrentHashMap.newKeySet();
  private final Map<String, String> silent = new ConcurrentHashMap<>();
  private volatile List<PollGroup> plan = List.of();
  private Instant last;

  /**
   * Polls nothing before {@link #plan}.
   *
   * @param lookAgain is told of devices that have other interfaces than are known; must not wait
   */
  DirectPoller(
      CounterReader reader,
      SampleFlow flow,
      TrafficMeters meters,
      InstantSource clock,
      Consumer<Device> lookAgain) {
    this.lookAgain = lookAgain;
    this.reader = reader;
    this.flow = flow;
    this.meters = meters;
    this.clock = clock;
  }

  /** From now on this is polled. */
  void plan(List<PollGroup> groups) {
    plan = groups;
    Set<String> labels = ConcurrentHashMap.newKeySet();
    groups.forEach(group -> labels.add(label(group)));
    silent.keySet().retainAll(labels);
    looked.keySet().retainAll(groups.stream().map(g -> g.key().node()).collect(toSet()));
  }

  /** How many interfaces' counters are polled. */
  int polled() {
    return plan.stream()
        .filter(group -> group.key().wanted() == Wanted.COUNTERS)
        .mapToInt(group -> group.members().size())
        .sum();
  }

  /** Devices that did not answer last, by label, with the reason. */
  Map<String, String> silent() {
    return Map.copyOf(silent);
  }

  /** Asks the devices whose turn came since the last call. */
  void tick(Instant now) {
    Instant since = last == null || now.isBefore(last) ? now : last;
    last = now;
    for (PollGroup group : plan) {
      long due = group.key().due(since, now);
      if (due > 1) {
        meters.count(Event.MISSED, due - 1);
      }
      if (due > 0) {
        start(group);
      }
    }
  }

  boolean isQuiet() {
    return underWay.isEmpty();
  }

  private void start(PollGroup group) {
    if (underWay.size() >= MOST_UNDER_WAY) {
      meters.count(Event.OVERLOAD);
    } else if (!underWay.add(group.key())) {
      meters.count(Event.OVERRUN);
    } else {
      meters.count(Event.POLL);
      Device device = group.members().get(0).known().device();
      List<NetworkInterface> asked =
          group.members().stream().map(each -> each.known().networkInterface()).toList();
      var unused =
          reader
              .read(device, asked, group.key().wanted())
              .whenComplete((answer, fault) -> finished(group, answer));
    }
  }

  private void finished(PollGroup group, CounterReader.Answer answer) {
    if (answer != null) {
      flow.execute(() -> take(group, answer));
    }
    underWay.remove(group.key());
  }

  private void take(PollGroup group, CounterReader.Answer answer) {
    if (answer instanceof CounterReader.Answer.Told told) {
      silent.remove(label(group));
      meters.count(Event.STRANGER, told.strangers().size());
      group.members().forEach(each -> take(group, each, told));
      if (told.isOther()) {
        lookAgain(group.members().get(0).known().device());
      }
    } else {
      Instant at = clock.instant();
      meters.count(Event.SILENT);
      silent.put(label(group), ((CounterReader.Answer.Silent) answer).why());
      group.members().forEach(each -> missed(group, each, LinkStatus.silent(at)));
    }
  }

  private void lookAgain(Device device) {
    Instant now = clock.instant();
    Instant before = looked.get(device.key());
    if (before == null || !now.isBefore(before.plus(LOOK_AGAIN)) || now.isBefore(before)) {
      looked.put(device.key(), now);
      lookAgain.accept(device);
    }
  }

  private void take(PollGroup group, WatchedInterface of, CounterReader.Answer.Told told) {
    int ifIndex = of.known().networkInterface().ifIndex();
    CounterReading reading = told.readings().get(ifIndex);
    LinkStatus status = told.status(ifIndex, clock.instant());
    if (reading == null) {
      missed(group, of, status);
      return;
    }
    flow.status(of, status);
    if (group.key().wanted() == Wanted.COUNTERS) {
      of.reading(reading);
      Optional<TrafficSample> sample =
          of.track().next(reading, new RateArithmetic.Terms(group.key().interval(), of.contract()));
      sample.ifPresent(s -> flow.sample(of, s));
    }
  }

  private void missed(PollGroup group, WatchedInterface of, LinkStatus status) {
    Instant at = status.at();
    flow.status(of, status);
    if (group.key().wanted() == Wanted.COUNTERS) {
      flow.sample(
          of,
          new TrafficSample(
              at.minus(group.key().interval()),
              at,
              TrafficRates.UNKNOWN,
              TrafficRates.UNKNOWN,
              AdminStatus.UNKNOWN,
              OperStatus.UNTOLD,
              TrafficQuality.GAP,
              false));
    }
  }

  private static String label(PollGroup group) {
    return group.members().get(0).known().device().label();
  }
}
