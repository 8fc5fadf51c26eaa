package org.opennms.plugins.trunkline.snmp.desk;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.NodeSource;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.snmp.ProfileTargets;

/** From an operator's words for a node to how it is asked. Thread-safe. */
final class Targets {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final NodeSource nodes;
  private final ProfileTargets profiles;
  private final Executor blocking;

  Targets(NodeSource nodes, ProfileTargets profiles, Executor blocking) {
    this.nodes = nodes;
    this.profiles = profiles;
    this.blocking = blocking;
  }

  /**
   * How the node is to be asked.
   *
   * @throws OperationException when there is no such node, or no credentials for it
   */
  ProfileTargets.Choice.Usable find(String node) {
    return Patience.await(
        CompletableFuture.supplyAsync(() -> choose(lookUp(node)), blocking),
        LONGEST,
        "finding the node");
  }

  /**
   * The node.
   *
   * @throws OperationException when there is no such node
   */
  Device device(String node) {
    return Patience.await(
        CompletableFuture.supplyAsync(() -> lookUp(node), blocking), LONGEST, "finding the node");
  }

  private ProfileTargets.Choice.Usable choose(Device device) {
    ProfileTargets.Choice choice = profiles.choose(device);
    if (choice instanceof ProfileTargets.Choice.Usable usable) {
      return usable;
    }
    ProfileTargets.Choice.Unusable unusable = (ProfileTargets.Choice.Unusable) choice;
    throw new OperationException(
        "Node '" + device.label() + "' cannot be asked: " + unusable.reason().words(),
        unusable.detail(),
        null);
  }

  private Device lookUp(String node) {
    try {
      return nodes
          .find(node)
          .orElseThrow(
              () ->
                  new OperationException(
                      "The host has no node '" + node + "'",
                      "Give the node's label, id or FS:FID as the host shows them.",
                      null));
    } catch (HostAbsentException e) {
      throw new OperationException(
          "The host cannot be asked for its nodes: " + e.getMessage(),
          "Try again when the host has started; its log tells more.",
          e);
    }
  }
}
