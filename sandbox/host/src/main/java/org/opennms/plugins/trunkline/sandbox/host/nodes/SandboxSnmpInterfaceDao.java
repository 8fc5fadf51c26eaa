package org.opennms.plugins.trunkline.sandbox.host.nodes;

import org.opennms.integration.api.v1.dao.SnmpInterfaceDao;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.integration.api.v1.model.SnmpInterface;

/** SNMP interfaces of the nodes; null when none matches. */
public final class SandboxSnmpInterfaceDao implements SnmpInterfaceDao {

  private final NodeInventory inventory;

  /** Makes a DAO over the inventory. */
  public SandboxSnmpInterfaceDao(NodeInventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public Long getSnmpInterfaceCount() {
    return inventory.nodes().stream().mapToLong(node -> node.getSnmpInterfaces().size()).sum();
  }

  @Override
  public SnmpInterface findByNodeIdAndDescrOrName(Integer nodeId, String descrOrName) {
    Node node = inventory.node(nodeId);
    return node == null || descrOrName == null
        ? null
        : node.getSnmpInterfaces().stream()
            .filter(i -> descrOrName.equals(i.getIfDescr()) || descrOrName.equals(i.getIfName()))
            .findFirst()
            .orElse(null);
  }
}
