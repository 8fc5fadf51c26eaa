package org.opennms.plugins.trunkline.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSeverity;

/** The host's alarm list as Horizon keeps it, which may lose what it is sent. */
final class AlarmList implements AlarmSender {
  final Map<AlarmKey, HostAlarm> alarms = new TreeMap<>((a, b) -> text(a).compareTo(text(b)));
  final List<Alert> taken = new ArrayList<>();
  final List<HeldBack> summaries = new ArrayList<>();
  BooleanSupplier loses = () -> false;
  boolean throwsAway;

  /** Hears at once of each alarm that an event made or changed. */
  Consumer<HostAlarm> told = alarm -> {};

  private final Map<Integer, HostAlarm> nodesDown = new TreeMap<>();
  private int nextId = 1;

  private static String text(AlarmKey key) {
    return key.rule() + ":" + key.subject();
  }

  @Override
  public boolean send(Alert alert) {
    if (throwsAway) {
      return false;
    }
    taken.add(alert);
    if (!loses.getAsBoolean()) {
      reduce(alert);
    }
    return true;
  }

  private void reduce(Alert alert) {
    AlarmKey key = AlarmKey.of(alert);
    HostAlarm before = alarms.get(key);
    int id = before == null ? nextId++ : before.id();
    HostAlarm.State state = alert.isOpen() ? HostAlarm.State.OPEN : HostAlarm.State.RESOLVED;
    HostAlarm alarm =
        new HostAlarm(
            id,
            "uei",
            key.rule(),
            key.subject(),
            state,
            alert.severity(),
            alert.place().nodeId(),
            0);
    alarms.put(key, alarm);
    told.accept(alarm);
  }

  @Override
  public boolean resolve(HostAlarm orphan) {
    alarms.remove(AlarmKey.of(orphan));
    return true;
  }

  @Override
  public boolean heldBack(HeldBack what) {
    summaries.add(what);
    return true;
  }

  List<HostAlarm> open() {
    return alarms.values().stream().filter(a -> a.state() == HostAlarm.State.OPEN).toList();
  }

  /** Also the host's own. */
  List<HostAlarm> all() {
    return Stream.concat(alarms.values().stream(), nodesDown.values().stream()).toList();
  }

  /** The host's own alarm of a node that is down is there, or no longer. */
  void nodeDown(int nodeId, boolean down) {
    if (down) {
      nodesDown.put(
          nodeId,
          new HostAlarm(
              nextId++,
              "uei.opennms.org/nodes/nodeDown",
              "",
              "",
              HostAlarm.State.OPEN,
              AlertSeverity.HIGH,
              nodeId,
              0));
    } else {
      nodesDown.remove(nodeId);
    }
  }

  /**
   * As an operator does; the alarm stays in the list.
   *
   * @return as it is now
   */
  HostAlarm clearByHand(HostAlarm alarm) {
    HostAlarm cleared = as(HostAlarm.State.CLEARED_BY_HAND, alarm);
    alarms.put(AlarmKey.of(alarm), cleared);
    return cleared;
  }

  /**
   * As the host does with what has been there for days.
   *
   * @return as it is told
   */
  HostAlarm delete(HostAlarm alarm) {
    alarms.remove(AlarmKey.of(alarm));
    return as(HostAlarm.State.DELETED, alarm);
  }

  /** An operator clears the host's own alarm of a node that is down. */
  void nodeDownCleared(int nodeId) {
    nodesDown.computeIfPresent(nodeId, (id, a) -> as(HostAlarm.State.CLEARED_BY_HAND, a));
  }

  private static HostAlarm as(HostAlarm.State state, HostAlarm alarm) {
    return new HostAlarm(
        alarm.id(),
        alarm.uei(),
        alarm.rule(),
        alarm.subject(),
        state,
        alarm.severity(),
        alarm.nodeId(),
        0);
  }

  /** What the host's own clean-up takes away. */
  void cleanUp() {
    alarms.values().removeIf(a -> a.state() != HostAlarm.State.OPEN);
  }
}
