package org.opennms.plugins.trunkline.alert;

import java.util.Objects;

/**
 * The host heard that something happened to an interface; worth asking the device.
 *
 * @param nodeId the host's
 * @param ifIndex 0 where the event does not tell it: all monitored interfaces of the node are asked
 * @param what the event, in words
 */
public record LinkHint(int nodeId, int ifIndex, String what) {
  /** Rejects missing parts. */
  public LinkHint {
    Objects.requireNonNull(what, "what");
  }
}
