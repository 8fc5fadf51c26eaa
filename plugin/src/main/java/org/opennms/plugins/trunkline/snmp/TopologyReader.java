package org.opennms.plugins.trunkline.snmp;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.topology.NeighbourColumn;
import org.opennms.plugins.trunkline.topology.live.NeighbourReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.smi.OID;

/** Reads neighbour tables with our own SNMP engine. Thread-safe. */
public final class TopologyReader implements NeighbourReader {
  private static final Logger LOG = LoggerFactory.getLogger(TopologyReader.class);
  // LLDP-MIB and LLDP-V2-MIB lldpV2StatsRemTablesLastChangeTime.
  private static final List<OID> LAST_CHANGE =
      List.of(
          new OID(NeighbourColumn.LLDP_LAST_CHANGE.oid() + ".0"),
          new OID("1.3.111.2.802.1.1.13.1.2.1.0"));

  private final SnmpEngine engine;
  private final ProfileTargets targets;
  private final Executor blocking;

  /**
   * Wires it.
   *
   * @param engine left open by this
   * @param targets where credentials come from
   * @param blocking runs the reading of the vault
   */
  public TopologyReader(SnmpEngine engine, ProfileTargets targets, Executor blocking) {
    this.engine = engine;
    this.targets = targets;
    this.blocking = blocking;
  }

  @Override
  public CompletionStage<Reading> read(Known device, boolean forwarding, Rows rows) {
    CompletableFuture<Reading> result = new CompletableFuture<>();
    CompletionStage<Void> unused =
        CompletableFuture.supplyAsync(() -> targets.choose(device.device()), blocking)
            .thenCompose(
                choice ->
                    choice instanceof ProfileTargets.Choice.Usable usable
                        ? new NeighbourReading(engine, usable, rows, result)
                            .read(device.interfaces().size(), forwarding)
                        : CompletableFuture.completedFuture(unusable(choice)))
            .exceptionally(fault -> internal(device, fault))
            .thenAccept(result::complete);
    return result;
  }

  @Override
  public CompletionStage<OptionalLong> lastChange(Known device) {
    return CompletableFuture.supplyAsync(() -> targets.choose(device.device()), blocking)
        .thenCompose(
            choice ->
                choice instanceof ProfileTargets.Choice.Usable usable
                    ? Scalars.read(engine, usable.target(), LAST_CHANGE)
                        .thenApply(TopologyReader::latest)
                    : CompletableFuture.completedFuture(OptionalLong.empty()))
        .exceptionally(
            fault -> {
              LOG.debug("{} was not asked for its last change", device.device().label(), fault);
              return OptionalLong.empty();
            });
  }

  static OptionalLong latest(SnmpResult<Scalars> answer) {
    return answer instanceof SnmpResult.Success<Scalars> success
        ? LAST_CHANGE.stream().mapToLong(success.value()::number).filter(n -> n >= 0).max()
        : OptionalLong.empty();
  }

  private static Reading unusable(ProfileTargets.Choice choice) {
    return new Failed(((ProfileTargets.Choice.Unusable) choice).detail());
  }

  private static Reading internal(Known device, Throwable fault) {
    LOG.error("a fault of ours while reading neighbours of {}", device.device().label(), fault);
    return new Failed("The log has the stack trace; please report it.");
  }
}
