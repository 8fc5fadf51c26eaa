package org.opennms.plugins.trunkline.operations;

import java.util.List;
import java.util.Optional;

/** Starts, watches and stops discovery. Returns at once; thread-safe. */
public interface DiscoveryControl {
  /**
   * Discovers all nodes that the configuration selects, reading every table anew. When such a run
   * is already under way, that one is returned.
   */
  DiscoveryRun discoverAll();

  /**
   * Discovers one node, whatever the selection says.
   *
   * @param node node label, numeric id or {@code FS:FID}
   * @return empty when the host has no such node
   */
  Optional<DiscoveryRun> discover(String node);

  /** A run by its id; the last 20 are kept. */
  Optional<DiscoveryRun> run(String id);

  /** The last 20 runs, newest first. */
  List<DiscoveryRun> runs();

  /** Stops a run; what it has read so far stays. False when there is no such run under way. */
  boolean cancel(String id);
}
