package org.opennms.plugins.trunkline.host;

import org.opennms.integration.api.v1.events.EventForwarder;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;
import org.opennms.plugins.trunkline.model.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one event about a device. Thread-safe; never blocks and never throws. */
final class EventSender {
  private static final Logger LOG = LoggerFactory.getLogger(EventSender.class);

  private final EventForwarder forwarder;

  EventSender(EventForwarder forwarder) {
    this.forwarder = forwarder;
  }

  /** An event about a device that can still be told more. */
  Draft about(Device device, String uei) {
    return new Draft(
            ImmutableInMemoryEvent.newBuilder()
                .setUei(uei)
                .setSource("trunkline")
                .setNodeId(device.nodeId()))
        .with("nodeLabel", device.label());
  }

  /** An event that is not sent yet. */
  final class Draft {
    private final ImmutableInMemoryEvent.Builder event;

    private Draft(ImmutableInMemoryEvent.Builder event) {
      this.event = event;
    }

    Draft with(String name, String value) {
      event.addParameter(ImmutableEventParameter.newInstance(name, XmlText.legal(value)));
      return this;
    }

    void send() {
      InMemoryEvent built = event.build();
      try {
        forwarder.sendAsync(built);
      } catch (RuntimeException e) {
        LOG.warn("The host did not take event {}: {}", built.getUei(), e.toString());
      }
    }
  }
}
