package org.opennms.plugins.trunkline.sandbox.host;

import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;

/** Events for tests. */
public final class Events {

  private Events() {}

  /** An event about an interface of node 1; a null severity leaves it to the definition. */
  public static InMemoryEvent event(String uei, String ifName, String text, Severity severity) {
    ImmutableInMemoryEvent.Builder event =
        ImmutableInMemoryEvent.newBuilder().setUei(uei).setSource("test").setNodeId(1);
    if (severity != null) {
      event.setSeverity(severity);
    }
    return event
        .addParameter(ImmutableEventParameter.newInstance("ifName", ifName))
        .addParameter(ImmutableEventParameter.newInstance("text", text))
        .build();
  }

  /** An event about an interface of node 1. */
  public static InMemoryEvent event(String uei, String ifName) {
    return event(uei, ifName, "happened", null);
  }
}
