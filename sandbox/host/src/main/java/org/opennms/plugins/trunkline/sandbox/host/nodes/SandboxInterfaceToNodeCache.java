package org.opennms.plugins.trunkline.sandbox.host.nodes;

import java.net.InetAddress;
import java.util.Optional;
import org.opennms.integration.api.v1.dao.InterfaceToNodeCache;

/** Which node owns an address; a null location means "Default". */
public final class SandboxInterfaceToNodeCache implements InterfaceToNodeCache {

  private final NodeInventory inventory;
  private final Runnable refresh;

  /**
   * Makes a cache over the inventory.
   *
   * @param refresh reads the nodes again and announces what changed
   */
  public SandboxInterfaceToNodeCache(NodeInventory inventory, Runnable refresh) {
    this.inventory = inventory;
    this.refresh = refresh;
  }

  @Override
  public Optional<Integer> getFirstNodeId(String location, InetAddress address) {
    String place = location == null ? NodeSpec.DEFAULT_LOCATION : location;
    return inventory.nodeId(place, address);
  }

  @Override
  public void refresh() {
    refresh.run();
  }
}
