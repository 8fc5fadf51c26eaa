package org.opennms.plugins.trunkline.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.opennms.plugins.trunkline.config.TrafficChoice;
import org.opennms.plugins.trunkline.config.TrunklineConfig.Traffic;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.NetworkInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.traffic.MetricArchive.Answer;
import org.opennms.plugins.trunkline.traffic.TrafficMeters.Event;

/**
 * Asks the host's archive for what it collected since the last time, device by device, spread over
 * the interval. What the host does not collect is asked for again now and then. {@link #tick} is
 * called by one thread at a time and does not block.
 */
final class ArchivePoller {
  private static final Duration RETRY = Duration.ofHours(1);
  private static final Duration LATE = Duration.ofMinutes(15);
  private static final int MOST_UNDER_WAY = 400;

  private final MetricArchive archive;
  private final SampleFlow flow;
  private final TrafficMeters meters;
  private final Executor blocking;
  private final Set<PollGroup.Key> underWay = ConcurrentHashMap.newKeySet();
  private volatile Map<PollGroup.Key, List<WatchedInterface>> plan = Map.of();
  private volatile Optional<Traffic> settings = Optional.empty();
  private volatile Optional<String> problem = Optional.empty();
  private Instant last;

  /**
   * Wires it.
   *
   * @param blocking runs questions; may refuse them, which costs a round
   */
  ArchivePoller(MetricArchive archive, SampleFlow flow, TrafficMeters meters, Executor blocking) {
    this.archive = archive;
    this.flow = flow;
    this.meters = meters;
    this.blocking = blocking;
  }

  /**
   * From now on the host is asked for these: for each at least once, so that the last day is known,
   * and again and again for those that come from the host.
   */
  void plan(Iterable<WatchedInterface> all, Traffic now) {
    settings = Optional.of(now);
    Map<NodeKey, List<WatchedInterface>> byNode = new TreeMap<>();
    for (WatchedInterface each : all) {
      if (now.choice() != TrafficChoice.DIRECT) {
        byNode.computeIfAbsent(each.known().key().node(), n -> new ArrayList<>()).add(each);
      }
    }
    Map<PollGroup.Key, List<WatchedInterface>> keyed = new ConcurrentHashMap<>();
    byNode.forEach(
        (node, members) ->
            keyed.put(
                new PollGroup.Key(node, now.interval(), CounterReader.Wanted.COUNTERS), members));
    plan = keyed;
  }

  /** Why the host cannot be asked at present; empty when it can, or is not to be. */
  Optional<String> problem() {
    return problem;
  }

  /** Asks for the devices whose turn came since the last call; at the first call for all. */
  void tick(Instant now) {
    Instant since = last == null || now.isBefore(last) ? now : last;
    last = now;
    plan.forEach(
        (key, members) -> {
          boolean fresh = members.stream().anyMatch(each -> each.asked().equals(Instant.EPOCH));
          if (fresh || key.due(since, now) > 0) {
            start(key, members, now);
          }
        });
  }

  boolean isQuiet() {
    return underWay.isEmpty();
  }

  private void start(PollGroup.Key key, List<WatchedInterface> members, Instant now) {
    List<WatchedInterface> due = members.stream().filter(each -> isDue(each, key, now)).toList();
    if (due.isEmpty() || underWay.size() >= MOST_UNDER_WAY || !underWay.add(key)) {
      return;
    }
    try {
      blocking.execute(() -> ask(key, due, now));
      due.forEach(each -> each.asked(now));
    } catch (RejectedExecutionException e) {
      underWay.remove(key);
      meters.count(Event.OVERLOAD);
    }
  }

  private boolean isDue(WatchedInterface each, PollGroup.Key key, Instant now) {
    boolean never = each.asked().equals(Instant.EPOCH);
    if (!never && !comesFromHost(each)) {
      return false;
    }
    boolean collected = each.archivedUpTo().isAfter(now.minus(key.interval()).minus(RETRY));
    return never || collected || !each.asked().plus(RETRY).isAfter(now);
  }

  private boolean comesFromHost(WatchedInterface each) {
    return settings.map(each::wantsArchive).orElse(false);
  }

  private void ask(PollGroup.Key key, List<WatchedInterface> due, Instant now) {
    try {
      Instant day = now.minus(SampleRing.SPAN);
      Instant from =
          due.stream()
              .map(each -> each.archivedUpTo().isAfter(day) ? each.archivedUpTo() : day)
              .min(Instant::compareTo)
              .orElse(day);
      List<NetworkInterface> of =
          due.stream().map(each -> each.known().networkInterface()).toList();
      meters.count(Event.ARCHIVE_READ);
      Answer answer = archive.read(due.get(0).known().device(), of, from, now);
      flow.execute(() -> take(due, answer, now));
    } finally {
      underWay.remove(key);
    }
  }

  private void take(List<WatchedInterface> due, Answer answer, Instant now) {
    if (answer instanceof Answer.Unavailable unavailable) {
      meters.count(Event.ARCHIVE_FAILED);
      problem = Optional.of(unavailable.why());
      return;
    }
    problem = Optional.empty();
    Map<InterfaceKey, MetricArchive.Series> series = ((Answer.Stored) answer).series();
    for (WatchedInterface each : due) {
      MetricArchive.Series stored = series.get(each.known().key());
      if (stored != null) {
        take(each, stored, now);
      }
    }
  }

  private void take(WatchedInterface of, MetricArchive.Series stored, Instant now) {
    long speed = of.known().networkInterface().speed();
    long capacity = of.contract() > 0 ? of.contract() : speed;
    for (TrafficSample sample : ArchiveSamples.of(stored, of.archivedUpTo(), speed, capacity)) {
      of.archivedUpTo(sample.end());
      if (sample.end().isBefore(now.minus(LATE)) || !comesFromHost(of)) {
        // History at the start: for the summary of the day, no news to anybody.
        of.ring().add(sample);
      } else if (sample.end().isAfter(of.delivered())) {
        of.track().restart();
        flow.sample(of, withStatus(sample, of.status(), now));
      }
    }
  }

  // The archive tells no status; the one we asked the device for is no older than an interval.
  private static TrafficSample withStatus(
      TrafficSample sample, Optional<LinkStatus> status, Instant now) {
    Optional<LinkStatus> young = status.filter(s -> s.at().isAfter(now.minus(LATE)));
    return new TrafficSample(
        sample.start(),
        sample.end(),
        sample.in(),
        sample.out(),
        young.map(LinkStatus::adminStatus).orElse(AdminStatus.UNKNOWN),
        young.map(LinkStatus::operStatus).orElse(OperStatus.UNTOLD),
        sample.quality(),
        sample.consolidated());
  }
}
