package org.opennms.plugins.trunkline.rest;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.opennms.plugins.trunkline.operations.ConfigCheck;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.InterfaceDirectory;
import org.opennms.plugins.trunkline.operations.JobSchedule;
import org.opennms.plugins.trunkline.operations.OverrideDesk;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.operations.WorkLists;

/**
 * What REST translates to; all of it is there for as long as the servlet is.
 *
 * @param interfaces the known interfaces
 * @param discovery discovery runs
 * @param overrides the operators' decisions
 * @param schedule what runs by itself
 * @param configuration the check of the files
 * @param status how Trunkline is
 * @param work what an operator should look at
 * @param later what the later parts offer, by the interface of package {@code operations}
 */
public record Operations(
    InterfaceDirectory interfaces,
    DiscoveryControl discovery,
    OverrideDesk overrides,
    JobSchedule schedule,
    ConfigCheck configuration,
    StatusBoard status,
    WorkLists work,
    Map<Class<?>, Object> later) {
  /** Rejects missing parts. */
  public Operations {
    Objects.requireNonNull(interfaces, "interfaces");
    Objects.requireNonNull(discovery, "discovery");
    Objects.requireNonNull(overrides, "overrides");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(configuration, "configuration");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(work, "work");
    later = Map.copyOf(later);
  }

  /** Of the inventory alone. */
  public Operations(
      InterfaceDirectory interfaces,
      DiscoveryControl discovery,
      OverrideDesk overrides,
      JobSchedule schedule,
      ConfigCheck configuration,
      StatusBoard status,
      WorkLists work) {
    this(interfaces, discovery, overrides, schedule, configuration, status, work, Map.of());
  }

  /** The same with more of the later parts. */
  public Operations with(Map<Class<?>, Object> more) {
    Map<Class<?>, Object> all = new HashMap<>(later);
    all.putAll(more);
    return new Operations(
        interfaces, discovery, overrides, schedule, configuration, status, work, all);
  }
}
