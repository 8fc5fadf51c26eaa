package org.opennms.plugins.trunkline.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.operations.DiscoveryRun.FailureGroup;
import org.opennms.plugins.trunkline.operations.DiscoveryRun.State;

/**
 * Discovery that goes one step each time somebody looks at a run: ten devices, two of which fail.
 * For the tests of the faces.
 */
public final class ScriptedDiscovery implements DiscoveryControl {
  private static final int DEVICES = 10;

  private final List<Device> devices;
  private final ConcurrentLinkedDeque<DiscoveryRun> runs = new ConcurrentLinkedDeque<>();
  private final List<String> cancelled = new CopyOnWriteArrayList<>();
  private volatile boolean stuck;
  private volatile boolean silent;

  /** Knows these devices. */
  public ScriptedDiscovery(Device... devices) {
    this.devices = List.of(devices);
  }

  /** From now on runs stand still. */
  public void stickFast() {
    stuck = true;
  }

  /** From now on no device answers. */
  public void silence() {
    silent = true;
  }

  /** Ids of the runs that somebody cancelled. */
  public List<String> cancelled() {
    return List.copyOf(cancelled);
  }

  @Override
  public DiscoveryRun discoverAll() {
    return start(Optional.empty());
  }

  @Override
  public Optional<DiscoveryRun> discover(String node) {
    return devices.stream()
        .filter(d -> d.isCalled(node))
        .findFirst()
        .map(d -> start(Optional.of(d)));
  }

  @Override
  public Optional<DiscoveryRun> run(String id) {
    runs().stream().filter(r -> r.id().equals(id)).findFirst().ifPresent(this::step);
    return runs().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  @Override
  public List<DiscoveryRun> runs() {
    return List.copyOf(runs);
  }

  @Override
  public boolean cancel(String id) {
    Optional<DiscoveryRun> running =
        runs().stream().filter(r -> r.id().equals(id) && r.state() == State.RUNNING).findFirst();
    running.ifPresent(r -> replace(r, at(r, r.complete() + r.failed(), State.CANCELLED)));
    running.ifPresent(r -> cancelled.add(id));
    return running.isPresent();
  }

  private DiscoveryRun start(Optional<Device> device) {
    DiscoveryRun begun =
        new DiscoveryRun(
            "run-" + (runs.size() + 1),
            device,
            State.RUNNING,
            "operator",
            device.isPresent() ? 1 : DEVICES,
            0,
            0,
            0,
            device.isPresent() ? Map.of() : Map.of("no SNMP service", 3, "other location", 1),
            List.of(),
            0,
            0,
            SampleNetwork.SEEN,
            Optional.empty(),
            0,
            "");
    runs.addFirst(begun);
    return begun;
  }

  private void step(DiscoveryRun run) {
    if (run.state() != State.RUNNING || stuck) {
      return;
    }
    int read = Math.min(run.total(), run.complete() + run.failed() + 5);
    replace(run, at(run, read, read == run.total() ? State.DONE : State.RUNNING));
  }

  private void replace(DiscoveryRun run, DiscoveryRun next) {
    runs.removeIf(r -> r.id().equals(run.id()));
    runs.addFirst(next);
  }

  private DiscoveryRun at(DiscoveryRun run, int read, State state) {
    int failed = silent ? read : read / 5;
    List<FailureGroup> failures =
        failed == 0
            ? List.of()
            : List.of(
                new FailureGroup(
                    "no answer", failed, List.of("edge9: timeout after 2 s to 192.0.2.9")));
    return new DiscoveryRun(
        run.id(),
        run.device(),
        state,
        run.trigger(),
        run.total(),
        read - failed,
        0,
        failed,
        run.skipped(),
        failures,
        48 * (read - failed),
        1_000L * (read - failed),
        run.started(),
        state == State.RUNNING ? Optional.empty() : Optional.of(SampleNetwork.SEEN.plusSeconds(2)),
        5.0,
        silent ? "nobody answered; our own address is 192.0.2.250, check access lists" : "");
  }
}
