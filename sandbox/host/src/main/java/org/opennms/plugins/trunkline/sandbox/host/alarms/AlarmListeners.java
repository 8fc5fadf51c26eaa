package org.opennms.plugins.trunkline.sandbox.host.alarms;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opennms.integration.api.v1.alarms.AlarmLifecycleListener;
import org.opennms.integration.api.v1.model.Alarm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins' lifecycle listeners. They are called in the thread that changed the alarm, one after
 * the other; what one throws is logged and hides nothing from the next. There is no replay.
 */
public final class AlarmListeners {

  private static final Logger LOG = LoggerFactory.getLogger(AlarmListeners.class);

  private final List<AlarmLifecycleListener> listeners = new CopyOnWriteArrayList<>();

  /** A plugin registered a listener. */
  public void bind(AlarmLifecycleListener listener) {
    listeners.add(listener);
  }

  /** A listener is gone. */
  public void unbind(AlarmLifecycleListener listener) {
    listeners.remove(listener);
  }

  void snapshot(Supplier<List<Alarm>> alarms) {
    if (!listeners.isEmpty()) {
      List<Alarm> all = alarms.get();
      each(listener -> listener.handleAlarmSnapshot(all));
    }
  }

  void newOrUpdated(Alarm alarm) {
    each(listener -> listener.handleNewOrUpdatedAlarm(alarm));
  }

  void deleted(int id, String reductionKey) {
    each(listener -> listener.handleDeletedAlarm(id, reductionKey));
  }

  private void each(Consumer<AlarmLifecycleListener> call) {
    for (AlarmLifecycleListener listener : listeners) {
      try {
        call.accept(listener);
      } catch (RuntimeException | LinkageError e) {
        LOG.error("Alarm listener {} failed", listener, e);
      }
    }
  }
}
