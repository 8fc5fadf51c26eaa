package org.opennms.plugins.trunkline.sandbox.host.eventconf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opennms.integration.api.v1.model.InMemoryEvent;

/** Horizon up to 34: definitions are merged in memory and go with the plugin. */
public final class MemoryEventConf implements EventConf {

  private final List<Definition> own;
  private volatile DefinitionList current;

  /**
   * Makes a configuration.
   *
   * @param own the host's own definitions
   */
  public MemoryEventConf(List<Definition> own) {
    this.own = List.copyOf(own);
    this.current = new DefinitionList(own);
  }

  @Override
  public Optional<Definition> find(InMemoryEvent event) {
    return current.find(event);
  }

  @Override
  public void replacePluginDefinitions(List<Definition> definitions) {
    List<Definition> all = new ArrayList<>(own);
    all.addAll(definitions);
    current = new DefinitionList(all);
  }
}
