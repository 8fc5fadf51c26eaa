package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.opennms.plugins.trunkline.alert.rule.AlertRuleFile;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.MemoryStore;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.LinkStatus;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.model.TrafficRates;
import org.opennms.plugins.trunkline.model.TrafficSample;

/** The whole part over a small network and a host, second by second. */
final class World {
  final ManualClock clock = new ManualClock();
  final Net net = new Net();
  final AlarmList host = new AlarmList();
  final MemoryStore alerts = new MemoryStore();
  final MemoryStore rest = new MemoryStore();
  AlertRules rules = AlertRuleFile.shipped();
  int perMinute = 120;
  Duration counting = Duration.ZERO;
  Duration snapshots = Duration.ofMinutes(2);
  LinkStatus confirmed;
  AlertPart part;
  private Instant nextSnapshot;

  /** Starts the part, or starts it anew after a stop. */
  World start() {
    part =
        new AlertPart(
            new AlertPart.Needs(
                net, of -> CompletableFuture.completedFuture(confirmed), host, alerts, rest),
            rules,
            () -> new TrunklineConfig.Alerts(perMinute, counting, true),
            clock);
    nextSnapshot = clock.instant().plus(snapshots);
    return this;
  }

  /** Lets seconds pass, as the composition's threads would. */
  void pass(Duration time) {
    for (long i = 0; i < time.toSeconds(); i++) {
      clock.pass(Duration.ofSeconds(1));
      part.load();
      if (!clock.instant().isBefore(nextSnapshot)) {
        nextSnapshot = clock.instant().plus(snapshots);
        part.book().snapshot(host.all());
      }
      part.tick();
      part.deliver();
      part.write();
    }
  }

  void pass(int seconds) {
    pass(Duration.ofSeconds(seconds));
  }

  void see(KnownInterface of, OperStatus status) {
    see(of, AdminStatus.UP, status);
  }

  void see(KnownInterface of, AdminStatus admin, OperStatus status) {
    part.book().offer(new Reading.Status(of, new LinkStatus(clock.instant(), true, admin, status)));
  }

  void silence(KnownInterface of) {
    part.book().offer(new Reading.Status(of, LinkStatus.silent(clock.instant())));
  }

  void load(KnownInterface of, double utilization) {
    measure(of, new TrafficRates(utilization * 1e9, 10_000, 0, 0, utilization));
  }

  void measure(KnownInterface of, TrafficRates in) {
    TrafficRates quiet = new TrafficRates(1000, 1000, 0, 0, 0);
    part.book()
        .offer(
            new Reading.Traffic(
                of,
                new TrafficSample(
                    clock.instant().minusSeconds(300),
                    clock.instant(),
                    in,
                    quiet,
                    AdminStatus.UP,
                    OperStatus.UP,
                    TrafficQuality.GOOD,
                    false)));
  }

  void compare(KnownInterface of, boolean rise, AlertSeverity severity) {
    deviates(of, rise, severity, clock.instant());
  }

  /** As after a restart, when an episode that began before is seen to last. */
  void deviates(KnownInterface of, boolean rise, AlertSeverity severity, Instant since) {
    net.unusual.add(of.key());
    Deviation off =
        new Deviation(
            "in",
            rise,
            severity,
            since,
            rise ? 9e8 : 0,
            4e8,
            2e7,
            rise ? 25 : -20,
            0.8,
            List.of("25 spreads above"));
    part.book()
        .offer(new Reading.Compared(of, AlertKind.ANOMALY, clock.instant(), Optional.of(off)));
  }

  void asUsual(KnownInterface of) {
    net.unusual.remove(of.key());
    part.book()
        .offer(new Reading.Compared(of, AlertKind.ANOMALY, clock.instant(), Optional.empty()));
  }

  void neighbour(KnownInterface of, boolean present) {
    part.book().offer(new Reading.Neighbour(of, clock.instant(), "core-9 Te1/1", present));
  }

  List<Alert> open() {
    return part.book().open();
  }
}
