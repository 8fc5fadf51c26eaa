package org.opennms.plugins.trunkline.host;

import java.util.List;
import org.opennms.integration.api.v1.config.events.EventConfExtension;
import org.opennms.integration.api.v1.config.events.EventDefinition;
import org.opennms.integration.api.xml.ClasspathEventDefinitionLoader;

/** Gives the host the definitions of alerts, from {@code events/alerts.xml}. Immutable. */
public final class AlertDefinitions implements EventConfExtension {
  private final List<EventDefinition> definitions =
      new ClasspathEventDefinitionLoader(AlertDefinitions.class, "alerts.xml")
          .getEventDefinitions();

  @Override
  public List<EventDefinition> getEventDefinitions() {
    return definitions;
  }
}
