package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.baseline.AnomalyEvent;
import org.opennms.plugins.trunkline.baseline.AnomalySink;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.Anomaly;

/**
 * What baselines find, as readings. An interface may deviate in both directions and in bits and
 * packets at once; the worst of these stands for all, so that there is one alert. For the one
 * thread of the baselines.
 */
public final class AnomalyReadings implements AnomalySink {
  private final Map<InterfaceKey, Map<Series, Anomaly>> episodes = new HashMap<>();
  private final Consumer<Reading> to;

  private record Series(Anomaly.Direction direction, Anomaly.Metric metric) {}

  /** Hands over to this, which must not wait. */
  public AnomalyReadings(Consumer<Reading> to) {
    this.to = to;
  }

  /** Whether an episode of the interface is under way. */
  boolean deviates(InterfaceKey key) {
    return episodes.containsKey(key);
  }

  @Override
  public void event(AnomalyEvent event) {
    if (event instanceof AnomalyEvent.Deviates begun) {
      episodes
          .computeIfAbsent(begun.of().key(), k -> new HashMap<>())
          .put(series(begun.anomaly()), begun.anomaly());
      tell(begun.of(), begun.at());
    } else if (event instanceof AnomalyEvent.Ended ended) {
      episodes.getOrDefault(ended.of().key(), new HashMap<>()).remove(series(ended.anomaly()));
      tell(ended.of(), ended.at());
    } else if (event instanceof AnomalyEvent.LevelShift shift
        && shift.metric() == Anomaly.Metric.BITS) {
      to.accept(
          new Reading.Compared(
              shift.of(), AlertKind.LEVEL_SHIFT, shift.at(), Optional.of(deviation(shift))));
    }
  }

  private void tell(KnownInterface of, Instant at) {
    Map<Series, Anomaly> now = episodes.getOrDefault(of.key(), Map.of());
    if (now.isEmpty()) {
      episodes.remove(of.key());
    }
    Optional<Deviation> worst =
        now.values().stream()
            .max(
                Comparator.comparing(Anomaly::severity)
                    .thenComparing(a -> a.metric() == Anomaly.Metric.BITS)
                    .thenComparing(a -> Math.abs(a.z())))
            .map(AnomalyReadings::deviation);
    to.accept(new Reading.Compared(of, AlertKind.ANOMALY, at, worst));
  }

  private static Series series(Anomaly anomaly) {
    return new Series(anomaly.direction(), anomaly.metric());
  }

  private static Deviation deviation(Anomaly a) {
    return new Deviation(
        word(a.direction()),
        a.rise(),
        AlertSeverity.valueOf(a.severity().name()),
        a.start(),
        a.value(),
        a.expected(),
        a.spread(),
        a.z(),
        a.confidence(),
        a.reasons());
  }

  // A shift is news, and is as bad as the operator's rule says.
  private static Deviation deviation(AnomalyEvent.LevelShift shift) {
    return new Deviation(
        word(shift.direction()),
        shift.now() > shift.before(),
        AlertSeverity.HIGH,
        shift.at(),
        shift.now(),
        shift.before(),
        0,
        0,
        shift.confidence(),
        List.of("it has lasted so long that it is the new normal"));
  }

  private static String word(Anomaly.Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }
}
