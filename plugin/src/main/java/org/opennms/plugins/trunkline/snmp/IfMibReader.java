package org.opennms.plugins.trunkline.snmp;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.opennms.plugins.trunkline.inventory.DeviceFingerprint;
import org.opennms.plugins.trunkline.inventory.DeviceReader;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.model.Device;

/**
 * Reads devices with our own SNMP engine: first the cheap objects that tell whether anything
 * changed, then, if so, the interfaces, their addresses and the chassis. Thread-safe.
 */
public final class IfMibReader implements DeviceReader {
  private final SnmpEngine engine;
  private final ProfileTargets targets;
  private final InstantSource clock;
  private final Executor blocking;

  /**
   * Wires it.
   *
   * @param engine left open by this
   * @param targets where credentials come from
   * @param clock stamps fingerprints
   * @param blocking runs the reading of the vault
   */
  public IfMibReader(
      SnmpEngine engine, ProfileTargets targets, InstantSource clock, Executor blocking) {
    this.engine = engine;
    this.targets = targets;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Override
  public CompletionStage<DeviceReading> read(Device device, Optional<DeviceFingerprint> known) {
    CompletableFuture<DeviceReading> result = new CompletableFuture<>();
    CompletionStage<Void> unused =
        CompletableFuture.supplyAsync(() -> targets.choose(device), blocking)
            .thenCompose(choice -> read(device, known, choice, result))
            .exceptionally(fault -> ReadingFailures.internal(device, fault))
            .thenAccept(result::complete);
    return result;
  }

  private CompletionStage<DeviceReading> read(
      Device device,
      Optional<DeviceFingerprint> known,
      ProfileTargets.Choice choice,
      CompletableFuture<DeviceReading> caller) {
    if (choice instanceof ProfileTargets.Choice.Unusable unusable) {
      return CompletableFuture.completedFuture(
          new DeviceReading.Failed(unusable.reason(), unusable.detail(), 0));
    }
    ProfileTargets.Choice.Usable usable = (ProfileTargets.Choice.Usable) choice;
    return new InterfaceReading(engine, device, usable, clock, caller).start(known);
  }
}
