package org.opennms.plugins.trunkline.sandbox.host.topology;

import java.util.Objects;

/**
 * A link as the edges file describes it.
 *
 * @param protocol any text; one that the API's enumeration lacks breaks the readers, as in Horizon
 */
public record EdgeSpec(String protocol, EndpointSpec source, EndpointSpec target) {

  /** Refuses what lacks a part. */
  public EdgeSpec {
    Objects.requireNonNull(protocol, "edge without 'protocol'");
    Objects.requireNonNull(source, "edge without 'source'");
    Objects.requireNonNull(target, "edge without 'target'");
  }

  /**
   * One end: a port (node and ifIndex), a node (no ifIndex), or a segment (no node).
   *
   * @param node requisition and id as {@code FS:FID}, or the label of a discovered node
   * @param ifIndex the port; null for the node as a whole
   * @param ifAddress text of the remote link record: an address, a MAC or a port id
   * @param segment id of a shared segment
   */
  public record EndpointSpec(
      String node, Integer ifIndex, String ifName, String ifAddress, String segment) {}
}
