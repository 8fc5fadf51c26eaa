package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.alert.rule.AlertRuleFile;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.model.OperStatus;

/** What befalls a small network, and how polls, baselines and the host see it second by second. */
final class Life {
  private static final int POLL = 60;
  private static final int MEASURED = 300;
  private static final int CLEAN_UP = 3600;
  // The host's list has told of it: nobody clears what is not there.
  private static final long SHOWN = 150;

  final World world = new World();
  final List<KnownInterface> all = new ArrayList<>();

  /** As the devices would tell now. */
  final Map<InterfaceKey, OperStatus> status = new HashMap<>();

  final Map<InterfaceKey, Double> load = new HashMap<>();

  /** Whose traffic is unusual, and whether it is more than usual. */
  final Map<InterfaceKey, Boolean> unusual = new HashMap<>();

  /** Devices that answer no request. */
  final Set<NodeKey> silent = new HashSet<>();

  /** Since when the host holds a node for down. */
  final Map<NodeKey, Instant> down = new HashMap<>();

  /** Which alert an operator cleared, by its alarm's key. */
  final Map<AlarmKey, Alert> clearedByHand = new HashMap<>();

  Rules rules = Rules.SHIPPED;
  Instant lastHappening = Instant.MIN;
  private Instant lastStart = Instant.MIN;
  private final Random random;
  private final List<Device> devices = new ArrayList<>();
  private final Set<InterfaceKey> told = new HashSet<>();

  /**
   * What is in force.
   *
   * @param above utilization beyond this is a problem
   * @param clear up to this it is none
   */
  record Rules(AlertRules file, double above, double clear) {
    static final Rules SHIPPED = new Rules(AlertRuleFile.shipped(), 0.8, 0.75);

    static final Rules STRICTER =
        new Rules(
            with(
                "{ name: utilization, kind: utilization, above: 60%, clear: 50%, for: 5m,"
                    + " severity: high }"),
            0.6,
            0.5);

    static final Rules WITHOUT_UTILIZATION = new Rules(with(""), 2, 2);

    private static AlertRules with(String utilization) {
      String others =
          """
          rules:
            - { name: interface-down, kind: interface-down, severity: high }
            - { name: traffic-anomaly, kind: anomaly, at-least: high, severity: critical }
            - { name: device-silent, kind: device-silent, for: 3m, severity: high }
          """;
      String text = utilization.isEmpty() ? others : others + "  - " + utilization + "\n";
      return AlertRuleFile.parse("alerts.yaml", text).value().orElseThrow();
    }
  }

  Life(Random random) {
    this.random = random;
    Device edge = world.net.device(1, "edge-1", "Default");
    Device core = world.net.device(2, "core-1", "Default");
    devices.addAll(List.of(edge, core));
    all.add(world.net.port(edge, 1, InterfaceRole.ISP_UPLINK, true));
    all.add(world.net.port(edge, 2, InterfaceRole.TRUNK, false));
    all.add(world.net.port(core, 2, InterfaceRole.TRUNK, false));
    all.add(world.net.port(core, 100, InterfaceRole.TRUNK, false));
    all.add(world.net.port(core, 11, InterfaceRole.TRUNK, false, 100));
    all.add(world.net.port(core, 12, InterfaceRole.TRUNK, false, 100));
    world.net.link(all.get(1), all.get(2));
    mend();
    world.host.told = alarm -> world.part.book().alarm(alarm);
    world.start();
  }

  /** The two ends of the link are one, and so are the aggregate and its members. */
  Set<InterfaceKey> group(KnownInterface of) {
    int at = all.indexOf(of);
    int from = at == 0 ? 0 : at <= 2 ? 1 : 3;
    int to = at == 0 ? 1 : at <= 2 ? 3 : 6;
    return all.subList(from, to).stream().map(KnownInterface::key).collect(Collectors.toSet());
  }

  boolean answers(InterfaceKey key) {
    return !silent.contains(key.node()) && !down.containsKey(key.node());
  }

  /** Something happens. */
  void happen() {
    lastHappening = world.clock.instant();
    KnownInterface of = all.get(random.nextInt(all.size()));
    Device device = devices.get(random.nextInt(devices.size()));
    switch (random.nextInt(24)) {
      case 0, 1, 2 -> status.put(of.key(), OperStatus.DOWN);
      case 3, 4, 5, 6 -> status.put(of.key(), OperStatus.UP);
      case 7, 8, 9 -> load.put(of.key(), random.nextDouble());
      case 10 -> restart();
      case 11 -> world.host.loses = () -> random.nextInt(3) == 0;
      case 12 -> world.host.throwsAway = random.nextBoolean();
      case 13 -> silent.add(device.key());
      case 14, 15 -> silent.remove(device.key());
      case 16 -> node(device, true);
      case 17, 18 -> node(device, false);
      case 19 -> unusual.put(of.key(), random.nextBoolean());
      case 20, 21 -> usual(of);
      case 22 -> clearByHand();
      default -> reload();
    }
  }

