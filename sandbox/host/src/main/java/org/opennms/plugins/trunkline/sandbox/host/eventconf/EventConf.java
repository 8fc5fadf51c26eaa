package org.opennms.plugins.trunkline.sandbox.host.eventconf;

import java.util.List;
import java.util.Optional;
import org.opennms.integration.api.v1.model.InMemoryEvent;

/** The event definitions in force. */
public sealed interface EventConf permits MemoryEventConf, DatabaseEventConf {

  /** The definition of an event; empty when the host does not know it. */
  Optional<Definition> find(InMemoryEvent event);

  /** Takes over what all plugins together define now. */
  void replacePluginDefinitions(List<Definition> definitions);
}
