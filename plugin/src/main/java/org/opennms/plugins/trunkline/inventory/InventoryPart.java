package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.config.PartSwitch;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;
import org.opennms.plugins.trunkline.operations.OverrideTransfer;
import org.opennms.plugins.trunkline.operations.WorkLists;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part, put together: inventory, overrides, discovery. The methods named after jobs are called
 * by a scheduler; each may block for as long as the host's database does. What changes a device's
 * state happens on the one worker thread.
 */
public final class InventoryPart {
  private static final Logger LOG = LoggerFactory.getLogger(InventoryPart.class);
  // The last tenth of the interval is left for devices that are slow.
  private static final int SPREAD_PERCENT = 90;

  private final Supplier<TrunklineConfig> config;
  private final InstantSource clock;
  private final Executor worker;
  private final OverrideStore overrides;
  private final Inventory inventory;
  private final InventoryStore store;
  private final DeviceUpdate update;
  private final Discovery discovery;
  private final NodeChanges changes;
  private final WorkLists work;
  private final Recheck recheck = new Recheck();
  private final ClassificationWatch watch;
  private boolean waiting;

  /**
   * What the part needs of others.
   *
   * @param nodes the host's nodes
   * @param reader reads devices
   * @param classifier says what interfaces are for
   * @param events tells the host
   * @param deviceState the store's context for devices
   * @param overrideState the store's context for overrides
   */
  public record Needs(
      NodeSource nodes,
      DeviceReader reader,
      InterfaceClassifier classifier,
      DeviceEvents events,
      StateStore deviceState,
      StateStore overrideState) {}

  /**
   * Puts the part together; nothing runs yet.
   *
   * @param config the settings in force
   * @param worker one thread of our own, for discovery
   */
  public InventoryPart(
      Needs needs, Supplier<TrunklineConfig> config, InstantSource clock, Executor worker) {
    this.config = config;
    this.clock = clock;
    this.worker = worker;
    overrides = new OverrideStore(needs.overrideState());
    inventory = new Inventory(overrides::get, () -> config.get().monitoring());
    overrides.onChange(inventory::invalidate);
    store = new InventoryStore(inventory, needs.deviceState(), needs.classifier());
    ChangeLog log = new ChangeLog();
    work = new WorkListDesk(inventory, log, clock);
    watch = new ClassificationWatch(overrides::get, log, needs.events(), clock);
    update =
        new DeviceUpdate(
            inventory, store, needs.classifier(), needs.events(), watch, recheck, clock);
    discovery =
        new Discovery(
            needs.nodes(),
            needs.reader(),
            inventory,
            update,
            () -> config.get().discovery(),
            clock,
            worker);
    changes = new NodeChanges(discovery, () -> config.get().discovery().eventDelay(), clock);
  }

  /** What is known. */
  public Inventory inventory() {
    return inventory;
  }

  /** The operators' decisions. */
  public OverrideStore overrides() {
    return overrides;
  }

  /** The operators' decisions as CSV. */
  public OverrideTransfer transfer() {
    return new OverrideCsv(overrides);
  }

  /** What an operator should look at. */
  public WorkLists work() {
    return work;
  }

  /** Discovery runs. */
  public Discovery discovery() {
    return discovery;
  }

  /** The host's announcements. */
  public NodeChanges changes() {
    return changes;
  }

  /**
   * Reads what was known before the last stop.
   *
   * @return whether the host's store could be read; call again later if not
   */
  public synchronized boolean load() {
    try {
      overrides.load();
    } catch (HostAbsentException e) {
      if (!waiting) {
        LOG.warn("Overrides cannot be read yet, and none can be set: {}", e.getMessage());
      }
      waiting = true;
      return false;
    }
    return store.load();
  }

  /** The job after start: every selected device is looked at once, as fast as allowed. */
  public void lookAtStart() {
    discovery.look("start", Duration.ZERO);
  }

  /** The regular job: every selected device is looked at, spread over the interval. */
  public void lookSpread() {
    Duration interval = config.get().discovery().interval();
    discovery.look("schedule", interval.multipliedBy(SPREAD_PERCENT).dividedBy(100));
  }

  /**
   * The job of every second: spread runs and announcements. While the part is off, announcements
   * wait; what an operator started goes on.
   */
  public void tick() {
    if (config.get().isOn(PartSwitch.DISCOVERY)) {
      recheck.tick(clock.instant(), changes::announce);
      changes.tick();
    }
    discovery.tick();
    watch.tick();
  }

  /** Devices whose state the host's store does not have yet. */
  public int unwritten() {
    return store.pending();
  }

  /** Events of changed classifications that were too many to be sent. */
  public long withheldEvents() {
    return watch.withheld();
  }

  /** The job of every second that may block: writes some of what is pending. */
  public void write() {
    store.tick();
  }

  /**
   * The daily job: what has been gone for too long is forgotten.
   *
   * @return one line for the schedule
   */
  public String cleanUp() {
    Instant now = clock.instant();
    TrunklineConfig.Retention retention = config.get().retention();
    int interfaces = store.cleanUp(now.minus(retention.interfaces()));
    Set<InterfaceKey> known =
        inventory.find(InterfaceFilter.ALL).stream()
            .map(KnownInterface::key)
            .collect(Collectors.toSet());
    int decisions = overrides.cleanUp(known, retention.learned(), now);
    return interfaces + " stale interfaces and " + decisions + " overrides removed";
  }

  /** To be called when the rules changed; returns at once. */
  public void reclassify() {
    worker.execute(update::reclassifyAll);
  }

  /** To be called when the neighbours of these nodes changed; returns at once. */
  public void reclassify(Collection<NodeKey> nodes) {
    List<NodeKey> some = List.copyOf(nodes);
    try {
      worker.execute(() -> update.reclassify(some));
    } catch (RejectedExecutionException e) {
      LOG.debug("What comes during the stop is left aside", e);
    }
  }

  /** To be called when the settings changed. */
  public void settingsChanged() {
    inventory.invalidate();
  }

  /** Stops discovery and writes what is pending. */
  public void close() {
    discovery.close();
    store.flush();
  }
}
