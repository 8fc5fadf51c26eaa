package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.RunPlan.Scope;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.DiscoveryRun.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What discovery does on its own thread: asks the host for nodes, has devices read, brings readings
 * into the inventory. Every method but {@link #stop} is called by that thread only.
 */
final class DiscoveryWork {
  private static final Logger LOG = LoggerFactory.getLogger(DiscoveryWork.class);

  private final NodeSource nodes;
  private final Inventory inventory;
  private final DeviceUpdate update;
  private final Supplier<TrunklineConfig.Discovery> settings;
  private final InstantSource clock;
  private final RunLog runs;
  private final Readings readings;

  DiscoveryWork(
      NodeSource nodes,
      Inventory inventory,
      DeviceUpdate update,
      Supplier<TrunklineConfig.Discovery> settings,
      InstantSource clock,
      RunLog runs,
      Readings readings) {
    this.nodes = nodes;
    this.inventory = inventory;
    this.update = update;
    this.settings = settings;
    this.clock = clock;
    this.runs = runs;
    this.readings = readings;
  }

  /** Finds out which nodes the run is about. */
  void begin(Run run) {
    try {
      run.expect(nodes.nodeIds());
      advance();
    } catch (HostAbsentException e) {
      end(run, State.FAILED, e.getMessage());
    }
  }

  /** Takes up what is due in every run, as far as there is room. */
  void advance() {
    for (Run run : runs.running()) {
      for (Optional<Integer> node = next(run); node.isPresent(); node = next(run)) {
        readNode(run, node.get());
      }
      if (run.isOver()) {
        finish(run);
      }
    }
  }

  /** A device was read. */
  void arrived(Readings.Arrival arrival) {
    DeviceReading taken = arrival.reading();
    try {
      update.read(arrival.device(), taken);
    } catch (RuntimeException e) {
      taken = ReadingFaults.of(arrival.device(), e);
    }
    for (Run run : arrival.runs()) {
      boolean onlyLooked = taken instanceof DeviceReading.Unchanged && !arrival.thorough();
      if (onlyLooked && run.plan().thorough()) {
        readings.ask(run, arrival.device(), Optional.empty());
      } else {
        run.record(arrival.device(), taken);
      }
    }
    advance();
  }

  /** Stops a run; what it has read stays. False when it has ended already. Thread-safe. */
  boolean stop(Run run, String why) {
    boolean stopped = end(run, State.CANCELLED, why);
    readings.leave(run);
    return stopped;
  }

  private Optional<Integer> next(Run run) {
    // An operator who waits for one device does not queue behind a run over all.
    boolean room =
        run.plan().scope() == Scope.WANTED || readings.size() < settings.get().concurrency();
    return run.next(room, clock.instant());
  }

  private void readNode(Run run, int nodeId) {
    Optional<Device> device;
    try {
      device = nodes.node(nodeId);
    } catch (HostAbsentException e) {
      run.skip(e.getMessage());
      return;
    }
    if (device.isEmpty()) {
      run.skip("no longer known to the host");
      markVanished(d -> d.nodeId() == nodeId);
      return;
    }
    update.described(device.get());
    Optional<String> refusal =
        run.plan().scope() == Scope.WANTED
            ? Optional.empty()
            : NodeSelector.refusal(device.get(), settings.get().nodes());
    if (refusal.isPresent()) {
      run.skip(refusal.get());
      inventory.state(device.get().key()).ifPresent(update::vanished);
    } else {
      ask(run, device.get());
    }
  }

  private void ask(Run run, Device device) {
    if (device.address().isEmpty()) {
      String remedy = "give the node an address in the host";
      run.record(device, new DeviceReading.Failed(FailureReason.NO_ADDRESS, remedy, 0));
    } else {
      readings.ask(run, device, known(run, device));
    }
  }

  private Optional<DeviceFingerprint> known(Run run, Device device) {
    Instant now = clock.instant();
    Instant due = now.minus(settings.get().fullInterval());
    return inventory
        .state(device.key())
        .filter(s -> !run.plan().thorough())
        .filter(s -> s.fullyReadAt().isAfter(due) && !s.fullyReadAt().isAfter(now))
        .map(DeviceState::fingerprint);
  }

  private void finish(Run run) {
    if (run.plan().scope() == Scope.SELECTED) {
      markWhatTheHostLost();
    }
    inventory.discoveryEnded(clock.instant());
    end(run, State.DONE, run.silentThroughout().map(DiscoveryWork::silence).orElse(""));
  }

  private void markWhatTheHostLost() {
    try {
      // Asked anew: nodes that came while the run was under way are not lost.
      Set<Integer> ids = new HashSet<>(nodes.nodeIds());
      markVanished(d -> !ids.contains(d.nodeId()));
    } catch (HostAbsentException e) {
      LOG.warn("Lost nodes are looked for at the next run: {}", e.getMessage());
    }
  }

  private void markVanished(Predicate<Device> lost) {
    inventory.states().stream().filter(s -> lost.test(s.device())).forEach(update::vanished);
  }

  private boolean end(Run run, State how, String message) {
    if (!run.end(how, clock.instant(), message)) {
      return false;
    }
    DiscoveryRun view = run.view(clock.instant());
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
    return true;
  }

  private static String silence(Device device) {
    return "Nobody answered. Devices see requests from "
        + device.address().flatMap(SourceAddress::towards).orElse("an unknown address")
        + ": check that their access lists permit it, and that etc/trunkline/snmp.yaml has the"
        + " right communities.";
  }
}
