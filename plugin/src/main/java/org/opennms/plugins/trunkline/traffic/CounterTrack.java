package org.opennms.plugins.trunkline.traffic;

import java.util.Optional;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficSample;

/**
 * Follows the counters of one interface from reading to reading. Beside comparing two of them it
 * notices counters that stand still. For one thread at a time.
 */
public final class CounterTrack {
  private static final double BUSY_BITS_PER_SECOND = 10_000;
  // Some agents renew their counters less often than they are asked: one standstill says nothing.
  private static final int STANDSTILLS = 2;
  private static final double FOLLOW = 0.1;

  private CounterReading base;
  private double usual;
  private int standstills;

  /** Takes a reading; empty for the first, for a duplicate, and when time cannot be told. */
  public Optional<TrafficSample> next(CounterReading reading, RateArithmetic.Terms terms) {
    CounterReading before = base;
    if (before == null) {
      base = reading;
      return Optional.empty();
    }
    RateArithmetic.Outcome outcome = RateArithmetic.compare(before, reading, terms);
    if (outcome instanceof RateArithmetic.Outcome.Duplicate) {
      return Optional.empty();
    }
    base = reading;
    return outcome instanceof RateArithmetic.Outcome.Sampled sampled
        ? Optional.of(watched(sampled.sample()))
        : Optional.empty();
  }

  /** Begins anew: another source has measured meanwhile. */
  public void restart() {
    base = null;
  }

  /** The last reading; empty before the first. */
  public Optional<CounterReading> last() {
    return Optional.ofNullable(base);
  }

  private TrafficSample watched(TrafficSample sample) {
    if (!sample.in().isKnown() || !sample.out().isKnown()) {
      return sample;
    }
    double bits = sample.in().bitsPerSecond() + sample.out().bitsPerSecond();
    boolean still = bits == 0 && sample.operStatus() == OperStatus.UP;
    standstills = still ? standstills + 1 : 0;
    if (!still) {
      usual += FOLLOW * (bits - usual);
    }
    return standstills >= STANDSTILLS && usual >= BUSY_BITS_PER_SECOND ? stuck(sample) : sample;
  }

  private static TrafficSample stuck(TrafficSample sample) {
    return new TrafficSample(
        sample.start(),
        sample.end(),
        sample.in(),
        sample.out(),
        sample.adminStatus(),
        sample.operStatus(),
        TrafficQuality.STUCK,
        false);
  }
}
