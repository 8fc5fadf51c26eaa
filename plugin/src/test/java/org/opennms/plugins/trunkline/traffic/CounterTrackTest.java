package org.opennms.plugins.trunkline.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.opennms.plugins.trunkline.traffic.Readings.octets64;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficSample;

class CounterTrackTest {
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final RateArithmetic.Terms TERMS = new RateArithmetic.Terms(INTERVAL, 0);

  private final CounterTrack track = new CounterTrack();
  private Readings now = Readings.start().counters(octets64(0), octets64(0));
  private long octets;

  @Test
  void the_first_reading_gives_no_sample() {
    assertThat(track.last()).isEmpty();
    assertThat(poll(0)).isEmpty();
    assertThat(track.last()).isPresent();
  }

  @Test
  void counters_that_stand_still_on_a_busy_interface_are_stuck_from_the_second_time_on() {
    busy();
    assertThat(poll(0)).get().extracting(TrafficSample::quality).isEqualTo(TrafficQuality.GOOD);
    assertThat(poll(0)).get().extracting(TrafficSample::quality).isEqualTo(TrafficQuality.STUCK);
    assertThat(poll(0)).get().extracting(TrafficSample::quality).isEqualTo(TrafficQuality.STUCK);
    assertThat(poll(9_000_000))
        .get()
        .extracting(TrafficSample::quality)
        .isEqualTo(TrafficQuality.GOOD);
  }

  @Test
  void an_interface_that_is_down_is_not_stuck() {
    busy();
    now = now.oper(OperStatus.DOWN);
    assertThat(poll(0)).get().extracting(TrafficSample::quality).isEqualTo(TrafficQuality.GOOD);
    assertThat(poll(0)).get().extracting(TrafficSample::quality).isEqualTo(TrafficQuality.GOOD);
    assertThat(poll(0)).get().extracting(TrafficSample::quality).isEqualTo(TrafficQuality.GOOD);
  }

  @Test
  void an_interface_that_was_never_busy_is_not_stuck() {
    for (int i = 0; i < 10; i++) {
      assertThat(poll(0).map(TrafficSample::quality))
          .isNotEqualTo(Optional.of(TrafficQuality.STUCK));
    }
  }

  @Test
  void a_duplicate_keeps_the_base() {
    poll(0);
    Readings duplicate = now.after(Duration.ofSeconds(1));
    assertThat(track.next(duplicate.reading(), TERMS)).isEmpty();
    assertThat(poll(37_500)).get().extracting(TrafficSample::step).isEqualTo(INTERVAL);
  }

  @Test
  void after_a_reset_the_next_interval_is_measured_again() {
    busy();
    octets = 0;
    now = now.after(INTERVAL).uptime(100).counters(octets64(0), octets64(0));
    assertThat(track.next(now.reading(), TERMS))
        .get()
        .extracting(TrafficSample::quality)
        .isEqualTo(TrafficQuality.RESET);
    assertThat(poll(37_500)).get().extracting(s -> s.in().bitsPerSecond()).isEqualTo(1_000.0);
  }

  private void busy() {
    for (int i = 0; i < 20; i++) {
      poll(9_000_000);
    }
  }

  private Optional<TrafficSample> poll(long passed) {
    octets += passed;
    now = now.after(INTERVAL).counters(octets64(octets), octets64(octets));
    return track.next(now.reading(), TERMS);
  }
}
