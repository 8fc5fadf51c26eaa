package org.opennms.plugins.trunkline;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.config.SecretVault;
import org.opennms.plugins.trunkline.config.SnmpProfiles;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.DeviceFingerprint;
import org.opennms.plugins.trunkline.inventory.DeviceReader;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.snmp.EngineSettings;
import org.opennms.plugins.trunkline.snmp.IfMibReader;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;
import org.opennms.plugins.trunkline.snmp.RequestOptions;
import org.opennms.plugins.trunkline.snmp.SnmpEngine;
import org.opennms.plugins.trunkline.snmp.TopologyReader;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SNMP engine under the settings in force. New limits need a new engine; what the old one has
 * under way is cancelled then. Thread-safe.
 */
final class SnmpAccess implements DeviceReader, NeighbourReader, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnmpAccess.class);

  private final ProfileTargets targets;
  private final Supplier<TrunklineConfig> config;
  private final InstantSource clock;
  private final Executor blocking;
  private TrunklineConfig.Snmp limits;
  private SnmpEngine engine;
  private volatile IfMibReader reader;
  private volatile TopologyReader neighbours;

  SnmpAccess(
      Supplier<SnmpProfiles> profiles,
      SecretVault vault,
      Supplier<TrunklineConfig> config,
      InstantSource clock,
      Executor blocking)
      throws IOException {
    this.config = config;
    this.clock = clock;
    this.blocking = blocking;
    targets = new ProfileTargets(profiles, () -> options(config.get().snmp()), vault, clock);
    open(config.get().snmp());
  }

  @Override
  public CompletionStage<DeviceReading> read(Device device, Optional<DeviceFingerprint> known) {
    return reader.read(device, known);
  }

  @Override
  public CompletionStage<Reading> read(Known device, boolean forwarding, Rows rows) {
    return neighbours.read(device, forwarding, rows);
  }

  @Override
  public CompletionStage<OptionalLong> lastChange(Known device) {
    return neighbours.lastChange(device);
  }

  /** The engine in force; a new one after new limits. */
  synchronized SnmpEngine engine() {
    return engine;
  }

  /** How devices are asked. */
  ProfileTargets targets() {
    return targets;
  }

  /** Takes the settings in force over. */
  synchronized void settingsChanged() {
    TrunklineConfig.Snmp wanted = config.get().snmp();
    if (wanted.equals(limits)) {
      return;
    }
    SnmpEngine before = engine;
    try {
      open(wanted);
      before.close();
    } catch (IOException e) {
      LOG.error("The new SNMP limits are not in force: no socket can be had", e);
    }
  }

  @Override
  public synchronized void close() {
    engine.close();
  }

  private synchronized void open(TrunklineConfig.Snmp wanted) throws IOException {
    EngineSettings standard = EngineSettings.DEFAULT;
    engine =
        SnmpEngine.open(
            new EngineSettings(
                wanted.inFlight(),
                wanted.inFlightPerDevice(),
                standard.discoveries(),
                standard.waiting(),
                standard.devices(),
                wanted.repetitions()));
    limits = wanted;
    reader = new IfMibReader(engine, targets, clock, blocking);
    neighbours = new TopologyReader(engine, targets, blocking);
  }

  private static RequestOptions options(TrunklineConfig.Snmp snmp) {
    return new RequestOptions(snmp.timeout(), snmp.retries(), snmp.maxRepetitions());
  }
}
