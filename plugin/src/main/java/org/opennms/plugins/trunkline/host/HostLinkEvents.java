package org.opennms.plugins.trunkline.host;

import org.opennms.integration.api.v1.events.EventForwarder;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.topology.live.LinkEvents;

/** Sends events about links to the host. Thread-safe; never blocks and never throws. */
public final class HostLinkEvents implements LinkEvents {
  private final EventSender sender;

  /** Over the host's forwarder. */
  public HostLinkEvents(EventForwarder forwarder) {
    this.sender = new EventSender(forwarder);
  }

  @Override
  public void neighborChanged(Device device, LinkEnd port, String before, String now) {
    sender
        .about(device, Ueis.NEIGHBOR_CHANGED)
        .with("interface", port.port())
        .with("before", before)
        .with("now", now)
        .send();
  }

  @Override
  public void linkLost(Device device, Link link) {
    about(device, Ueis.LINK_LOST, link).with("lastSeen", link.lastSeen().toString()).send();
  }

  @Override
  public void linkRestored(Device device, Link link) {
    about(device, Ueis.LINK_RESTORED, link).send();
  }

  @Override
  public void linkMismatch(Device device, Link link, LinkMismatch mismatch) {
    about(device, Ueis.LINK_MISMATCH, link)
        .with("mismatch", mismatch.kind().spelling())
        .with("here", mismatch.a())
        .with("there", mismatch.b())
        .send();
  }

  @Override
  public void linkMatches(Device device, Link link, LinkMismatch.Kind kind) {
    about(device, Ueis.LINK_MATCHES, link).with("mismatch", kind.spelling()).send();
  }

  // The alarms' reduction keys are made of the parameter link: it must never be empty.
  private EventSender.Draft about(Device device, String uei, Link link) {
    return sender
        .about(device, uei)
        .with("link", link.key().id())
        .with("interface", link.a().port())
        .with("remoteNode", link.b().device())
        .with("remoteInterface", link.b().port());
  }
}
