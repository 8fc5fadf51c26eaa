package org.opennms.plugins.trunkline.operations;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.Alert.State;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject;

/** Alerts that never change, for the tests of the faces. */
public final class SampleAlerts implements AlertDesk, AlertRuleTrial {
  private static final Instant AT = SampleNetwork.SEEN;

  /** Open. */
  public static final Alert DOWN =
      alert(12, State.OPEN, AlertSeverity.CRITICAL, "down", Optional.empty());

  /** Over. */
  public static final Alert OVER =
      alert(11, State.CLEARED, AlertSeverity.HIGH, "down", Optional.empty());

  /** Explained by something else. */
  public static final Alert EXPLAINED =
      alert(
          0, State.SUPPRESSED, AlertSeverity.HIGH, "down", Optional.of("announced work: firmware"));

  /** Over, and of no node. */
  public static final Alert STALLED =
      new Alert(
          10,
          "telemetry-stalled",
          AlertKind.TELEMETRY_STALLED,
          new AlertSubject.OfGroup("trunkline", "telemetry"),
          List.of(),
          AlertPlace.NONE,
          State.CLEARED,
          AlertSeverity.MEDIUM,
          AT,
          AT,
          Optional.of(AT.plusSeconds(60)),
          "the signed export has stalled: the receiver does not answer",
          Map.of(),
          List.of(),
          false,
          Optional.empty(),
          List.of());

  private boolean counting = true;
  private int tests;

  private static Alert alert(
      long id, State state, AlertSeverity severity, String what, Optional<String> by) {
    AlertPlace place = AlertPlace.of(SampleNetwork.UPLINK);
    AlertSubject subject = new AlertSubject.OfInterface(SampleNetwork.UPLINK.key());
    return new Alert(
        id,
        "interface-down",
        AlertKind.INTERFACE_DOWN,
        subject,
        List.of(subject),
        place,
        state,
        severity,
        AT,
        AT,
        state == State.CLEARED ? Optional.of(AT.plusSeconds(90)) : Optional.empty(),
        place.words() + ": " + what,
        Map.of("value", "down", "expected", "up", "what", what),
        List.of("ifOperStatus is down, ifAdminStatus is up"),
        false,
        by,
        List.of(new Alert.Entry(AT, "opened, " + severity.spelling() + ": " + what)));
  }

  @Override
  public List<Alert> open() {
    return List.of(DOWN);
  }

  @Override
  public List<Alert> suppressed() {
    return List.of(EXPLAINED);
  }

  @Override
  public List<Alert> history(int atMost) {
    return List.of(OVER, STALLED).stream().limit(atMost).toList();
  }

  @Override
  public Optional<Alert> get(long id) {
    return List.of(DOWN, OVER).stream().filter(a -> a.id() == id).findFirst();
  }

  @Override
  public Overview overview() {
    Map<AlertSeverity, Integer> open = new EnumMap<>(AlertSeverity.class);
    for (AlertSeverity severity : AlertSeverity.values()) {
      open.put(severity, severity == AlertSeverity.CRITICAL ? 1 : 0);
    }
    return new Overview(
        open, 1, 2, 0, 0, 0, 0, counting ? Optional.of(AT.plusSeconds(86_400)) : Optional.empty());
  }

  @Override
  public void enableLearned() {
    counting = false;
  }

  @Override
  public long test() {
    tests++;
    return 12L + tests;
  }

  @Override
  public Report check(Path file, int days) {
    if (file.toString().contains("bad")) {
      return Report.refused(
          List.of(file + ":3: rules[0].kind: 'down' is no kind of alert. Known are others."));
    }
    Map<String, Integer> perDay = new TreeMap<>(Map.of("2026-11-18", 2, "2026-11-19", 1));
    return new Report(
        List.of(),
        11,
        40,
        2,
        List.of("utilization", "errors", "discards"),
        perDay,
        List.of(new Noise("utilization", "edge1 Gi0/0/1", 3)));
  }
}
