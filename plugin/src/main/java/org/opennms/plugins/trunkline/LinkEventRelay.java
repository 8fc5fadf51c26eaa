package org.opennms.plugins.trunkline;

import java.time.InstantSource;
import java.util.List;
import org.opennms.plugins.trunkline.inventory.Inventory;
import org.opennms.plugins.trunkline.inventory.KnownDevices.Known;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.telemetry.StatusChange;
import org.opennms.plugins.trunkline.telemetry.TelemetrySink;
import org.opennms.plugins.trunkline.topology.live.LinkEvents;

/** What the host is told of links goes into the export as well. Thread-safe. */
final class LinkEventRelay implements LinkEvents {
  private static final String ONLINE = "ONLINE";
  private static final String DEGRADED = "DEGRADED";
  private static final String OFFLINE = "OFFLINE";

  private final LinkEvents host;
  private final TelemetrySink sink;
  private final Inventory inventory;
  private final InstantSource clock;

  LinkEventRelay(LinkEvents host, TelemetrySink sink, Inventory inventory, InstantSource clock) {
    this.host = host;
    this.sink = sink;
    this.inventory = inventory;
    this.clock = clock;
  }

  @Override
  public void neighborChanged(Device device, LinkEnd port, String before, String now) {
    host.neighborChanged(device, port, before, now);
    tell(device, ONLINE, ONLINE, List.of("change=neighbour", "before=" + before, "now=" + now));
  }

  @Override
  public void linkLost(Device device, Link link) {
    host.linkLost(device, link);
    tell(device, OFFLINE, ONLINE, List.of("change=lost", "link=" + link.key().text()));
  }

  @Override
  public void linkRestored(Device device, Link link) {
    host.linkRestored(device, link);
    tell(device, ONLINE, OFFLINE, List.of("change=restored", "link=" + link.key().text()));
  }

  @Override
  public void linkMismatch(Device device, Link link, LinkMismatch mismatch) {
    host.linkMismatch(device, link, mismatch);
    tell(
        device,
        DEGRADED,
        ONLINE,
        List.of("change=" + mismatch.kind(), "link=" + link.key().text()));
  }

  @Override
  public void linkMatches(Device device, Link link, LinkMismatch.Kind kind) {
    host.linkMatches(device, link, kind);
    tell(device, ONLINE, DEGRADED, List.of("change=" + kind, "link=" + link.key().text()));
  }

  private void tell(Device device, String status, String previous, List<String> tags) {
    inventory.device(device.key()).ifPresent(known -> tell(known, status, previous, tags));
  }

  private void tell(Known known, String status, String previous, List<String> tags) {
    sink.changed(
        known.device(),
        known.facts(),
        new StatusChange("link", "topology", status, previous, clock.instant(), tags));
  }
}
