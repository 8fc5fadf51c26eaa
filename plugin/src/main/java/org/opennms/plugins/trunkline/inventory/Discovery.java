package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.RunPlan.Scope;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.DiscoveryRun.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs discovery. All work is done on one executor thread: the host's database is asked there, and
 * readings are brought into the inventory there. The public methods only take a lock for moments.
 */
public final class Discovery implements DiscoveryControl {
  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
  private static final int KEPT_RUNS = 20;

  private final NodeSource nodes;
  private final DeviceReader reader;
  private final Inventory inventory;
  private final DeviceUpdate update;
  private final Supplier<TrunklineConfig.Discovery> settings;
  private final InstantSource clock;
  private final Executor worker;
  private final Object lock = new Object();
  private final Deque<Run> runs = new ArrayDeque<>();
  private final Map<NodeKey, CompletableFuture<DeviceReading>> underWay = new HashMap<>();
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
    this.reader = reader;
    this.inventory = inventory;
    this.update = update;
    this.settings = settings;
    this.clock = clock;
    this.worker = worker;
  }

  @Override
  public DiscoveryRun discoverAll() {
    synchronized (lock) {
      Optional<Run> same = running("operator", Scope.SELECTED);
      return same.isPresent()
          ? same.get().view(clock.instant())
          : start(new RunPlan("operator", Scope.SELECTED, true, Duration.ZERO), List.of());
    }
  }

  @Override
  public Optional<DiscoveryRun> discover(String node) {
    return nodes.find(node).map(d -> start(RunPlan.about(d), List.of(d.nodeId())));
  }

  @Override
  public Optional<DiscoveryRun> run(String id) {
    return runs().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  @Override
  public List<DiscoveryRun> runs() {
    synchronized (lock) {
      return runs.stream().map(r -> r.view(clock.instant())).toList();
    }
  }

  @Override
  public boolean cancel(String id) {
    synchronized (lock) {
      Optional<Run> run = runs.stream().filter(r -> r.id().equals(id) && r.running()).findFirst();
      run.ifPresent(r -> r.end(State.CANCELLED, clock.instant(), "Stopped; what was read stays."));
      return run.isPresent();
    }
  }

  /** Looks at all selected devices; those that say they are unchanged are not read again. */
  public void look(String trigger, Duration spread) {
    synchronized (lock) {
      if (running(trigger, Scope.SELECTED).isEmpty()) {
        start(new RunPlan(trigger, Scope.SELECTED, false, spread), List.of());
      }
    }
  }

  /** Reads the named nodes, as far as the configuration selects them. */
  public void read(String trigger, Collection<Integer> nodeIds) {
    start(new RunPlan(trigger, Scope.NAMED, true, Duration.ZERO), nodeIds);
  }

  /** Lets spread runs go on; cheap when there is nothing to do. */
  public void tick() {
    List<Run> going;
    synchronized (lock) {
      going = runs.stream().filter(Run::running).toList();
    }
    going.forEach(r -> submit(() -> advance(r)));
  }

  /** Stops every run and every request under way. */
  public void close() {
    synchronized (lock) {
      closed = true;
      runs.stream().filter(Run::running).forEach(r -> cancel(r.id()));
      List.copyOf(underWay.values()).forEach(f -> f.cancel(true));
      underWay.clear();
    }
  }

  private DiscoveryRun start(RunPlan plan, Collection<Integer> nodeIds) {
    Run run = new Run(UUID.randomUUID().toString().substring(0, 8), plan, clock.instant());
    synchronized (lock) {
      runs.addFirst(run);
      while (runs.size() > KEPT_RUNS && !runs.getLast().running()) {
        runs.removeLast();
      }
      run.expect(nodeIds);
      if (closed) {
        run.end(State.CANCELLED, clock.instant(), "Trunkline is stopping.");
      } else {
        submit(() -> begin(run));
      }
      return run.view(clock.instant());
    }
  }

  private void begin(Run run) {
    if (run.plan().scope() == Scope.SELECTED) {
      try {
        List<Integer> ids = nodes.nodeIds();
        synchronized (lock) {
          run.expectAll(ids);
        }
      } catch (HostAbsentException e) {
        end(run, State.FAILED, e.getMessage());
        return;
      }
    }
    advance(run);
  }

  private void advance(Run run) {
    Optional<Integer> next = next(run);
    while (next.isPresent()) {
      readNode(run, next.get());
      next = next(run);
    }
    boolean over;
    synchronized (lock) {
      over = run.running() && run.isOver();
    }
    if (over) {
      finish(run);
    }
  }

  private Optional<Integer> next(Run run) {
    synchronized (lock) {
      return run.next(settings.get().concurrency(), clock.instant());
    }
  }

  private void readNode(Run run, int nodeId) {
    Optional<Device> device;
    try {
      device = nodes.node(nodeId);
    } catch (HostAbsentException e) {
      skip(run, e.getMessage());
      return;
    }
    if (device.isEmpty()) {
      skip(run, "no longer known to the host");
      return;
    }
    Optional<String> refusal =
        run.plan().scope() == Scope.WANTED
            ? Optional.empty()
            : NodeSelector.refusal(device.get(), settings.get().nodes());
    if (refusal.isPresent()) {
      skip(run, refusal.get());
    } else {
      ask(run, device.get());
    }
  }

  private void ask(Run run, Device device) {
    if (device.address().isEmpty()) {
      take(
          run,
          device,
          new DeviceReading.Failed(
              FailureReason.NO_ADDRESS, "give the node an address in the host", 0));
      return;
    }
    CompletableFuture<DeviceReading> reading;
    synchronized (lock) {
      reading = underWay.get(device.key());
      if (reading == null) {
        reading = reader.read(device, known(run, device)).toCompletableFuture();
        underWay.put(device.key(), reading);
      }
    }
    // Handled by arrived(), faults included, so the stage that this makes has nothing to tell.
    var unused = reading.whenComplete((r, fault) -> submit(() -> arrived(run, device, r, fault)));
  }

  private void submit(Runnable work) {
    try {
      worker.execute(work);
    } catch (RejectedExecutionException e) {
      LOG.debug("A reading that arrived during the stop is left aside", e);
    }
  }

  private Optional<DeviceFingerprint> known(Run run, Device device) {
    Instant due = clock.instant().minus(settings.get().fullInterval());
    return inventory
        .state(device.key())
        .filter(s -> !run.plan().thorough() && s.fullyReadAt().isAfter(due))
        .map(DeviceState::fingerprint);
  }

  private void arrived(Run run, Device device, DeviceReading reading, Throwable failure) {
    synchronized (lock) {
      underWay.remove(device.key());
    }
    DeviceReading result = reading == null ? ReadingFaults.of(device, failure) : reading;
    DeviceReading taken = result;
    try {
      bring(device, result);
    } catch (RuntimeException e) {
      taken = ReadingFaults.of(device, e);
    }
    take(run, device, taken);
    advance(run);
  }

  private void bring(Device device, DeviceReading reading) {
    if (reading instanceof DeviceReading.Complete c) {
      update.complete(device, c);
    } else if (reading instanceof DeviceReading.Unchanged u) {
      update.unchanged(device, u);
    }
  }

  private void take(Run run, Device device, DeviceReading reading) {
    synchronized (lock) {
      run.record(device, reading);
    }
  }

  private void skip(Run run, String reason) {
    synchronized (lock) {
      run.skip(reason);
    }
  }

  private void finish(Run run) {
    Optional<Device> silent;
    Predicate<Device> gone;
    synchronized (lock) {
      silent = run.silentThroughout();
      gone = run.gone();
    }
    inventory.states().stream()
        .map(DeviceState::device)
        .filter(gone)
        .forEach(d -> update.vanished(d.key()));
    inventory.discoveryEnded(clock.instant());
    end(run, State.DONE, silent.map(Discovery::silence).orElse(""));
  }

  private void end(Run run, State how, String message) {
    DiscoveryRun view;
    synchronized (lock) {
      run.end(how, clock.instant(), message);
      view = run.view(clock.instant());
    }
    LOG.info(
        "Discovery {} by {} is {}: {} read, {} unchanged, {} failed, {} interfaces. {}",
        view.id(),
        view.trigger(),
        how,
        view.complete(),
        view.unchanged(),
        view.failed(),
        view.interfaces(),
        message);
  }

  private static String silence(Device device) {
    return "Nobody answered. Devices see requests from "
        + device.address().flatMap(SourceAddress::towards).orElse("an unknown address")
        + ": check that their access lists permit it, and that etc/trunkline/snmp.yaml has the"
        + " right communities.";
  }

  private Optional<Run> running(String trigger, Scope scope) {
    return runs.stream()
        .filter(r -> r.running() && r.plan().scope() == scope)
        .filter(r -> r.plan().trigger().equals(trigger))
        .findFirst();
  }
}
