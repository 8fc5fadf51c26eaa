package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.config.ConfigReader;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.InterfaceFilter;

/** The whole part over ports in memory, on one thread that the test drives. */
final class World implements DeviceEvents {
  final MutableClock clock = new MutableClock();
  final WorkQueue worker = new WorkQueue();
  final MemoryHost host = new MemoryHost();
  final ScriptedReader reader = new ScriptedReader();
  final MemoryStore devices = new MemoryStore();
  final MemoryStore decisions = new MemoryStore();
  final Map<String, String> settings = new HashMap<>();
  final List<String> events = new ArrayList<>();
  InterfaceClassifier rules = Samples.BY_ALIAS;
  InventoryPart part = start();

  /** Starts the part, as after a restart of the host. */
  InventoryPart start() {
    part =
        new InventoryPart(
            new InventoryPart.Needs(
                host, reader, (d, f, i) -> rules.classify(d, f, i), this, devices, decisions),
            this::config,
            clock,
            worker);
    return part;
  }

  TrunklineConfig config() {
    return ConfigReader.read(settings).value().orElseThrow();
  }

  Discovery discovery() {
    return part.discovery();
  }

  /** Looks at all nodes as fast as allowed, to the end. */
  DiscoveryRun look() {
    discovery().look("test", Duration.ZERO);
    worker.run();
    return discovery().runs().get(0);
  }

  List<KnownInterface> known() {
    return part.inventory().find(InterfaceFilter.ALL);
  }

  List<String> names() {
    return known().stream().map(k -> k.key() + (k.stale() ? " stale" : "")).sorted().toList();
  }

  @Override
  public void restarted(Device device, long uptimeSeconds) {
    events.add(device.label() + " restarted, up " + uptimeSeconds + " s");
  }

  @Override
  public void identityChanged(Device device, String object, String before, String now) {
    events.add(device.label() + " " + object + ": " + before + " -> " + now);
  }

  @Override
  public void classificationChanged(
      Device device, InterfaceKey key, Classification before, Classification now) {
    events.add(key + ": " + words(before) + " -> " + words(now));
  }

  @Override
  public void vanished(KnownInterface was) {
    events.add(was.key() + " vanished");
  }

  private static String words(Classification said) {
    return said.role().spelling() + said.provider().map(p -> " " + p).orElse("");
  }
}
