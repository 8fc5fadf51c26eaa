package org.opennms.plugins.trunkline.host;

import org.opennms.plugins.trunkline.snmp.SetAudit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of changes on devices: every step in the log, every outcome as an event of the host,
 * which keeps it. Thread-safe; never blocks and never throws.
 */
public final class HostSetAudit implements SetAudit {
  private static final Logger LOG = LoggerFactory.getLogger(HostSetAudit.class);

  private final HostEvents events;

  /** Over the host's events. */
  public HostSetAudit(HostEvents events) {
    this.events = events;
  }

  @Override
  public void record(Entry entry) {
    LOG.info(
        "SNMP SET on {} by {}: {} {} {}",
        entry.device().label(),
        entry.by(),
        entry.stage(),
        entry.assignments(),
        entry.detail());
    if (entry.stage() != Stage.SENDING) {
      events.changed(entry);
    }
  }
}
