package org.opennms.plugins.trunkline.baseline;

import java.time.Instant;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.Anomaly;

/** What the baselines tell other parts. */
public sealed interface AnomalyEvent {
  /** Which interface, as the inventory knows it. */
  KnownInterface of();

  /** Of what time, that of the sample behind it. */
  Instant at();

  /**
   * An episode that is worth an alarm began, or got worse.
   *
   * @param anomaly as it is now
   */
  record Deviates(KnownInterface of, Instant at, Anomaly anomaly) implements AnomalyEvent {
    /** Rejects missing parts. */
    public Deviates {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(anomaly, "anomaly");
    }
  }

  /**
   * An episode is over, whether it was told or only listed.
   *
   * @param anomaly as it was at its worst, with its end
   */
  record Ended(KnownInterface of, Instant at, Anomaly anomaly) implements AnomalyEvent {
    /** Rejects missing parts. */
    public Ended {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(anomaly, "anomaly");
    }
  }

  /**
   * A deviation lasted so long that it is the new normal.
   *
   * @param direction received or sent
   * @param metric what shifted
   * @param before the old level, in the metric's unit
   * @param now the new level
   * @param confidence 0..1, in the baseline
   */
  record LevelShift(
      KnownInterface of,
      Instant at,
      Anomaly.Direction direction,
      Anomaly.Metric metric,
      double before,
      double now,
      double confidence)
      implements AnomalyEvent {
    /** Rejects missing parts. */
    public LevelShift {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(direction, "direction");
      Objects.requireNonNull(metric, "metric");
    }
  }
}
