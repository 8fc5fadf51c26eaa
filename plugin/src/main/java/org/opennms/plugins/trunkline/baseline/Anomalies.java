package org.opennms.plugins.trunkline.baseline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.opennms.plugins.trunkline.baseline.series.Verdict;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.Anomaly;

/** Makes an episode's record, its severity and its words. */
final class Anomalies {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);
  private static final double SURE = 0.8;
  private static final double THOUSAND = 1000;

  private Anomalies() {}

  /** An episode as its worst sample shows it. */
  static Anomaly of(
      KnownInterface of,
      MetricKey key,
      double value,
      Verdict verdict,
      boolean alarmed,
      Instant start,
      Instant at,
      ZoneId zone) {
    double z = verdict.z();
    boolean rise = value >= verdict.expected();
    List<String> reasons = List.of(reason(verdict));
    String message =
        String.format(
            Locale.ROOT,
            "traffic %s on %s %s %s: %s, expected %s ± %s (z %.1f), %s, confidence %.2f, %s",
            rise ? "spike" : "drop",
            of.device().label(),
            key.of().name(),
            key.direction().name().toLowerCase(Locale.ROOT),
            amount(key.metric(), value),
            amount(key.metric(), verdict.expected()),
            amount(key.metric(), verdict.spread()),
            z,
            HOUR.format(at.atZone(zone)),
            verdict.confidence(),
            reasons.get(0));
    return new Anomaly(
        of.device().label(),
        key.of(),
        key.direction(),
        key.metric(),
        rise,
        severity(verdict, of.classification().critical()),
        alarmed,
        start,
        at,
        Optional.empty(),
        value,
        verdict.expected(),
        verdict.spread(),
        z,
        verdict.confidence(),
        reasons,
        message);
  }

  static Anomaly ended(Anomaly a, Instant end) {
    return new Anomaly(
        a.node(),
        a.key(),
        a.direction(),
        a.metric(),
        a.rise(),
        a.severity(),
        a.alarmed(),
        a.start(),
        a.peak(),
        Optional.of(end),
        a.value(),
        a.expected(),
        a.spread(),
        a.z(),
        a.confidence(),
        a.reasons(),
        a.message());
  }

  /**
   * By distance, or by how rare it is where that says more, as for a value that does not move; one
   * step milder while the baseline is young, one worse on critical interfaces.
   */
  static Anomaly.Severity severity(Verdict verdict, boolean critical) {
    double size = Math.max(Math.abs(verdict.z()), verdict.score());
    int step = size < 4 ? 0 : size < 5 ? 1 : size < 6 ? 2 : 3;
    int shifted = step + (critical ? 1 : 0) - (verdict.confidence() < SURE ? 1 : 0);
    return switch (Math.max(0, Math.min(3, shifted))) {
      case 0 -> Anomaly.Severity.LOW;
      case 1 -> Anomaly.Severity.MEDIUM;
      case 2 -> Anomaly.Severity.HIGH;
      default -> Anomaly.Severity.CRITICAL;
    };
  }

  private static String reason(Verdict verdict) {
    return switch (verdict.cause()) {
      case JUMP -> "a jump larger than is usual at this hour";
      case LEVEL -> "a level that is unusual at this hour";
      case SUSTAINED -> "a deviation that goes on";
      case STUCK -> "a value that does not move";
      case NONE -> "nothing stands out";
    };
  }

  /** For example {@code 12.5 Mbit/s}. */
  static String amount(Anomaly.Metric metric, double value) {
    String unit = metric == Anomaly.Metric.BITS ? "bit/s" : "packets/s";
    double left = value;
    String prefixes = " kMGT";
    int step = 0;
    while (Math.abs(left) >= THOUSAND && step < prefixes.length() - 1) {
      left /= THOUSAND;
      step++;
    }
    String prefix = step == 0 ? "" : prefixes.substring(step, step + 1);
    return String.format(Locale.ROOT, "%.1f %s%s", left, prefix, unit);
  }
}
