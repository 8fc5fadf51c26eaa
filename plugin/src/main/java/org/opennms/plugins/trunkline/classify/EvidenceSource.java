package org.opennms.plugins.trunkline.classify;

import org.opennms.plugins.trunkline.classify.evidence.InterfaceEvidence;

/** One of the kinds of evidence. Stateless; what it needs for its work is in the desk. */
interface EvidenceSource {
  /** Adds what it finds to the desk's score. */
  void collect(DeviceContext device, InterfaceEvidence evidence, Desk desk);
}
