package org.opennms.plugins.trunkline.traffic;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.TrafficDesk;
import org.opennms.plugins.trunkline.operations.TrafficSummary;

/** Sums up the last 24 hours. Thread-safe. */
final class DayDesk implements TrafficDesk {
  private static final Comparator<TrafficSummary> BUSIEST =
      Comparator.comparingDouble(TrafficSummary::busyMbps)
          .reversed()
          .thenComparing(summary -> summary.of().key());

  private final WatchList watched;
  private final InterfaceDirectory directory;
  private final Function<WatchedInterface, TrafficSource> source;
  private final InstantSource clock;
  private volatile List<TrafficSummary> summaries = List.of();

  DayDesk(
      WatchList watched,
      InterfaceDirectory directory,
      Function<WatchedInterface, TrafficSource> source,
      InstantSource clock) {
    this.watched = watched;
    this.directory = directory;
    this.source = source;
    this.clock = clock;
  }

  /** Sums up anew. */
  void refresh() {
    Instant now = clock.instant();
    List<TrafficSummary> all = new ArrayList<>();
    watched.all().forEach(each -> all.add(summary(each, now)));
    all.sort(BUSIEST);
    summaries = List.copyOf(all);
  }

  @Override
  public List<TrafficSummary> summaries() {
    return summaries;
  }

  @Override
  public Optional<Day> day(String node, String name) {
    Instant now = clock.instant();
    return directory
        .get(node, name)
        .flatMap(known -> watched.get(known.key()))
        .map(
            each ->
                new Day(summary(each, now), each.ring().between(now.minus(SampleRing.SPAN), now)));
  }

  private TrafficSummary summary(WatchedInterface of, Instant now) {
    Instant from = now.minus(SampleRing.SPAN);
    DaySum sum = new DaySum();
    of.ring().visit(from, now, sum);
    return new TrafficSummary(
        of.known(),
        source.apply(of).name().toLowerCase(Locale.ROOT),
        from,
        now,
        sum.coverage(SampleRing.SPAN.toSeconds()),
        sum.in(),
        sum.out(),
        of.status());
  }
}
