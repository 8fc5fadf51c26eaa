package org.opennms.plugins.trunkline.sandbox.host.alarms;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.integration.api.v1.alarms.AlarmLifecycleListener;
import org.opennms.integration.api.v1.model.Alarm;

/** Keeps what it is told, and in which thread. */
final class RecordingAlarmListener implements AlarmLifecycleListener {

  private final List<List<Alarm>> snapshots = new CopyOnWriteArrayList<>();
  private final List<Alarm> changed = new CopyOnWriteArrayList<>();
  private final List<String> deleted = new CopyOnWriteArrayList<>();
  private final List<String> threads = new CopyOnWriteArrayList<>();

  List<List<Alarm>> snapshots() {
    return snapshots;
  }

  List<Alarm> changed() {
    return changed;
  }

  List<String> deleted() {
    return deleted;
  }

  List<String> threads() {
    return threads;
  }

  @Override
  public void handleAlarmSnapshot(List<Alarm> alarms) {
    snapshots.add(new ArrayList<>(alarms));
  }

  @Override
  public void handleNewOrUpdatedAlarm(Alarm alarm) {
    threads.add(Thread.currentThread().getName());
    changed.add(alarm);
  }

  @Override
  public void handleDeletedAlarm(int id, String reductionKey) {
    deleted.add(reductionKey);
  }
}
