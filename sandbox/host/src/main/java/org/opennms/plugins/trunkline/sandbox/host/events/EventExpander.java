package org.opennms.plugins.trunkline.sandbox.host.events;

import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.Definition;
import org.opennms.plugins.trunkline.sandbox.host.eventconf.EventConf;

/** Completes an event by its definition: severity, added parameters, texts. */
final class EventExpander {

  private static final Definition UNKNOWN =
      new Definition(
          0,
          "uei.opennms.org/default/event",
          "OpenNMS-defined default event",
          Severity.INDETERMINATE,
          "An event with no matching configuration was received.",
          null,
          "An event with no matching configuration was received from interface %interface%.",
          null,
          null,
          null,
          null,
          null);

  private final EventConf eventConf;
  private final Tokens tokens;

  EventExpander(EventConf eventConf, Tokens tokens) {
    this.eventConf = eventConf;
    this.tokens = tokens;
  }

  StoredEvent expand(InMemoryEvent event) {
    Definition definition = eventConf.find(event).orElse(UNKNOWN);
    InMemoryEvent complete = complete(event, definition);
    return new StoredEvent(
        null,
        complete,
        definition,
        tokens.expand(definition.logMessage(), complete),
        tokens.expand(definition.description(), complete));
  }

  private InMemoryEvent complete(InMemoryEvent event, Definition definition) {
    ImmutableInMemoryEvent.Builder complete = ImmutableInMemoryEvent.newBuilderFrom(event);
    if (event.getSeverity() == null) {
      complete.setSeverity(definition.severity());
    }
    for (Definition.ParameterRule rule : definition.parameters()) {
      if (event.getParameterValue(rule.name()).isEmpty()) {
        String value = rule.expand() ? tokens.expand(rule.value(), event) : rule.value();
        complete.addParameter(ImmutableEventParameter.newInstance(rule.name(), value));
      }
    }
    return complete.build();
  }
}