  private void restart() {
    lastStart = world.clock.instant();
    world.start();
    // Baselines find out anew what goes on; some of it ended meanwhile, which none of them says.
    told.clear();
    unusual.keySet().removeIf(key -> random.nextBoolean() && world.net.unusual.remove(key));
  }

  private void node(Device device, boolean isDown) {
    if (isDown == down.containsKey(device.key())) {
      return;
    }
    world.host.nodeDown(device.nodeId(), isDown);
    if (isDown) {
      down.put(device.key(), world.clock.instant());
    } else {
      down.remove(device.key());
    }
    // The host's event may be lost; then its list of alarms tells, two minutes later at most.
    if (!world.host.loses.getAsBoolean()) {
      world.part.node(device.nodeId(), isDown);
    }
  }

  // What no baseline has found in this life, none says that it is over.
  private void usual(KnownInterface of) {
    unusual.remove(of.key());
    world.net.unusual.remove(of.key());
    if (told.remove(of.key())) {
      world.asUsual(of);
    }
  }

  private void clearByHand() {
    Instant shown = world.clock.instant().minusSeconds(SHOWN);
    List<Alert> settled =
        world.open().stream()
            .filter(a -> a.timeline().get(a.timeline().size() - 1).at().isBefore(shown))
            .toList();
    if (lastStart.isAfter(shown)
        || settled.isEmpty()
        || world.part.book().overview().waiting() > 0) {
      return;
    }
    Alert alert = settled.get(random.nextInt(settled.size()));
    world.host.open().stream()
        .filter(a -> AlarmKey.of(a).equals(AlarmKey.of(alert)))
        .filter(a -> a.severity() == alert.severity())
        .forEach(
            alarm -> {
              world.part.book().alarm(world.host.clearByHand(alarm));
              clearedByHand.put(AlarmKey.of(alarm), alert);
            });
  }

  private void reload() {
    List<Rules> others = List.of(Rules.SHIPPED, Rules.STRICTER, Rules.WITHOUT_UTILIZATION);
    rules = others.get(random.nextInt(others.size()));
    world.rules = rules.file();
    world.part.rules(rules.file());
  }

  /** All is well in the network, and the host is. */
  void mend() {
    devices.forEach(d -> node(d, false));
    silent.clear();
    all.forEach(
        i -> {
          status.put(i.key(), OperStatus.UP);
          load.put(i.key(), 0.3);
          if (world.part != null) {
            usual(i);
          }
        });
    hostIsWell();
  }

  /** The host loses nothing any more. */
  void hostIsWell() {
    if (world.host.throwsAway) {
      lastHappening = world.clock.instant();
    }
    world.host.loses = () -> false;
    world.host.throwsAway = false;
  }

  /** A second passes: every minute a poll tells the truth. */
  void live(int second) {
    if (second % POLL == 0) {
      all.forEach(this::poll);
    }
    if (second % MEASURED == 0) {
      all.stream().filter(i -> answers(i.key())).forEach(this::measure);
    }
    world.pass(1);
    if (second % CLEAN_UP == 0) {
      world.host.cleanUp();
    }
    forgetCleared();
  }

  private void poll(KnownInterface of) {
    if (answers(of.key())) {
      world.see(of, status.get(of.key()));
    } else {
      world.silence(of);
    }
  }

  private void measure(KnownInterface of) {
    world.load(of, load.get(of.key()));
    if (unusual.containsKey(of.key()) && told.add(of.key())) {
      world.compare(of, unusual.get(of.key()), AlertSeverity.CRITICAL);
    }
  }

  // An operator's decision is about what was there: when it is over or gets worse, it is forgotten.
  private void forgetCleared() {
    if (clearedByHand.isEmpty()) {
      return;
    }
    Map<AlarmKey, Alert> open =
        world.open().stream().collect(Collectors.toMap(AlarmKey::of, a -> a));
    clearedByHand
        .entrySet()
        .removeIf(
            e -> {
              Alert now = open.get(e.getKey());
              return now == null
                  || now.id() != e.getValue().id()
                  || now.severity() != e.getValue().severity();
            });
  }

  /** The groups that have an open alert of a kind. */
  List<Set<InterfaceKey>> alerted(AlertKind kind) {
    return world.open().stream()
        .filter(a -> a.kind() == kind)
        .map(a -> group(interfaceOf(a)))
        .toList();
  }

  KnownInterface interfaceOf(Alert alert) {
    return all.stream()
        .filter(i -> alert.subject().key().endsWith("|" + i.key().name()))
        .filter(i -> alert.subject().key().contains(i.key().node().text()))
        .findFirst()
        .orElseThrow();
  }
}
