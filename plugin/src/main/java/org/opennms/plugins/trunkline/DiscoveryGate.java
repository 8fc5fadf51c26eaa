package org.opennms.plugins.trunkline;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.opennms.plugins.trunkline.operations.DiscoveryControl;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.OperationException;

/**
 * Lets nobody discover before the credentials and what was known are read: every node would fail,
 * and first-seen times be lost. Thread-safe.
 */
final class DiscoveryGate implements DiscoveryControl {
  private final DiscoveryControl discovery;
  private final BooleanSupplier open;

  DiscoveryGate(DiscoveryControl discovery, BooleanSupplier open) {
    this.discovery = discovery;
    this.open = open;
  }

  @Override
  public DiscoveryRun discoverAll() {
    requireOpen();
    return discovery.discoverAll();
  }

  @Override
  public Optional<DiscoveryRun> discover(String node) {
    requireOpen();
    return discovery.discover(node);
  }

  @Override
  public Optional<DiscoveryRun> run(String id) {
    return discovery.run(id);
  }

  @Override
  public List<DiscoveryRun> runs() {
    return discovery.runs();
  }

  @Override
  public boolean cancel(String id) {
    return discovery.cancel(id);
  }

  private void requireOpen() {
    if (!open.getAsBoolean()) {
      throw new OperationException(
          "Trunkline has not yet read what it knew before its start",
          "Try again in a few seconds; if this lasts, the host's key-value store does not answer:"
              + " see the host's log.",
          null);
    }
  }
}
