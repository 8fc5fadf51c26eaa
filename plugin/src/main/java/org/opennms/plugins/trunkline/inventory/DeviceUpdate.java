package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * Brings what was learned of a device into the inventory: classifies, keeps what was known, tells
 * the host of restarts and changed identities, has changed classifications noted. Called by
 * discovery's thread only.
 */
final class DeviceUpdate {
  private final Inventory inventory;
  private final InventoryStore store;
  private final InterfaceClassifier classifier;
  private final DeviceEvents events;
  private final ClassificationWatch watch;
  private final Recheck recheck;
  private final InstantSource clock;

  DeviceUpdate(
      Inventory inventory,
      InventoryStore store,
      InterfaceClassifier classifier,
      DeviceEvents events,
      ClassificationWatch watch,
      Recheck recheck,
      InstantSource clock) {
    this.inventory = inventory;
    this.store = store;
    this.classifier = classifier;
    this.events = events;
    this.watch = watch;
    this.recheck = recheck;
    this.clock = clock;
  }

  /** The host described the device, perhaps otherwise than before: a new id, another label. */
  void described(Device device) {
    inventory
        .state(device.key())
        .filter(s -> !s.device().equals(device))
        .ifPresent(s -> keep(reclassified(s.with(device))));
  }

  /** The device was asked. */
  void read(Device device, DeviceReading reading) {
    if (reading instanceof DeviceReading.Complete c) {
      complete(device, c);
    } else if (reading instanceof DeviceReading.Unchanged u) {
      inventory.state(device.key()).ifPresent(s -> unchanged(s, u));
    }
  }

  /** The host no longer has the node: its interfaces become stale, and go after the retention. */
  void vanished(DeviceState state) {
    if (state.sightings().isEmpty()) {
      inventory.remove(state.device().key());
      store.changed(state.device().key());
    } else if (state.sightings().stream().anyMatch(s -> !s.stale())) {
      keep(state.vanished());
    }
  }

  /** Classifies everything anew, after the rules changed. */
  void reclassifyAll() {
    inventory.states().forEach(s -> inventory.put(reclassified(s)));
  }

  /** Classifies some devices anew, after more became known of what they are connected to. */
  void reclassify(Collection<NodeKey> nodes) {
    nodes.forEach(n -> inventory.state(n).ifPresent(s -> inventory.put(reclassified(s))));
  }

  private void complete(Device device, DeviceReading.Complete reading) {
    Optional<DeviceState> before = inventory.state(device.key());
    List<Judgement> classes = classifier.classify(device, reading.facts(), reading.interfaces());
    Instant now = clock.instant();
    List<Sighting> known = before.map(DeviceState::sightings).orElse(List.of());
    List<Sighting> sightings = SightingMerge.merge(known, reading.interfaces(), classes, now);
    watch.compare(device, known, sightings);
    before.ifPresent(b -> tellChanges(device, b.fingerprint(), reading.fingerprint()));
    List<KnownInterface> lost = isWhole(before, reading) ? lost(known, sightings) : List.of();
    keep(new DeviceState(device, reading.facts(), reading.fingerprint(), now, sightings));
    if (!lost.isEmpty()) {
      lost.forEach(events::vanished);
      recheck.lost(device.nodeId(), now);
    }
  }

  // An agent whose ifTable is empty, or shorter than it was though ifNumber says otherwise, is ill.
  private static boolean isWhole(Optional<DeviceState> before, DeviceReading.Complete reading) {
    long told = reading.fingerprint().ifNumber();
    return !reading.interfaces().isEmpty()
        && (told <= reading.interfaces().size()
            || before.map(b -> told < b.fingerprint().ifNumber()).orElse(false));
  }

  private List<KnownInterface> lost(List<Sighting> before, List<Sighting> now) {
    return SightingMerge.lost(before, now).stream()
        .flatMap(key -> inventory.get(key.node().text(), key.name()).stream())
        .filter(KnownInterface::monitored)
        .toList();
  }

  private void unchanged(DeviceState before, DeviceReading.Unchanged reading) {
    boolean told = tellChanges(before.device(), before.fingerprint(), reading.fingerprint());
    inventory.put(before.confirmed(reading.fingerprint(), clock.instant()));
    if (told) {
      // Otherwise the event would be sent once more after our own next start.
      store.changed(before.device().key());
    }
  }

  private void keep(DeviceState state) {
    inventory.put(state);
    store.changed(state.device().key());
  }

  private DeviceState reclassified(DeviceState state) {
    List<Judgement> classes =
        classifier.classify(
            state.device(),
            state.facts(),
            state.sightings().stream().map(Sighting::networkInterface).toList());
    List<Sighting> sightings = new ArrayList<>(classes.size());
    for (int i = 0; i < classes.size(); i++) {
      sightings.add(state.sightings().get(i).with(classes.get(i)));
    }
    watch.compare(state.device(), state.sightings(), sightings);
    return state.with(sightings);
  }

  private boolean tellChanges(Device device, DeviceFingerprint before, DeviceFingerprint now) {
    boolean told = Uptime.restarted(before, now.sysUpTimeCentis(), now.readAtEpochMillis());
    if (told) {
      events.restarted(device, now.sysUpTimeCentis() / 100);
    }
    told |= tellChange(device, "sysDescr", before.sysDescr(), now.sysDescr());
    told |= tellChange(device, "sysName", before.sysName(), now.sysName());
    told |= tellChange(device, "sysLocation", before.sysLocation(), now.sysLocation());
    return told;
  }

  private boolean tellChange(Device device, String object, String before, String now) {
    boolean changed = !before.equals(now);
    if (changed) {
      events.identityChanged(device, object, before, now);
    }
    return changed;
  }
}
