package org.opennms.plugins.trunkline.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;
import org.opennms.plugins.trunkline.traffic.MetricArchive.Metric;
import org.opennms.plugins.trunkline.traffic.MetricArchive.Series;

/** Makes samples of what the host has stored. Pure functions. */
final class ArchiveSamples {
  // The host collects every five minutes or more often; what is coarser was consolidated later.
  private static final long COARSEST_MEASURED_MILLIS = Duration.ofMinutes(15).toMillis();

  private ArchiveSamples() {}

  /**
   * The samples that end after an instant, in the order of time; steps without octets are left out.
   *
   * @param speed bit/s that bound what is plausible, 0 if not known
   * @param capacity bit/s that utilization relates to, 0 if not known
   */
  static List<TrafficSample> of(Series series, Instant after, long speed, long capacity) {
    List<TrafficSample> samples = new ArrayList<>(series.ends().length);
    for (int i = 0; i < series.ends().length; i++) {
      if (series.ends()[i] > after.toEpochMilli()) {
        TrafficRates in = received(series, i, capacity);
        TrafficRates out = sent(series, i, capacity);
        if (in.isKnown() || out.isKnown()) {
          samples.add(sample(series, i, in, out, speed));
        }
      }
    }
    return samples;
  }

  private static TrafficSample sample(
      Series series, int at, TrafficRates in, TrafficRates out, long speed) {
    double most = speed * DirectionRates.OVER_SPEED;
    boolean implausible = speed > 0 && (in.bitsPerSecond() > most || out.bitsPerSecond() > most);
    Instant end = Instant.ofEpochMilli(series.ends()[at]);
    return new TrafficSample(
        end.minusMillis(series.stepMillis()),
        end,
        implausible ? TrafficRates.UNKNOWN : in,
        implausible ? TrafficRates.UNKNOWN : out,
        AdminStatus.UNKNOWN,
        OperStatus.UNTOLD,
        implausible ? TrafficQuality.IMPLAUSIBLE : TrafficQuality.GOOD,
        series.stepMillis() > COARSEST_MEASURED_MILLIS);
  }

  private static TrafficRates received(Series series, int at, long capacity) {
    double packets = value(series, Metric.IN_PACKETS, at);
    double errors = value(series, Metric.IN_ERRORS, at);
    double discards = value(series, Metric.IN_DISCARDS, at);
    double octets = value(series, Metric.IN_OCTETS, at);
    return rates(octets, packets, PacketRatios.received(packets, errors, discards), capacity);
  }

  private static TrafficRates sent(Series series, int at, long capacity) {
    double packets = value(series, Metric.OUT_PACKETS, at);
    double errors = value(series, Metric.OUT_ERRORS, at);
    double discards = value(series, Metric.OUT_DISCARDS, at);
    double octets = value(series, Metric.OUT_OCTETS, at);
    return rates(octets, packets, PacketRatios.sent(packets, errors, discards), capacity);
  }

  private static TrafficRates rates(
      double octets, double packets, PacketRatios ratios, long capacity) {
    double bits = octets * 8;
    return new TrafficRates(
        bits,
        packets,
        ratios.errorRatio(),
        ratios.discardRatio(),
        capacity > 0 ? bits / capacity : Double.NaN);
  }

  private static double value(Series series, Metric metric, int at) {
    double[] column = series.values().get(metric);
    double value = column == null ? Double.NaN : column[at];
    return value >= 0 ? value : Double.NaN;
  }
}
