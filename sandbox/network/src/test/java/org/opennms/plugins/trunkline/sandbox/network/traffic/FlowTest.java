package org.opennms.plugins.trunkline.sandbox.network.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class FlowTest {
  private static final long MONDAY = Instant.parse("2026-11-16T00:00:00Z").toEpochMilli();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long WEEK = Duration.ofDays(7).toMillis();

  private static RhythmicFlow flow(WeeklyProfile profile, double bitsPerSecond, int seed) {
    return new RhythmicFlow(profile, bitsPerSecond, 500, 0, seed);
  }

  @Property
  void octets_never_decrease(
      @ForAll WeeklyProfile profile,
      @ForAll int seed,
      @ForAll @LongRange(min = 0, max = 100L * 7 * 86_400_000) long after,
      @ForAll @IntRange(min = 1, max = 10_000) int step,
      @ForAll @DoubleRange(min = 0, max = 1e11) double bitsPerSecond) {
    RhythmicFlow flow = flow(profile, bitsPerSecond, seed);

    assertThat(flow.octets(Flow.ORIGIN + after + step))
        .isGreaterThanOrEqualTo(flow.octets(Flow.ORIGIN + after));
  }

  @Property
  void reads_of_parts_add_up_to_the_read_of_the_whole(
      @ForAll WeeklyProfile profile,
      @ForAll int seed,
      @ForAll @IntRange(min = 1, max = 600_000) int first,
      @ForAll @IntRange(min = 1, max = 600_000) int second) {
    RhythmicFlow flow = flow(profile, 1e9, seed);
    double whole = flow.bitsPerSecond(MONDAY, MONDAY + first + second) * (first + second);
    double parts =
        flow.bitsPerSecond(MONDAY, MONDAY + first) * first
            + flow.bitsPerSecond(MONDAY + first, MONDAY + first + second) * second;

    assertThat(parts).isCloseTo(whole, within(whole * 1e-6 + 1e6));
  }

  @Test
  void the_mean_over_weeks_is_the_mean_that_was_asked_for() {
    for (WeeklyProfile profile : WeeklyProfile.values()) {
      double mean = flow(profile, 5e8, 9).bitsPerSecond(MONDAY, MONDAY + 8 * WEEK);

      assertThat(mean).as(profile.name()).isCloseTo(5e8, within(5e6));
    }
  }

  @Test
  void offices_are_busy_on_monday_noon_and_quiet_on_sunday_night() {
    RhythmicFlow flow = flow(WeeklyProfile.OFFICE, 1e9, 4);
    double noon = flow.bitsPerSecond(MONDAY + 10 * HOUR, MONDAY + 12 * HOUR);
    double night = flow.bitsPerSecond(MONDAY + 146 * HOUR, MONDAY + 148 * HOUR);

    assertThat(noon).isGreaterThan(5 * night);
  }

  @Test
  void the_rhythm_follows_the_local_time_of_the_place() {
    RhythmicFlow tokyo = new RhythmicFlow(WeeklyProfile.OFFICE, 1e9, 500, 9, 4);
    double tokyoMorning = tokyo.bitsPerSecond(MONDAY + HOUR, MONDAY + 3 * HOUR);
    double tokyoNight = tokyo.bitsPerSecond(MONDAY + 16 * HOUR, MONDAY + 18 * HOUR);

    assertThat(tokyoMorning).isGreaterThan(4 * tokyoNight);
  }

  @Test
  void traffic_is_uneven_but_within_its_bounds() {
    RhythmicFlow flow = flow(WeeklyProfile.STEADY, 1e9, 11);
    double lowest = Double.MAX_VALUE;
    double highest = 0;
    for (int minute = 0; minute < 10_000; minute++) {
      long from = MONDAY + minute * 60_000L;
      double rate = flow.bitsPerSecond(from, from + 60_000);
      lowest = Math.min(lowest, rate);
      highest = Math.max(highest, rate);
    }

    assertThat(lowest).isBetween(0.59e9, 0.9e9);
    assertThat(highest).isBetween(1.1e9, 1.41e9);
  }

  @Test
  void a_load_is_constant_and_begins_where_the_counter_stood() {
    RhythmicFlow flow = flow(WeeklyProfile.OFFICE, 1e8, 3);
    long before = flow.octets(MONDAY);
    flow.hold(9.5e8, MONDAY, Long.MAX_VALUE);

    assertThat(flow.octets(MONDAY)).isEqualTo(before);
    assertThat(flow.bitsPerSecond(MONDAY + 60_000, MONDAY + 120_000)).isCloseTo(9.5e8, within(1e3));
  }

  @Test
  void a_spike_ends_by_itself_and_the_usual_rate_returns() {
    RhythmicFlow flow = flow(WeeklyProfile.OFFICE, 1e8, 3);
    RhythmicFlow usual = flow(WeeklyProfile.OFFICE, 1e8, 3);
    flow.scale(8, MONDAY, MONDAY + 60_000);

    assertThat(flow.bitsPerSecond(MONDAY, MONDAY + 60_000))
        .isCloseTo(8 * usual.bitsPerSecond(MONDAY, MONDAY + 60_000), within(1e3));
    assertThat(flow.bitsPerSecond(MONDAY + 60_000, MONDAY + 120_000))
        .isCloseTo(usual.bitsPerSecond(MONDAY + 60_000, MONDAY + 120_000), within(1e3));
  }

  @Property(tries = 200)
  void no_sequence_of_faults_makes_a_counter_fall(
      @ForAll List<@IntRange(min = 0, max = 3) Integer> faults) {
    RhythmicFlow flow = flow(WeeklyProfile.EVENING, 1e9, 5);
    long now = MONDAY;
    long last = flow.octets(now);
    for (int fault : faults) {
      switch (fault) {
        case 0 -> flow.scale(0, now, Long.MAX_VALUE);
        case 1 -> flow.scale(1, now, Long.MAX_VALUE);
        case 2 -> flow.scale(5, now, now + 30_000);
        default -> flow.hold(3e9, now, now + 90_000);
      }
      for (int second = 0; second < 100; second += 7) {
        now += 7_000;
        assertThat(flow.octets(now)).isGreaterThanOrEqualTo(last);
        last = flow.octets(now);
      }
    }
  }

  @Test
  void a_bundle_carries_what_its_members_carry() {
    RhythmicFlow one = flow(WeeklyProfile.OFFICE, 1e8, 1);
    RhythmicFlow two = flow(WeeklyProfile.OFFICE, 2e8, 2);
    BundledFlow bundle = new BundledFlow(List.of(one, two));
    bundle.hold(6e8, MONDAY, Long.MAX_VALUE);

    assertThat(bundle.octets(MONDAY + HOUR))
        .isEqualTo(one.octets(MONDAY + HOUR) + two.octets(MONDAY + HOUR));
    assertThat(one.bitsPerSecond(MONDAY, MONDAY + HOUR)).isCloseTo(3e8, within(1e3));
  }
}
