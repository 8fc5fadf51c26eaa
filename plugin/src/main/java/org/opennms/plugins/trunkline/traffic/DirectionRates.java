package org.opennms.plugins.trunkline.traffic;

import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.traffic.RateArithmetic.Speeds;

/**
 * The rates of one direction, and how far they can be believed.
 *
 * @param rates unknown unless the quality is good or wrap
 * @param quality good, wrap, reset or implausible
 */
record DirectionRates(TrafficRates rates, TrafficQuality quality) {
  /** Over the speed by so much is still possible: framing and clocks differ a little. */
  static final double OVER_SPEED = 1.05;

  private static final double RANGE_32 = 0x1p32;

  static DirectionRates received(
      CounterReading.Direction before,
      CounterReading.Direction after,
      double seconds,
      Speeds speeds) {
    double packets = counted(before.packets(), after.packets());
    double errors = counted(before.errors(), after.errors());
    double discards = counted(before.discards(), after.discards());
    PacketRatios ratios = PacketRatios.received(packets, errors, discards);
    return of(before, after, new Passed(seconds, packets, ratios), speeds);
  }

  static DirectionRates sent(
      CounterReading.Direction before,
      CounterReading.Direction after,
      double seconds,
      Speeds speeds) {
    double packets = counted(before.packets(), after.packets());
    double errors = counted(before.errors(), after.errors());
    double discards = counted(before.discards(), after.discards());
    PacketRatios ratios = PacketRatios.sent(packets, errors, discards);
    return of(before, after, new Passed(seconds, packets, ratios), speeds);
  }

  /** What passed, the octets left aside. */
  private record Passed(double seconds, double packets, PacketRatios ratios) {}

  private static DirectionRates of(
      CounterReading.Direction before,
      CounterReading.Direction after,
      Passed passed,
      Speeds speeds) {
    if (!before.octets().isComparable(after.octets())) {
      return new DirectionRates(rates(Double.NaN, passed, speeds), TrafficQuality.GOOD);
    }
    TrafficQuality quality = judge(before.octets(), after.octets(), passed.seconds(), speeds);
    double octets = before.octets().countedUntil(after.octets());
    return quality == TrafficQuality.GOOD || quality == TrafficQuality.WRAP
        ? new DirectionRates(rates(octets, passed, speeds), quality)
        : new DirectionRates(TrafficRates.UNKNOWN, quality);
  }

  private static TrafficQuality judge(
      Counter before, Counter after, double seconds, Speeds speeds) {
    double octets = before.countedUntil(after);
    double possible = speeds.possible() * OVER_SPEED * seconds / 8;
    boolean fell = before.fellTo(after);
    if (speeds.possible() <= 0) {
      // Without a speed, less than half of the range is a likelier wrap than a fall.
      boolean wraps = before.bits() == 32 && octets < RANGE_32 / 2;
      return !fell ? TrafficQuality.GOOD : wraps ? TrafficQuality.WRAP : TrafficQuality.RESET;
    }
    if (octets > possible) {
      return fell && before.bits() == 64 ? TrafficQuality.RESET : TrafficQuality.IMPLAUSIBLE;
    }
    if (before.bits() == 32 && possible >= RANGE_32 + octets) {
      // It may have gone through zero once more than can be seen.
      return TrafficQuality.IMPLAUSIBLE;
    }
    return fell ? TrafficQuality.WRAP : TrafficQuality.GOOD;
  }

  private static TrafficRates rates(double octets, Passed passed, Speeds speeds) {
    double bits = octets * 8 / passed.seconds();
    return new TrafficRates(
        bits,
        passed.packets() / passed.seconds(),
        passed.ratios().errorRatio(),
        passed.ratios().discardRatio(),
        speeds.capacity() > 0 ? bits / speeds.capacity() : Double.NaN);
  }

  // A 64-bit counter of packets that falls, or a 32-bit one that falls a little, was not counting.
  private static double counted(Counter before, Counter after) {
    if (!before.isComparable(after)) {
      return Double.NaN;
    }
    double counted = before.countedUntil(after);
    return before.fellTo(after) && counted >= RANGE_32 / 2 ? Double.NaN : counted;
  }
}
