package org.opennms.plugins.trunkline.wire;

import java.util.List;

/** The public keys that senders may sign with. Implementations are safe for use by many threads. */
public interface KeyRing {
  /** The keys of an agent, the newest first where that is known; empty for an unknown agent. */
  List<VerifyingKey> keysOf(String agent);
}
