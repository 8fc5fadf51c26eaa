package org.opennms.plugins.trunkline.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.alert.Finding.Verdict;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject;

/** Weighs what a baseline found: only what is bad enough counts. Stateless. */
final class DeviationJudge {
  /** The fact {@code change} where there is more than expected. */
  static final String RISE = "rise";

  /** Likewise where there is less. */
  static final String DROP = "drop";

  private static final String[] UNITS = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};

  private DeviationJudge() {}

  static List<Finding> findings(AlertRules rules, Reading.Compared reading) {
    List<Finding> found = new ArrayList<>();
    for (AlertRule rule : rules.of(reading.kind())) {
      if (Judge.applies(rule, reading.of())) {
        AlertSeverity most = rule.severities().of(reading.of()).orElse(AlertSeverity.LOW);
        found.add(finding(rule, reading, most));
      }
    }
    return found;
  }

  private static Finding finding(AlertRule rule, Reading.Compared reading, AlertSeverity most) {
    Optional<Deviation> bad =
        reading.deviation().filter(d -> d.severity().compareTo(rule.atLeast()) >= 0);
    // One that is milder than the rule wants keeps an open alert open, but opens none.
    Verdict verdict =
        bad.isPresent()
            ? Verdict.BREACHED
            : reading.deviation().isPresent() ? Verdict.HELD : Verdict.GOOD;
    Optional<Deviation> off = reading.deviation();
    return new Finding(
        rule,
        new AlertSubject.OfInterface(reading.of().key()),
        AlertPlace.of(reading.of()),
        verdict,
        off.map(d -> severity(d, reading.kind(), most)).orElse(most),
        off.map(Deviation::since).orElse(reading.at()),
        reading.at(),
        off.map(d -> words(d, reading.kind())).orElse("traffic is as usual"),
        off.map(DeviationJudge::facts).orElse(Map.of()),
        off.map(Deviation::reasons).orElse(List.of()));
  }

  // More traffic than usual is rarely an incident; none at all often is.
  private static AlertSeverity severity(Deviation off, AlertKind kind, AlertSeverity most) {
    AlertSeverity capped = off.severity().atMost(most);
    return off.rise() && kind == AlertKind.ANOMALY ? capped.atMost(AlertSeverity.HIGH) : capped;
  }

  private static String words(Deviation off, AlertKind kind) {
    String shape = off.rise() ? "more" : "less";
    String what =
        kind == AlertKind.LEVEL_SHIFT
            ? "traffic has a new level, " + shape + " than before: "
            : shape + " traffic than usual at this hour of the week: ";
    return what + rate(off.value()) + " " + off.direction() + ", expected " + rate(off.expected());
  }

  private static Map<String, String> facts(Deviation off) {
    return Map.of(
        "value", rate(off.value()),
        "expected", rate(off.expected()),
        "spread", rate(off.spread()),
        "z", String.format(Locale.ROOT, "%.1f", off.z()),
        "confidence", String.format(Locale.ROOT, "%.2f", off.confidence()),
        "direction", off.direction(),
        "change", off.rise() ? RISE : DROP);
  }

  static String rate(double bitsPerSecond) {
    double value = bitsPerSecond;
    int unit = 0;
    while (Math.abs(value) >= 1000 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return (value >= 100 || value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value)
            : String.format(Locale.ROOT, "%.1f", value))
        + " "
        + UNITS[unit];
  }
}
