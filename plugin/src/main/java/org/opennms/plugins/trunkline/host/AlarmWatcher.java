package org.opennms.plugins.trunkline.host;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.opennms.integration.api.v1.alarms.AlarmLifecycleListener;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.plugins.trunkline.alert.HostAlarm;

/**
 * Hands the host's alarms over. The host calls it in the threads that change alarms, some of them
 * inside a transaction, so it only picks what matters and returns.
 */
public final class AlarmWatcher implements AlarmLifecycleListener {
  private final Consumer<List<HostAlarm>> all;
  private final Consumer<HostAlarm> one;

  /**
   * Hands over to these, which must neither block nor throw.
   *
   * @param all takes the whole list
   * @param one takes an alarm that is new, changed or gone
   */
  public AlarmWatcher(Consumer<List<HostAlarm>> all, Consumer<HostAlarm> one) {
    this.all = all;
    this.one = one;
  }

  @Override
  public void handleAlarmSnapshot(List<Alarm> alarms) {
    all.accept(alarms.stream().map(HostAlarms::read).flatMap(Optional::stream).toList());
  }

  @Override
  public void handleNewOrUpdatedAlarm(Alarm alarm) {
    HostAlarms.read(alarm).ifPresent(one);
  }

  @Override
  public void handleDeletedAlarm(int id, String reductionKey) {
    HostAlarms.deleted(id, reductionKey).ifPresent(one);
  }
}
