package org.opennms.plugins.trunkline.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;

/** Makes a sample of two readings of an interface's counters. Pure functions. */
public final class RateArithmetic {
  private static final int DUPLICATE_SHARE = 10;
  private static final double GAP_FACTOR = 1.5;

  private RateArithmetic() {}

  /**
   * How readings are to be compared.
   *
   * @param interval at which the interface is polled
   * @param capacity bit/s that utilization relates to where it is not the interface's speed, as a
   *     contract's; 0 for the speed
   */
  public record Terms(Duration interval, long capacity) {}

  /** What comes of two readings. */
  public sealed interface Outcome {
    /**
     * A sample; the later reading is the base of the next one.
     *
     * @param sample of the time between them
     */
    record Sampled(TrafficSample sample) implements Outcome {}

    /** The later one is no news: the earlier one stays the base. */
    record Duplicate() implements Outcome {}

    /** Nothing can be told of the time between them: the later one is the new base. */
    record Restart() implements Outcome {}
  }

  /** Compares two readings, the later one last as they came. */
  public static Outcome compare(CounterReading before, CounterReading after, Terms terms) {
    Elapsed elapsed = Elapsed.between(before, after);
    if (elapsed.kind() == Elapsed.Kind.UNKNOWN) {
      return before.at().equals(after.at()) ? new Outcome.Duplicate() : new Outcome.Restart();
    }
    if (elapsed.kind() == Elapsed.Kind.RESTARTED) {
      return without(TrafficQuality.RESET, wallOr(before, after, terms), after);
    }
    Duration time = elapsed.time();
    if (time.compareTo(terms.interval().dividedBy(DUPLICATE_SHARE)) < 0) {
      return new Outcome.Duplicate();
    }
    Instant start = after.at().minus(time);
    if (isDiscontinuous(before, after)) {
      return without(TrafficQuality.DISCONTINUITY, start, after);
    }
    if (allFell(before, after)) {
      return without(TrafficQuality.RESET, start, after);
    }
    return rated(before, after, terms, time);
  }

  private static Outcome rated(
      CounterReading before, CounterReading after, Terms terms, Duration time) {
    long speed = Math.max(before.speed(), after.speed());
    long capacity = terms.capacity() > 0 ? terms.capacity() : after.speed();
    double seconds = time.toMillis() / 1000.0;
    DirectionRates in =
        DirectionRates.received(before.in(), after.in(), seconds, new Speeds(speed, capacity));
    DirectionRates out =
        DirectionRates.sent(before.out(), after.out(), seconds, new Speeds(speed, capacity));
    Instant start = after.at().minus(time);
    TrafficQuality worst = in.quality().compareTo(out.quality()) > 0 ? in.quality() : out.quality();
    if (worst.compareTo(TrafficQuality.WRAP) > 0) {
      return without(worst, start, after);
    }
    boolean gap = seconds * 1000 > terms.interval().toMillis() * GAP_FACTOR;
    return new Outcome.Sampled(
        new TrafficSample(
            start,
            after.at(),
            in.rates(),
            out.rates(),
            after.adminStatus(),
            after.operStatus(),
            gap ? TrafficQuality.GAP : worst,
            false));
  }

  /** Speeds in bit/s: the highest that is possible, and what utilization relates to. */
  record Speeds(long possible, long capacity) {}

  private static boolean isDiscontinuous(CounterReading before, CounterReading after) {
    return before.tellsDiscontinuity()
        && after.tellsDiscontinuity()
        && before.discontinuityTime() != after.discontinuityTime();
  }

  // One counter that falls has wrapped; all of them at once have begun anew.
  private static boolean allFell(CounterReading before, CounterReading after) {
    int fallen = 0;
    for (Counter[] pair : pairs(before, after).toList()) {
      boolean idle = pair[0].value() == 0 && pair[1].value() == 0;
      if (pair[0].isComparable(pair[1]) && !idle) {
        if (!pair[0].fellTo(pair[1])) {
          return false;
        }
        fallen++;
      }
    }
    return fallen > 1;
  }

  private static Stream<Counter[]> pairs(CounterReading before, CounterReading after) {
    return Stream.concat(pairs(before.in(), after.in()), pairs(before.out(), after.out()));
  }

  private static Stream<Counter[]> pairs(
      CounterReading.Direction before, CounterReading.Direction after) {
    return Stream.of(
        new Counter[] {before.octets(), after.octets()},
        new Counter[] {before.packets(), after.packets()},
        new Counter[] {before.errors(), after.errors()},
        new Counter[] {before.discards(), after.discards()});
  }

  private static Instant wallOr(CounterReading before, CounterReading after, Terms terms) {
    return before.at().isBefore(after.at()) ? before.at() : after.at().minus(terms.interval());
  }

  private static Outcome without(TrafficQuality quality, Instant start, CounterReading after) {
    return new Outcome.Sampled(
        new TrafficSample(
            start,
            after.at(),
            TrafficRates.UNKNOWN,
            TrafficRates.UNKNOWN,
            after.adminStatus(),
            after.operStatus(),
            quality,
            false));
  }
}
