package org.opennms.plugins.trunkline.host;

import org.opennms.integration.api.v1.graph.GraphContainerCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's copy of our graph. Thread-safe; never throws. */
public final class MapCache {
  private static final Logger LOG = LoggerFactory.getLogger(MapCache.class);

  private final GraphContainerCache cache;

  /** Over the host's cache. */
  public MapCache(GraphContainerCache cache) {
    this.cache = cache;
  }

  /** The links changed: the host loads them anew when somebody looks. */
  public void invalidate() {
    try {
      cache.invalidate(LinkGraph.CONTAINER);
    } catch (RuntimeException e) {
      LOG.debug("The host keeps its copy of the links until it is old", e);
    }
  }
}
