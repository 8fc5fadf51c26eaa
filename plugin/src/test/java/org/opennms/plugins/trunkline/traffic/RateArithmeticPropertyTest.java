package org.opennms.plugins.trunkline.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.traffic.RateArithmetic.Outcome;
import org.opennms.plugins.trunkline.traffic.RateArithmetic.Terms;

/** What holds for all counters. */
class RateArithmeticPropertyTest {
  private static final Instant START = Readings.START;

  @Property
  void a_steady_rate_is_found_wherever_the_counter_stands(
      @ForAll long octets,
      @ForAll @DoubleRange(min = 0, max = 1) double load,
      @ForAll @LongRange(min = 0, max = 0xffff_ffffL) long uptime,
      @ForAll @IntRange(min = 30, max = 3600) int seconds) {
    long passed = (long) (load * Readings.GIGABIT / 8 * seconds);
    CounterReading before = reading(START, uptime, Counter.of64(octets));
    CounterReading after =
        reading(
            START.plusSeconds(seconds),
            (uptime + seconds * 100L) % (1L << 32),
            Counter.of64(octets + passed));
    TrafficSample sample = sampled(before, after, Duration.ofSeconds(seconds));
    assertThat(sample.in().bitsPerSecond())
        .isCloseTo(passed * 8.0 / seconds, within(1e-9 * Readings.GIGABIT));
    assertThat(sample.quality().isTrusted()).isTrue();
  }

  @Property
  void a_32_bit_counter_gives_the_same_rate_as_its_64_bit_one_where_the_speed_lets_it(
      @ForAll @LongRange(min = 0, max = 0xffff_ffffL) long octets,
      @ForAll @DoubleRange(min = 0, max = 1) double load,
      @ForAll @IntRange(min = 5, max = 30) int seconds) {
    long passed = (long) (load * Readings.GIGABIT / 8 * seconds);
    CounterReading before = reading(START, 0, Counter.of32(octets));
    CounterReading after =
        reading(
            START.plusSeconds(seconds),
            seconds * 100L,
            Counter.of32((octets + passed) & 0xffff_ffffL));
    TrafficSample sample = sampled(before, after, Duration.ofSeconds(seconds));
    assertThat(sample.in().bitsPerSecond()).isCloseTo(passed * 8.0 / seconds, within(1e-6));
  }

  @Property(tries = 5000)
  void whatever_is_read_rates_are_never_negative_nor_beyond_the_link_and_time_goes_forward(
      @ForAll long before,
      @ForAll long after,
      @ForAll @LongRange(min = -1, max = 0xffff_ffffL) long uptimeBefore,
      @ForAll @LongRange(min = -1, max = 0xffff_ffffL) long uptimeAfter,
      @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long millis,
      @ForAll boolean narrow) {
    Outcome outcome =
        RateArithmetic.compare(
            reading(START, uptimeBefore, counter(before, narrow)),
            reading(START.plusMillis(millis), uptimeAfter, counter(after, narrow)),
            new Terms(Duration.ofMinutes(5), 0));
    if (outcome instanceof Outcome.Sampled sampled) {
      TrafficSample sample = sampled.sample();
      assertThat(sample.start()).isBefore(sample.end());
      assertThat(sample.in().bitsPerSecond())
          .satisfiesAnyOf(
              rate -> assertThat(rate).isNaN(),
              rate -> assertThat(rate).isBetween(0.0, 1.05 * Readings.GIGABIT));
    }
  }

  @Property
  void missed_and_repeated_polls_lose_no_octet(
      @ForAll @IntRange(min = 1, max = 20) int polls, @ForAll int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    CounterTrack track = new CounterTrack();
    Terms terms = new Terms(Duration.ofMinutes(5), 0);
    long octets = random.nextLong();
    long first = octets;
    Instant at = START;
    double counted = 0;
    boolean more = track.next(reading(at, 0, Counter.of64(octets)), terms).isPresent();
    assertThat(more).isFalse();
    for (int poll = 0; poll < polls; poll++) {
      int missed = random.nextInt(3);
      at = at.plusSeconds(300L * (1 + missed));
      octets += random.nextLong(30_000_000_000L);
      CounterReading reading =
          reading(at, Duration.between(START, at).toMillis() / 10, Counter.of64(octets));
      Optional<TrafficSample> sample = track.next(reading, terms);
      assertThat(track.next(reading, terms)).isEmpty();
      counted += sample.orElseThrow().in().bitsPerSecond() / 8 * sample.get().step().toSeconds();
      assertThat(sample.get().quality())
          .isEqualTo(missed > 0 ? TrafficQuality.GAP : TrafficQuality.GOOD);
    }
    assertThat(counted).isCloseTo((double) (octets - first), within(1.0 * polls));
  }

  private static Counter counter(long value, boolean narrow) {
    return narrow ? Counter.of32(value & 0xffff_ffffL) : Counter.of64(value);
  }

  private static CounterReading reading(Instant at, long uptime, Counter octets) {
    CounterReading.Direction direction =
        new CounterReading.Direction(octets, Counter.ABSENT, Counter.ABSENT, Counter.ABSENT);
    return new CounterReading(
        at,
        uptime,
        CounterReading.UNTOLD,
        direction,
        CounterReading.Direction.ABSENT,
        Readings.GIGABIT,
        AdminStatus.UP,
        OperStatus.UP);
  }

  private static TrafficSample sampled(
      CounterReading before, CounterReading after, Duration interval) {
    return ((Outcome.Sampled) RateArithmetic.compare(before, after, new Terms(interval, 0)))
        .sample();
  }
}
