package org.opennms.plugins.trunkline.inventory;

import java.util.List;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Device;

/**
 * The host's nodes. Calls block for as long as the host's database does; thread-safe. Never called
 * from the host's own threads.
 */
public interface NodeSource {
  /**
   * The ids of all nodes, which is cheap.
   *
   * @throws HostAbsentException when the host cannot be asked now
   */
  List<Integer> nodeIds();

  /**
   * One node with its addresses and services.
   *
   * @return empty when the host no longer has it
   * @throws HostAbsentException when the host cannot be asked now
   */
  Optional<Device> node(int nodeId);

  /**
   * The node that an operator means.
   *
   * @param text a label, an id or {@code FS:FID}; a label wins, and of several nodes with it the
   *     host chooses
   * @throws HostAbsentException when the host cannot be asked now
   */
  Optional<Device> find(String text);
}
