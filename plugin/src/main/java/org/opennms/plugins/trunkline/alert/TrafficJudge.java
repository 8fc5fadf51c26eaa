package org.opennms.plugins.trunkline.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.opennms.plugins.trunkline.alert.Finding.Verdict;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;

/** Compares what passed an interface with the thresholds; the worse direction counts. Stateless. */
final class TrafficJudge {
  private TrafficJudge() {}

  private record Share(String direction, double value) {}

  static List<Finding> findings(AlertRules rules, Reading.Traffic reading) {
    List<Finding> found = new ArrayList<>();
    if (reading.sample().quality().isTrusted()) {
      judge(rules, AlertKind.UTILIZATION, TrafficRates::utilization, reading, found);
      judge(rules, AlertKind.ERRORS, TrafficRates::errorRatio, reading, found);
      judge(rules, AlertKind.DISCARDS, TrafficRates::discardRatio, reading, found);
    }
    return found;
  }

  private static void judge(
      AlertRules rules,
      AlertKind kind,
      ToDoubleFunction<TrafficRates> share,
      Reading.Traffic reading,
      List<Finding> found) {
    for (AlertRule rule : rules.of(kind)) {
      if (Judge.applies(rule, reading.of())) {
        worse(rule, reading.sample(), share)
            .ifPresent(worst -> found.add(finding(rule, kind, reading, worst)));
      }
    }
  }

  // A direction with too few packets says nothing: one broken packet of ten is no ten per cent.
  private static Optional<Share> worse(
      AlertRule rule, TrafficSample sample, ToDoubleFunction<TrafficRates> share) {
    double seconds = sample.step().toMillis() / 1000.0;
    Optional<Share> in = share("in", rule, sample.in(), share, seconds);
    Optional<Share> out = share("out", rule, sample.out(), share, seconds);
    return in.isPresent() && out.isPresent()
        ? Optional.of(in.get().value() >= out.get().value() ? in.get() : out.get())
        : in.or(() -> out);
  }

  private static Optional<Share> share(
      String direction,
      AlertRule rule,
      TrafficRates rates,
      ToDoubleFunction<TrafficRates> share,
      double seconds) {
    double value = share.applyAsDouble(rates);
    long fewest = rule.levels().packets();
    boolean enough = fewest == 0 || rates.packetsPerSecond() * seconds >= fewest;
    return Double.isNaN(value) || !enough
        ? Optional.empty()
        : Optional.of(new Share(direction, value));
  }

  private static Finding finding(
      AlertRule rule, AlertKind kind, Reading.Traffic reading, Share worst) {
    Verdict verdict =
        worst.value() > rule.levels().above()
            ? Verdict.BREACHED
            : worst.value() > rule.levels().clear() ? Verdict.HELD : Verdict.GOOD;
    String value = percent(worst.value());
    String threshold = percent(rule.levels().above());
    return new Finding(
        rule,
        new AlertSubject.OfInterface(reading.of().key()),
        AlertPlace.of(reading.of()),
        verdict,
        rule.severities().of(reading.of()).orElse(AlertSeverity.LOW),
        reading.sample().start(),
        reading.sample().end(),
        value + " " + words(kind) + " (" + worst.direction() + "), more than " + threshold,
        Map.of("value", value, "threshold", threshold, "direction", worst.direction()),
        List.of(value + " in the interval that ended at " + reading.sample().end()));
  }

  private static String words(AlertKind kind) {
    return switch (kind) {
      case UTILIZATION -> "of the capacity is used";
      case ERRORS -> "of the packets have errors";
      default -> "of the packets are discarded";
    };
  }

  private static String percent(double share) {
    double percent = share * 100;
    return percent >= 10
        ? Math.round(percent) + " %"
        : String.format(Locale.ROOT, "%.3g %%", percent);
  }
}
