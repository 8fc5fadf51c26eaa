package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.RunPlan.Scope;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts, watches and stops discovery runs; the work is done on one executor thread. Every method
 * returns at once, except that {@link #discover} asks the host for its node.
 */
public final class Discovery implements DiscoveryControl {
  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);

  private final NodeSource nodes;
  private final InstantSource clock;
  private final Executor worker;
  private final Readings readings;
  private final DiscoveryWork work;
  private final RunLog runs = new RunLog();
  private final AtomicBoolean ticking = new AtomicBoolean();
  private boolean closed;

  /**
   * Does nothing until asked.
   *
   * @param worker a single thread of our own
   */
  Discovery(
      NodeSource nodes,
      DeviceReader reader,
      Inventory inventory,
      DeviceUpdate update,
      Supplier<TrunklineConfig.Discovery> settings,
      InstantSource clock,
      Executor worker) {
    this.nodes = nodes;
    this.clock = clock;
    this.worker = worker;
    readings = new Readings(reader, clock, this::arrived);
    work = new DiscoveryWork(nodes, inventory, update, settings, clock, runs, readings);
  }

  @Override
  public synchronized DiscoveryRun discoverAll() {
    return runs.overAll("operator")
        .orElseGet(
            () -> start(new RunPlan("operator", Scope.SELECTED, true, Duration.ZERO), List.of()))
        .view(clock.instant());
  }

  @Override
  public Optional<DiscoveryRun> discover(String node) {
    Optional<Device> device;
    try {
      device = nodes.find(node);
    } catch (HostAbsentException e) {
      throw new OperationException(e.getMessage(), "Check the host's log, then try again.", e);
    }
    return device.map(d -> start(RunPlan.about(d), List.of(d.nodeId())).view(clock.instant()));
  }

  @Override
  public Optional<DiscoveryRun> run(String id) {
    return runs().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  @Override
  public List<DiscoveryRun> runs() {
    Instant now = clock.instant();
    return runs.all().stream().map(r -> r.view(now)).toList();
  }

  @Override
  public boolean cancel(String id) {
    return runs.running(id).map(r -> work.stop(r, "Stopped; what was read stays.")).orElse(false);
  }

  /**
   * Looks at all selected devices; those that say they are unchanged are not read again.
   *
   * @return false when such a run is still under way, and no other was started
   */
  public synchronized boolean look(String trigger, Duration spread) {
    boolean free = runs.overAll(trigger).isEmpty();
    if (free) {
      start(new RunPlan(trigger, Scope.SELECTED, false, spread), List.of());
    }
    return free;
  }

  /** Reads the named nodes, as far as the configuration selects them. */
  public void read(String trigger, Collection<Integer> nodeIds) {
    start(new RunPlan(trigger, Scope.NAMED, true, Duration.ZERO), nodeIds);
  }

  /** Lets spread runs go on; cheap when there is nothing to do. */
  public void tick() {
    // One at a time: ticks must not pile up behind a host that is slow.
    if (!runs.running().isEmpty() && ticking.compareAndSet(false, true)) {
      submit(this::goOn);
    }
  }

  /** Stops every run and every request under way. */
  public synchronized void close() {
    closed = true;
    runs.running().forEach(r -> work.stop(r, "Trunkline is stopping."));
    readings.close();
  }

  private synchronized Run start(RunPlan plan, Collection<Integer> named) {
    Run run = new Run(UUID.randomUUID().toString().substring(0, 8), plan, clock.instant());
    runs.add(run);
    if (closed) {
      work.stop(run, "Trunkline is stopping.");
    } else if (plan.scope() == Scope.SELECTED) {
      submit(() -> work.begin(run));
    } else {
      run.expect(named);
      submit(work::advance);
    }
    return run;
  }

  private void goOn() {
    ticking.set(false);
    readings.giveUp();
    work.advance();
  }

  private void arrived(Readings.Arrival arrival) {
    submit(() -> work.arrived(arrival));
  }

  private void submit(Runnable task) {
    try {
      worker.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("What comes during the stop is left aside", e);
    }
  }
}
