package org.opennms.plugins.trunkline.baseline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.operations.WeekBaseline;
import org.opennms.plugins.trunkline.traffic.Ports;
import org.opennms.plugins.trunkline.traffic.TrafficHistory;

/** One port, or a few, with invented traffic, a history and a store in memory. */
abstract class BaselineScenes {
  static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  static final int STEP = 300;
  static final KnownInterface PORT = Ports.port(Ports.device(1, Optional.empty()), 1, true);

  final Map<String, String> documents = new ConcurrentSkipListMap<>();
  final List<AnomalyEvent> events = new ArrayList<>();
  final List<TrafficSample> history = new ArrayList<>();
  final Random random = new Random(7);
  List<KnownInterface> there = List.of(PORT);
  Instant now = START;
  RoleLimits limits = RoleLimits.STANDARD;
  PlannedCalendar calendar = PlannedCalendar.EMPTY;
  Duration calm = Duration.ofMinutes(30);
  BaselinePart part = part();

  @AfterEach
  void close() {
    part.close();
  }

  AnomalyEvent first(Class<?> type) {
    return events.stream().filter(type::isInstance).findFirst().orElseThrow();
  }

  WeekBaseline week() {
    return part.desk().weeks("sw1", "Gi0/1").get(0);
  }

  void pass(int days) {
    live(days * 288, 1);
  }

  void live(int samples, double factor) {
    for (int i = 0; i < samples; i++) {
      now = now.plusSeconds(STEP);
      TrafficSample sample = sample(now, noisy(factor * usual(now)), TrafficQuality.GOOD);
      history.add(sample);
      part.samples().sample(PORT, sample);
    }
  }

  // Three more ports are as busy as the first.
  void pass(int days, int ports) {
    for (int i = 0; i < days * 288; i++) {
      now = now.plusSeconds(STEP);
      for (int port = 1; port <= ports; port++) {
        take(port, noisy(usual(now)));
      }
    }
  }

  void live(int samples, double factor, int port) {
    for (int i = 0; i < samples; i++) {
      now = now.plusSeconds(STEP);
      take(port, noisy(factor * usual(now)));
    }
  }

  void take(int port, double bits) {
    part.samples()
        .sample(Ports.port(PORT.device(), port, true), sample(now, bits, TrafficQuality.GOOD));
  }

  void silence(int samples) {
    for (int i = 0; i < samples; i++) {
      now = now.plusSeconds(STEP);
      part.samples()
          .sample(PORT, sample(now, 0, i < 2 ? TrafficQuality.GOOD : TrafficQuality.STUCK));
    }
  }

  static PlannedCalendar work(Instant from, Instant to) {
    return new PlannedCalendar(
        List.of(
            new PlannedTime(
                PlannedTime.Kind.EXCLUSION,
                LocalDateTime.ofInstant(from, ZoneOffset.UTC),
                Duration.between(from, to),
                Optional.of(ZoneOffset.UTC),
                PlannedTime.Rule.ONCE,
                Set.of(),
                Set.of())));
  }

  static double usual(Instant at) {
    double hour = (at.getEpochSecond() % 86_400) / 3600.0;
    return 4e8 * (1.2 + Math.sin((hour - 9) / 24 * 2 * Math.PI));
  }

  double noisy(double value) {
    return value * (1 + 0.05 * random.nextGaussian());
  }

  static TrafficSample sample(Instant end, double bits, TrafficQuality quality) {
    TrafficRates rates = new TrafficRates(bits, Double.NaN, 0, 0, 0.4);
    return new TrafficSample(
        end.minusSeconds(STEP), end, rates, rates, AdminStatus.UP, OperStatus.UP, quality, false);
  }

  static TrafficSample sampleOf(Instant start, Instant end, double bits, boolean mean) {
    TrafficRates rates = new TrafficRates(bits, Double.NaN, 0, 0, 0.4);
    return new TrafficSample(
        start, end, rates, rates, AdminStatus.UP, OperStatus.UP, TrafficQuality.GOOD, mean);
  }

  StateStore store(String context) {
    return new Kept.Store(documents, context + "/");
  }

  BaselinePart part() {
    BaselinePart made =
        new BaselinePart(
            new BaselinePart.Needs(new OnePort(), () -> new Kept(history), this::store),
            () ->
                new BaselineSettings(
                    5, Duration.ofDays(14), calm, ZoneOffset.UTC, limits, calendar),
            () -> now,
            task -> {
              Thread thread = new Thread(task, "test-baseline");
              thread.setDaemon(true);
              return thread;
            });
    made.addSink(events::add);
    return made;
  }

  /** The interfaces that there are: one, as a rule. */
  private final class OnePort implements InterfaceDirectory {
    @Override
    public List<KnownInterface> find(InterfaceFilter filter) {
      return there;
    }

    @Override
    public Optional<KnownInterface> get(String node, String name) {
      return IntStream.rangeClosed(1, 5)
          .mapToObj(i -> Ports.port(PORT.device(), i, true))
          .filter(p -> p.device().label().equals(node) && p.key().name().equals(name))
          .findFirst();
    }

    @Override
    public List<String> nodeLabels() {
      return List.of(PORT.device().label());
    }

    @Override
    public Summary summary() {
      throw new UnsupportedOperationException();
    }
  }

  /** A history of what a test has seen, and a store in memory. */
  private record Kept(List<TrafficSample> samples) implements TrafficHistory {
    @Override
    public Reading read(KnownInterface of, Instant from, Instant to) {
      return new Reading.Samples(
          samples.stream()
              .filter(s -> !s.end().isBefore(from) && s.end().isBefore(to.plusSeconds(1)))
              .toList());
    }

    @Override
    public void readAll(
        List<KnownInterface> of, Instant from, Instant to, TrafficHistory.Receiver receiver) {
      of.forEach(i -> receiver.history(i, read(i, from, to)));
    }

    /** One context of it; answers in PostgreSQL's way of writing. */
    private record Store(Map<String, String> documents, String context) implements StateStore {
      @Override
      public Map<String, String> all() {
        return documents.entrySet().stream()
            .filter(e -> e.getKey().startsWith(context))
            .collect(
                Collectors.toMap(
                    e -> e.getKey().substring(context.length()), e -> spaced(e.getValue())));
      }

      private static String spaced(String json) {
        return json.replace("\":", "\": ").replace(",\"", ", \"");
      }

      @Override
      public void put(String key, String json) {
        documents.put(context + key, json);
      }

      @Override
      public void delete(String key) {
        documents.remove(context + key);
      }
    }
  }
}
