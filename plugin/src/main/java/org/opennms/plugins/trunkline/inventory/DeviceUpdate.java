package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.NodeKey;

/**
 * Brings a reading into the inventory: classifies, keeps what was learned, tells the host of
 * restarts and changed identities. Called by discovery's thread only.
 */
final class DeviceUpdate {
  private final Inventory inventory;
  private final InventoryStore store;
  private final InterfaceClassifier classifier;
  private final DeviceEvents events;
  private final InstantSource clock;

  DeviceUpdate(
      Inventory inventory,
      InventoryStore store,
      InterfaceClassifier classifier,
      DeviceEvents events,
      InstantSource clock) {
    this.inventory = inventory;
    this.store = store;
    this.classifier = classifier;
    this.events = events;
    this.clock = clock;
  }

  /** The tables were read. */
  void complete(Device device, DeviceReading.Complete reading) {
    Optional<DeviceState> before = inventory.state(device.key());
    before.ifPresent(b -> tellChanges(device, b.fingerprint(), reading.fingerprint()));
    List<Classification> classes =
        classifier.classify(device, reading.facts(), reading.interfaces());
    Instant now = clock.instant();
    List<Sighting> sightings =
        SightingMerge.merge(
            before.map(DeviceState::sightings).orElse(List.of()),
            reading.interfaces(),
            classes,
            now);
    keep(new DeviceState(device, reading.facts(), reading.fingerprint(), now, sightings));
  }

  /** The device said that nothing changed; what is not stale was thereby seen. */
  void unchanged(Device device, DeviceReading.Unchanged reading) {
    inventory
        .state(device.key())
        .ifPresent(
            b -> {
              tellChanges(device, b.fingerprint(), reading.fingerprint());
              Instant now = clock.instant();
              List<Sighting> seen = b.sightings().stream().map(s -> seenAgain(s, now)).toList();
              DeviceState state =
                  new DeviceState(device, b.facts(), reading.fingerprint(), b.fullyReadAt(), seen);
              if (device.equals(b.device())) {
                inventory.put(state);
              } else {
                keep(reclassified(state));
              }
            });
  }

  /** The host no longer has the node: its interfaces become stale, and go after the retention. */
  void vanished(NodeKey node) {
    inventory
        .state(node)
        .filter(s -> s.sightings().stream().anyMatch(i -> !i.stale()))
        .ifPresent(
            s ->
                keep(
                    new DeviceState(
                        s.device(),
                        s.facts(),
                        s.fingerprint(),
                        s.fullyReadAt(),
                        SightingMerge.merge(
                            s.sightings(), List.of(), List.of(), clock.instant()))));
  }

  /** Classifies everything anew, after the rules changed. */
  void reclassifyAll() {
    inventory.states().forEach(s -> inventory.put(reclassified(s)));
  }

  private void keep(DeviceState state) {
    inventory.put(state);
    store.changed(state.device().key());
  }

  private DeviceState reclassified(DeviceState state) {
    List<Classification> classes =
        classifier.classify(
            state.device(),
            state.facts(),
            state.sightings().stream().map(Sighting::networkInterface).toList());
    List<Sighting> sightings = new ArrayList<>(state.sightings().size());
    for (int i = 0; i < classes.size(); i++) {
      Sighting s = state.sightings().get(i);
      sightings.add(
          new Sighting(
              s.networkInterface(), classes.get(i), s.firstSeen(), s.lastSeen(), s.stale()));
    }
    return new DeviceState(
        state.device(), state.facts(), state.fingerprint(), state.fullyReadAt(), sightings);
  }

  private void tellChanges(Device device, DeviceFingerprint before, DeviceFingerprint now) {
    if (Uptime.restarted(before, now.sysUpTimeCentis(), now.readAtEpochMillis())) {
      events.restarted(device, now.sysUpTimeCentis() / 100);
    }
    tellChange(device, "sysDescr", before.sysDescr(), now.sysDescr());
    tellChange(device, "sysName", before.sysName(), now.sysName());
    tellChange(device, "sysLocation", before.sysLocation(), now.sysLocation());
  }

  private void tellChange(Device device, String object, String before, String now) {
    if (!before.equals(now)) {
      events.identityChanged(device, object, before, now);
    }
  }

  private static Sighting seenAgain(Sighting s, Instant now) {
    return s.stale()
        ? s
        : new Sighting(s.networkInterface(), s.classification(), s.firstSeen(), now, false);
  }
}
