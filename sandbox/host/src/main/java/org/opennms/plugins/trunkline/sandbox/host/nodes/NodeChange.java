package org.opennms.plugins.trunkline.sandbox.host.nodes;

import org.opennms.integration.api.v1.model.Node;

/**
 * What a new reading of the nodes file changed.
 *
 * @param kind what happened
 * @param node the node after the change, or as it was before it was deleted; after a restart a
 *     deleted node carries only its id
 */
public record NodeChange(Kind kind, Node node) {

  /** The three changes that the host announces. */
  public enum Kind {
    /** A node that was not there before. */
    ADDED,
    /** The same node, told differently. */
    UPDATED,
    /** A node that is no longer there; its id is never given again. */
    DELETED
  }
}
