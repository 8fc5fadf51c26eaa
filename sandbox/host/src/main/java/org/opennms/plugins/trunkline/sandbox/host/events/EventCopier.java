package org.opennms.plugins.trunkline.sandbox.host.events;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.opennms.integration.api.v1.model.EventParameter;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;

/** Copies what Horizon carries over from a plugin's event, and nothing else. */
final class EventCopier {

  private EventCopier() {}

  /** A parameter name that occurs twice keeps its last value; a missing time becomes now. */
  static InMemoryEvent copy(InMemoryEvent event, Instant now) {
    Map<String, EventParameter> parameters = new LinkedHashMap<>();
    if (event.getParameters() != null) {
      event
          .getParameters()
          .forEach(p -> parameters.put(p.getName(), ImmutableEventParameter.immutableCopy(p)));
    }
    return ImmutableInMemoryEvent.newBuilder()
        .setUei(event.getUei())
        .setSource(event.getSource())
        .setNodeId(event.getNodeId())
        .setSeverity(event.getSeverity())
        .setInterface(event.getInterface())
        .setService(event.getService())
        .setTime(event.getTime() == null ? Date.from(now) : event.getTime())
        .setParameters(List.copyOf(parameters.values()))
        .build();
  }
}
