package org.opennms.plugins.trunkline.host;

import java.util.Locale;
import org.opennms.integration.api.v1.events.EventForwarder;
import org.opennms.plugins.trunkline.inventory.DeviceEvents;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.Device;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.snmp.SetAudit;

/** Sends events about devices to the host. Thread-safe; never blocks and never throws. */
public final class HostEvents implements DeviceEvents {
  private final EventSender sender;

  /** Over the host's forwarder. */
  public HostEvents(EventForwarder forwarder) {
    this.sender = new EventSender(forwarder);
  }

  @Override
  public void restarted(Device device, long uptimeSeconds) {
    sender
        .about(device, Ueis.DEVICE_RESTARTED)
        .with("uptimeSeconds", Long.toString(uptimeSeconds))
        .send();
  }

  @Override
  public void identityChanged(Device device, String object, String before, String now) {
    sender
        .about(device, Ueis.DEVICE_IDENTITY_CHANGED)
        .with("object", object)
        .with("before", before)
        .with("now", now)
        .send();
  }

  @Override
  public void classificationChanged(
      Device device, InterfaceKey key, Classification before, Classification now) {
    sender
        .about(device, Ueis.CLASSIFICATION_CHANGED)
        .with("interface", key.name())
        .with("roleBefore", before.role().spelling())
        .with("role", now.role().spelling())
        .with("providerBefore", before.provider().orElse("none"))
        .with("provider", now.provider().orElse("none"))
        .send();
  }

  /** Somebody changed a device by SNMP, tried to, or was refused. */
  void changed(SetAudit.Entry entry) {
    sender
        .about(entry.device(), Ueis.SNMP_SET)
        .with("by", entry.by())
        .with("outcome", entry.stage().name().toLowerCase(Locale.ROOT))
        .with("assignments", String.join("; ", entry.assignments()))
        .with("detail", entry.detail())
        .send();
  }
}
