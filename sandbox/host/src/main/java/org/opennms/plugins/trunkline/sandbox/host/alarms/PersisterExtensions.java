package org.opennms.plugins.trunkline.sandbox.host.alarms;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.integration.api.v1.alarms.AlarmPersisterExtension;
import org.opennms.integration.api.v1.model.Alarm;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins' hooks inside alarm persistence. Null means unchanged; of a returned alarm only the
 * managed object's type and instance count. The stored event is passed as null, as newer hosts do.
 * The first hook that throws ends the round.
 */
public final class PersisterExtensions {

  private static final Logger LOG = LoggerFactory.getLogger(PersisterExtensions.class);

  private final List<AlarmPersisterExtension> extensions = new CopyOnWriteArrayList<>();

  /** A plugin registered a hook. */
  public void bind(AlarmPersisterExtension extension) {
    extensions.add(extension);
  }

  /** A hook is gone. */
  public void unbind(AlarmPersisterExtension extension) {
    extensions.remove(extension);
  }

  /** The alarm as the last hook that changed it wants it. */
  Optional<Alarm> apply(Alarm alarm, InMemoryEvent event, boolean created) {
    Alarm result = null;
    try {
      for (AlarmPersisterExtension extension : extensions) {
        Alarm changed =
            created
                ? extension.afterAlarmCreated(alarm, event, null)
                : extension.afterAlarmUpdated(alarm, event, null);
        result = changed == null ? result : changed;
      }
    } catch (RuntimeException | LinkageError e) {
      LOG.error("An alarm persister extension failed on alarm {}", alarm.getId(), e);
    }
    return Optional.ofNullable(result);
  }
}
