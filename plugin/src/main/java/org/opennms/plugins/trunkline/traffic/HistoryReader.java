package org.opennms.plugins.trunkline.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.RejectedExecutionException;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.traffic.MetricArchive.Answer;

/**
 * History from the host's archive, and where it has none, from the own ring. Up to a week ago and
 * before that are asked for apart, so that the last week comes as it was measured. Thread-safe.
 */
final class HistoryReader implements TrafficHistory {
  // A little less than the week that the host keeps unconsolidated.
  private static final Duration FINE = Duration.ofDays(7).minusHours(1);
  private static final int INTERFACES = 20;
  private static final int AHEAD = 4;

  private final MetricArchive archive;
  private final WatchList watched;
  private final InstantSource clock;
  private final Executor blocking;

  /**
   * Wires it.
   *
   * @param blocking runs questions for many interfaces beside each other
   */
  HistoryReader(MetricArchive archive, WatchList watched, InstantSource clock, Executor blocking) {
    this.archive = archive;
    this.watched = watched;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Override
  public Reading read(KnownInterface of, Instant from, Instant to) {
    return ask(List.of(of), from, to).get(of);
  }

  @Override
  public void readAll(List<KnownInterface> of, Instant from, Instant to, Receiver receiver) {
    CompletionService<Map<KnownInterface, Reading>> questions =
        new ExecutorCompletionService<>(blocking);
    int underWay = 0;
    for (List<KnownInterface> some : portions(of)) {
      if (!receiver.wantsMore()) {
        break;
      }
      if (!submitted(questions, some, from, to)) {
        ask(some, from, to).forEach(receiver::history);
      } else if (++underWay >= AHEAD) {
        handOver(questions, receiver);
        underWay--;
      }
    }
    for (; underWay > 0; underWay--) {
      handOver(questions, receiver);
    }
  }

  private boolean submitted(
      CompletionService<Map<KnownInterface, Reading>> questions,
      List<KnownInterface> some,
      Instant from,
      Instant to) {
    try {
      questions.submit(() -> ask(some, from, to));
      return true;
    } catch (RejectedExecutionException e) {
      // The archive's threads are busy: the caller's own does it.
      return false;
    }
  }

  private static void handOver(
      CompletionService<Map<KnownInterface, Reading>> questions, Receiver receiver) {
    try {
      questions.take().get().forEach(receiver::history);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while reading history", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading history failed", e.getCause());
    }
  }

  private static List<List<KnownInterface>> portions(List<KnownInterface> of) {
    Map<NodeKey, List<KnownInterface>> byNode = new LinkedHashMap<>();
    of.forEach(k -> byNode.computeIfAbsent(k.key().node(), n -> new ArrayList<>()).add(k));
    List<List<KnownInterface>> portions = new ArrayList<>();
    for (List<KnownInterface> node : byNode.values()) {
      for (int at = 0; at < node.size(); at += INTERFACES) {
        portions.add(node.subList(at, Math.min(node.size(), at + INTERFACES)));
      }
    }
    return portions;
  }

  /** Of one device. */
  private Map<KnownInterface, Reading> ask(List<KnownInterface> of, Instant from, Instant to) {
    Map<KnownInterface, List<TrafficSample>> found = new LinkedHashMap<>();
    Optional<String> problem =
        archive.isConfigured()
            ? Optional.empty()
            : Optional.of(
                "the host's archive is not used: the vault lacks the alias that host.credentials names");
    for (Instant[] piece : pieces(from, to)) {
      if (problem.isEmpty()) {
        problem = ask(of, piece[0], piece[1], found);
      }
    }
    Map<KnownInterface, Reading> readings = new LinkedHashMap<>();
    String why = problem.orElse("the host does not collect it");
    of.forEach(k -> readings.put(k, reading(k, Optional.ofNullable(found.get(k)), from, to, why)));
    return readings;
  }

  private List<Instant[]> pieces(Instant from, Instant to) {
    Instant border = clock.instant().minus(FINE);
    return from.isBefore(border) && border.isBefore(to)
        ? List.of(new Instant[] {from, border}, new Instant[] {border, to})
        : List.of(new Instant[][] {{from, to}});
  }

  private Optional<String> ask(
      List<KnownInterface> of,
      Instant from,
      Instant to,
      Map<KnownInterface, List<TrafficSample>> found) {
    Answer answer =
        archive.read(
            of.get(0).device(),
            of.stream().map(KnownInterface::networkInterface).toList(),
            from,
            to);
    if (answer instanceof Answer.Unavailable unavailable) {
      return Optional.of(unavailable.why());
    }
    Map<?, MetricArchive.Series> series = ((Answer.Stored) answer).series();
    for (KnownInterface known : of) {
      MetricArchive.Series stored = series.get(known.key());
      if (stored != null) {
        found
            .computeIfAbsent(known, k -> new ArrayList<>())
            .addAll(samples(known, stored, from, to));
      }
    }
    return Optional.empty();
  }

  private static List<TrafficSample> samples(
      KnownInterface of, MetricArchive.Series stored, Instant from, Instant to) {
    long speed = of.networkInterface().speed();
    long capacity = of.classification().contractBandwidth().orElse(speed);
    return ArchiveSamples.of(stored, from, speed, capacity).stream()
        .filter(sample -> !sample.end().isAfter(to))
        .toList();
  }

  private Reading reading(
      KnownInterface of,
      Optional<List<TrafficSample>> archived,
      Instant from,
      Instant to,
      String why) {
    List<TrafficSample> own =
        watched.get(of.key()).map(w -> w.ring().between(from, to)).orElse(List.of());
    if (archived.map(List::isEmpty).orElse(true)) {
      boolean nothing = archived.isEmpty() && own.isEmpty();
      return nothing ? new Reading.Absent(why) : new Reading.Samples(own);
    }
    return new Reading.Samples(archived.get());
  }
}
