package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.telemetry.Metric;
import org.opennms.plugins.trunkline.traffic.Counter;
import org.opennms.plugins.trunkline.traffic.CounterReading;

class MeasuredInterfacesTest {
  private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
  private static final KnownInterface PORT = SampleNetwork.all().get(0);
  private static final CounterReading.Direction IN =
      new CounterReading.Direction(
          Counter.of64(-1), Counter.of32(7), Counter.of32(2), Counter.ABSENT);
  private static final CounterReading READING =
      new CounterReading(
          AT,
          100,
          CounterReading.UNTOLD,
          IN,
          CounterReading.Direction.ABSENT,
          1_000_000_000L,
          AdminStatus.UP,
          OperStatus.UP);

  @Test
  void counters_are_told_as_the_agent_told_them_and_what_it_did_not_tell_is_left_out() {
    MeasuredInterfaces measured = new MeasuredInterfaces(key -> Optional.of(READING));

    assertThat(measured.latest(PORT.key()))
        .extracting(Metric::name, Metric::kind, Metric::number)
        .contains(
            tuple("ifHCInOctets", Metric.Kind.COUNTER, 0x1p64),
            tuple("ifHCInUcastPkts", Metric.Kind.COUNTER, 7.0),
            tuple("ifInErrors", Metric.Kind.COUNTER, 2.0),
            tuple("ifSpeed", Metric.Kind.GAUGE, 1e9));
    assertThat(measured.latest(PORT.key()))
        .extracting(Metric::name)
        .doesNotContain("ifInDiscards", "ifHCOutOctets");
  }

  @Test
  void rates_come_from_the_last_sample_of_either_source() {
    MeasuredInterfaces measured = new MeasuredInterfaces(key -> Optional.empty());
    measured.sample(PORT, sample(0.2, 0.5));
    measured.sample(PORT, sample(0.25, Double.NaN));

    assertThat(measured.latest(PORT.key()))
        .extracting(Metric::name, Metric::number)
        .contains(tuple("utilizationIn", 0.25), tuple("bitsPerSecondIn", 1e6));
    assertThat(measured.latest(PORT.key()))
        .extracting(Metric::name)
        .doesNotContain("utilizationOut");
  }

  @Test
  void the_busier_direction_is_the_load() {
    MeasuredInterfaces measured = new MeasuredInterfaces(key -> Optional.empty());

    assertThat(measured.utilization(PORT.key())).isEmpty();
    measured.sample(PORT, sample(Double.NaN, Double.NaN));
    assertThat(measured.utilization(PORT.key())).isEmpty();
    measured.sample(PORT, sample(0.25, 0.5));
    assertThat(measured.utilization(PORT.key())).hasValue(50);
  }

  private static TrafficSample sample(double in, double out) {
    return new TrafficSample(
        AT,
        AT.plusSeconds(300),
        new TrafficRates(1e6, 10, 0, 0, in),
        new TrafficRates(1e6, 10, 0, 0, out),
        AdminStatus.UP,
        OperStatus.UP,
        TrafficQuality.GOOD,
        false);
  }
}
