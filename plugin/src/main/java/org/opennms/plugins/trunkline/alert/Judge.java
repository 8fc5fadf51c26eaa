package org.opennms.plugins.trunkline.alert;

import static org.opennms.plugins.trunkline.alert.Finding.Verdict.BREACHED;
import static org.opennms.plugins.trunkline.alert.Finding.Verdict.GOOD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.opennms.plugins.trunkline.alert.Finding.Verdict;
import org.opennms.plugins.trunkline.alert.rule.AlertRule;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.OperStatus;

/** Says what the rules make of a reading. Holds no state but the rules. */
final class Judge {
  private static final String GONE = "down: its device no longer has it";

  private final AlertRules rules;
  private final Predicate<InterfaceKey> seenUp;

  /**
   * Judges by these rules.
   *
   * @param seenUp whether an interface was ever up
   */
  Judge(AlertRules rules, Predicate<InterfaceKey> seenUp) {
    this.rules = rules;
    this.seenUp = seenUp;
  }

  List<Finding> findings(Reading reading) {
    if (reading instanceof Reading.Status status) {
      return status(status);
    } else if (reading instanceof Reading.Traffic traffic) {
      return TrafficJudge.findings(rules, traffic);
    } else if (reading instanceof Reading.Compared compared) {
      return DeviationJudge.findings(rules, compared);
    } else if (reading instanceof Reading.Neighbour neighbour) {
      return neighbour(neighbour);
    } else if (reading instanceof Reading.Reclassified changed) {
      return reclassified(changed);
    } else if (reading instanceof Reading.Export export) {
      return export(export);
    }
    return List.of();
  }

  private List<Finding> status(Reading.Status reading) {
    List<Finding> found = new ArrayList<>();
    LinkStatus status = reading.status();
    for (AlertRule rule : rules.of(AlertKind.DEVICE_SILENT)) {
      Device device = reading.of().device();
      if (rule.where().accepts(device) && rule.severities().otherwise().isPresent()) {
        found.add(silence(rule, device, status));
      }
    }
    if (status.isAbsent() || (status.answered() && isTold(status))) {
      for (AlertRule rule : rules.of(AlertKind.INTERFACE_DOWN)) {
        if (applies(rule, reading.of())) {
          found.add(link(rule, reading.of(), status));
        }
      }
    }
    return found;
  }

  private static boolean isTold(LinkStatus status) {
    return status.adminStatus() != AdminStatus.UNKNOWN
        && status.operStatus() != OperStatus.UNTOLD
        && status.operStatus() != OperStatus.UNKNOWN;
  }

  private static Finding silence(AlertRule rule, Device device, LinkStatus status) {
    return new Finding(
        rule,
        new AlertSubject.OfNode(device.key()),
        AlertPlace.of(device),
        status.answered() ? GOOD : BREACHED,
        rule.severities().otherwise().orElse(AlertSeverity.MEDIUM),
        status.at(),
        status.at(),
        status.answered() ? "answers" : "does not answer SNMP requests",
        Map.of(),
        List.of());
  }

  private Finding link(AlertRule rule, KnownInterface of, LinkStatus status) {
    boolean bad =
        status.isAbsent()
            ? of.networkInterface().adminStatus() != AdminStatus.DOWN
            : status.adminStatus() == AdminStatus.UP && status.operStatus() != OperStatus.UP;
    boolean down = bad && seenUp.test(of.key());
    String oper = words(status.operStatus());
    String admin = words(status.adminStatus());
    return about(
        rule,
        of,
        down ? BREACHED : GOOD,
        status.at(),
        down ? status.isAbsent() ? GONE : "down" : "up or shut down on purpose",
        Map.of("value", oper, "expected", "up"),
        List.of(
            status.isAbsent()
                ? "the device was read whole and does not tell of it"
                : "ifOperStatus is " + oper + ", ifAdminStatus is " + admin));
  }

  private List<Finding> neighbour(Reading.Neighbour reading) {
    List<Finding> found = new ArrayList<>();
    for (AlertRule rule : rules.of(AlertKind.NEIGHBOUR_LOST)) {
      if (applies(rule, reading.of())) {
        found.add(
            about(
                rule,
                reading.of(),
                reading.present() ? GOOD : BREACHED,
                reading.at(),
                reading.present()
                    ? "sees " + reading.neighbour()
                    : "no longer sees its neighbour " + reading.neighbour(),
                Map.of("neighbour", reading.neighbour()),
                List.of()));
      }
    }
    return found;
  }

  private List<Finding> reclassified(Reading.Reclassified reading) {
    List<Finding> found = new ArrayList<>();
    for (AlertRule rule : rules.of(AlertKind.CLASSIFICATION_CHANGED)) {
      if (applies(rule, reading.of())) {
        boolean same = reading.before().equals(reading.now());
        found.add(
            about(
                rule,
                reading.of(),
                same ? GOOD : BREACHED,
                reading.at(),
                "was " + reading.before() + " and is now " + reading.now(),
                Map.of("value", reading.now(), "expected", reading.before()),
                List.of()));
      }
    }
    return found;
  }

  private List<Finding> export(Reading.Export reading) {
    List<Finding> found = new ArrayList<>();
    for (AlertRule rule : rules.of(AlertKind.TELEMETRY_STALLED)) {
      rule.severities()
          .otherwise()
          .ifPresent(
              severity ->
                  found.add(
                      new Finding(
                          rule,
                          new AlertSubject.OfGroup("trunkline", "telemetry"),
                          AlertPlace.NONE,
                          reading.stalled() ? BREACHED : GOOD,
                          severity,
                          reading.at(),
                          reading.at(),
                          "the signed export has stalled: " + reading.why(),
                          Map.of(),
                          List.of())));
    }
    return found;
  }

  static boolean applies(AlertRule rule, KnownInterface of) {
    return rule.severities().of(of).isPresent() && rule.where().accepts(of);
  }

  static Finding about(
      AlertRule rule,
      KnownInterface of,
      Verdict verdict,
      Instant at,
      String text,
      Map<String, String> facts,
      List<String> reasons) {
    return new Finding(
        rule,
        new AlertSubject.OfInterface(of.key()),
        AlertPlace.of(of),
        verdict,
        rule.severities().of(of).orElse(AlertSeverity.LOW),
        at,
        at,
        text,
        facts,
        reasons);
  }

  private static String words(Enum<?> status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
