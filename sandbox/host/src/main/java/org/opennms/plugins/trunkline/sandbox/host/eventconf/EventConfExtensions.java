package org.opennms.plugins.trunkline.sandbox.host.eventconf;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.opennms.integration.api.v1.config.events.EventConfExtension;
import org.opennms.integration.api.v1.config.events.EventDefinition;

/**
 * The plugins' extensions. Each coming and going asks all of them again, under a lock and in the
 * thread that (un)registered the service; what a getter throws reaches that thread.
 */
public final class EventConfExtensions {

  private final Set<EventConfExtension> extensions = new LinkedHashSet<>();
  private final EventConf eventConf;

  /** Feeds an event configuration. */
  public EventConfExtensions(EventConf eventConf) {
    this.eventConf = eventConf;
  }

  /** A plugin registered an extension. */
  public void bind(EventConfExtension extension) {
    List<Definition> all;
    synchronized (this) {
      extensions.add(extension);
      all = collect();
    }
    eventConf.replacePluginDefinitions(all);
  }

  /** An extension is gone. */
  public void unbind(EventConfExtension extension) {
    List<Definition> all;
    synchronized (this) {
      extensions.remove(extension);
      all = collect();
    }
    eventConf.replacePluginDefinitions(all);
  }

  private List<Definition> collect() {
    List<Definition> all = new ArrayList<>();
    for (EventConfExtension extension : extensions) {
      for (EventDefinition definition : extension.getEventDefinitions()) {
        all.add(DefinitionCopier.copy(definition));
      }
    }
    return all;
  }
}
