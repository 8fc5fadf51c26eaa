package org.opennms.plugins.trunkline.host;

import org.opennms.integration.api.v1.events.EventForwarder;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;
import org.opennms.plugins.trunkline.inventory.DeviceEvents;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends events to the host. Thread-safe; never blocks and never throws. */
public final class HostEvents implements DeviceEvents {
  private static final Logger LOG = LoggerFactory.getLogger(HostEvents.class);

  private final EventForwarder forwarder;

  /** Over the host's forwarder. */
  public HostEvents(EventForwarder forwarder) {
    this.forwarder = forwarder;
  }

  @Override
  public void restarted(Device device, long uptimeSeconds) {
    send(
        event(Ueis.DEVICE_RESTARTED, device)
            .addParameter(parameter("uptimeSeconds", Long.toString(uptimeSeconds))));
  }

  @Override
  public void identityChanged(Device device, String object, String before, String now) {
    send(
        event(Ueis.DEVICE_IDENTITY_CHANGED, device)
            .addParameter(parameter("object", object))
            .addParameter(parameter("before", before))
            .addParameter(parameter("now", now)));
  }

  @Override
  public void classificationChanged(
      Device device, InterfaceKey key, Classification before, Classification now) {
    send(
        event(Ueis.CLASSIFICATION_CHANGED, device)
            .addParameter(parameter("interface", key.name()))
            .addParameter(parameter("roleBefore", before.role().spelling()))
            .addParameter(parameter("role", now.role().spelling()))
            .addParameter(parameter("providerBefore", before.provider().orElse("none")))
            .addParameter(parameter("provider", now.provider().orElse("none"))));
  }

  private static ImmutableInMemoryEvent.Builder event(String uei, Device device) {
    return ImmutableInMemoryEvent.newBuilder()
        .setUei(uei)
        .setSource("trunkline")
        .setNodeId(device.nodeId())
        .addParameter(parameter("nodeLabel", device.label()));
  }

  private static ImmutableEventParameter parameter(String name, String value) {
    return ImmutableEventParameter.newInstance(name, legal(value));
  }

  // The host passes events on as XML 1.0 (section 2.2), which has no place for what devices may
  // say.
  private static String legal(String text) {
    return text.codePoints()
        .map(c -> isLegal(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  private void send(ImmutableInMemoryEvent.Builder event) {
    InMemoryEvent built = event.build();
    try {
      forwarder.sendAsync(built);
    } catch (RuntimeException e) {
      LOG.warn("The host did not take event {}: {}", built.getUei(), e.toString());
    }
  }
}
