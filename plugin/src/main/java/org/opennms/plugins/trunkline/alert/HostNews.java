package org.opennms.plugins.trunkline.alert;

/** Takes what the host announces about interfaces and nodes; must neither block nor throw. */
public interface HostNews {
  /** Something may have happened to an interface. */
  void link(LinkHint hint);

  /**
   * The host holds a node for down, or up again.
   *
   * @param nodeId the host's
   * @param down how it is
   */
  void node(int nodeId, boolean down);
}
