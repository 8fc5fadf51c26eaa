package org.opennms.plugins.trunkline.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;

/** JSON of a discovery run's progress. */
record RunView(
    String id,
    String node,
    String state,
    String trigger,
    int total,
    int complete,
    int unchanged,
    int failed,
    int remaining,
    Map<String, Integer> skipped,
    List<DiscoveryRun.FailureGroup> failures,
    int interfaces,
    long varbinds,
    String started,
    String ended,
    double devicesPerSecond,
    String message) {
  static RunView of(DiscoveryRun run) {
    return new RunView(
        run.id(),
        run.device().map(Device::label).orElse(null),
        InterfaceRow.spelled(run.state()),
        run.trigger(),
        run.total(),
        run.complete(),
        run.unchanged(),
        run.failed(),
        run.remaining(),
        new TreeMap<>(run.skipped()),
        run.failures(),
        run.interfaces(),
        run.varbinds(),
        run.started().toString(),
        run.ended().map(Instant::toString).orElse(null),
        run.devicesPerSecond(),
        run.message());
  }

  /** JSON of the last runs, newest first. */
  record Listing(List<RunView> items) {}
}
