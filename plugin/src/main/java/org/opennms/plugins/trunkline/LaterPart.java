package org.opennms.plugins.trunkline;

import java.util.Map;
import org.opennms.integration.api.v1.events.EventSubscriptionService;
import org.opennms.plugins.trunkline.config.PartSwitch;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.schedule.Scheduler;

/**
 * A part that builds on the inventory: topology, traffic, baselines, alerts, telemetry. The
 * composing class makes each of them after the inventory, starts and ends them all alike; ended in
 * the reverse order.
 */
interface LaterPart extends AutoCloseable {
  /** Its switch in the configuration. */
  PartSwitch part();

  /** How it is, where it is switched on; from memory. */
  StatusBoard.Part status();

  /** Adds its jobs. The scheduler runs them, also while the part is off: each asks its switch. */
  void schedule(Scheduler scheduler);

  /** The configuration changed; called on the configuration's thread, must not wait. */
  void settingsChanged();

  /**
   * What shell and REST ask for: interfaces of package {@code operations}, with what implements
   * them. Each is published as a service too.
   */
  Map<Class<?>, Object> operations();

  /** Publishes what the host itself looks for, for example a graph. Most parts have nothing. */
  default void publish(Publications publications) {}

  /** The host's event service is there; each call is followed by one {@link #unsubscribe}. */
  default void subscribe(EventSubscriptionService service) {}

  /** It is about to go, or we are. */
  default void unsubscribe(EventSubscriptionService service) {}

  /** Ends its threads; writes before what is not written yet. */
  @Override
  void close();
}
