package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UptimeTest {
  private static final Instant T0 = Instant.parse("2026-03-02T08:00:00Z");
  private static final long WRAP = 1L << 32;
  private static final long WRAP_HOURS = WRAP / 360_000;

  @ParameterizedTest
  @CsvSource({
    // up before, time between the looks, up now, restarted
    "PT100H, PT1H,    PT101H,   false",
    "PT100H, PT1H,    PT30M,    true",
    "PT100H, PT1H,    PT0S,     true",
    "PT1H,   PT10H,   PT5H,     true",
    "PT10M,  PT1H,    PT55M,    true",
    "PT10M,  PT1H,    PT70M,    false",
    "PT10M,  PT1H,    PT59M30S, false",
    "PT100H, PT0S,    PT100H,   false",
    "PT100H, PT1000H, PT900H,   true"
  })
  void a_device_that_is_up_for_less_than_has_passed_restarted(
      Duration before, Duration between, Duration now, boolean restarted) {
    assertThat(restarted(before.toMillis() / 10, between, now.toMillis() / 10))
        .isEqualTo(restarted);
  }

  @Property
  void a_device_that_stays_up_never_restarts_also_across_the_wrap(
      @ForAll @LongRange(max = WRAP - 1) long before,
      @ForAll @LongRange(max = 24 * 360_000L) long elapsed) {
    assertThat(restarted(before, centis(elapsed), (before + elapsed) % WRAP)).isFalse();
  }

  @Property
  void drifting_clocks_are_borne(
      @ForAll @LongRange(max = WRAP - 1) long before,
      @ForAll @LongRange(max = 24 * 360_000L) long elapsed,
      @ForAll @IntRange(min = -40, max = 40) int ppm) {
    long counted = elapsed + elapsed * ppm / 1_000_000;
    assertThat(restarted(before, centis(elapsed), (before + counted) % WRAP)).isFalse();
  }

  @Property
  void a_restart_between_two_looks_is_seen(
      @ForAll @LongRange(min = 360_000, max = WRAP / 2) long before,
      @ForAll @LongRange(min = 60_000, max = 24 * 360_000L) long elapsed,
      @ForAll @LongRange(max = 24 * 360_000L) long now) {
    Assume.that(now < elapsed - 6_000 - elapsed / 1000);
    assertThat(restarted(before, centis(elapsed), now)).isTrue();
  }

  @Property
  void a_restart_just_before_the_wrap_is_no_wrap(
      @ForAll @LongRange(min = WRAP - 720_000, max = WRAP - 361_000) long before,
      @ForAll @LongRange(max = 100) long now) {
    assertThat(restarted(before, Duration.ofMinutes(20), now)).isTrue();
  }

  @Property
  void a_clock_that_is_set_back_makes_no_restart(
      @ForAll @LongRange(max = WRAP / 2) long before,
      @ForAll @LongRange(max = 360_000) long counted,
      @ForAll @IntRange(max = 10_000) int hoursBack) {
    assertThat(restarted(before, Duration.ofHours(-hoursBack), before + counted)).isFalse();
  }

  @Property
  void a_host_whose_clock_jumps_ahead_does_not_see_all_devices_restart(
      @ForAll @IntRange(min = 48, max = (int) WRAP_HOURS / 2) int hoursUp,
      @ForAll @IntRange(max = 47) int hoursAhead) {
    long before = hoursUp * 360_000L;
    assertThat(restarted(before, Duration.ofHours(hoursAhead), before + 360_000)).isFalse();
  }

  private static boolean restarted(long before, Duration between, long now) {
    return Uptime.restarted(Samples.fingerprint(before, T0), now, T0.plus(between).toEpochMilli());
  }

  private static Duration centis(long centis) {
    return Duration.ofMillis(centis * 10);
  }
}
