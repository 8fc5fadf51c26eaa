package org.opennms.plugins.trunkline.sandbox.host.graph;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.opennms.integration.api.v1.graph.GraphContainer;
import org.opennms.integration.api.v1.graph.GraphContainerCache;
import org.opennms.integration.api.v1.graph.GraphContainerInfo;
import org.opennms.integration.api.v1.graph.GraphContainerProvider;
import org.opennms.integration.api.v1.graph.configuration.GraphCacheStrategy;
import org.opennms.integration.api.v1.graph.configuration.GraphConfiguration;
import org.opennms.integration.api.v1.graph.configuration.TopologyConfiguration;
import org.opennms.integration.api.v1.graph.status.StatusInfo;
import org.opennms.integration.api.v1.graph.status.StatusProvider;

/**
 * The graphs of plugins, as Horizon keeps them: configuration is read once when a provider comes,
 * the container when somebody first looks, and then not again before its cache ends or a plugin
 * invalidates it. Thread-safe.
 */
public final class Graphs implements GraphContainerCache {

  private final InstantSource clock;
  private final Map<String, Bound> bound = new ConcurrentSkipListMap<>();
  private final List<StatusProvider> statuses = new CopyOnWriteArrayList<>();

  private static final class Bound {
    private final GraphContainerProvider provider;
    private final Optional<GraphCacheStrategy.TimedGraphCacheStrategy> timed;
    private GraphContainer cached;
    private Instant loaded = Instant.EPOCH;
    private int loads;

    private Bound(GraphContainerProvider provider, GraphCacheStrategy strategy) {
      this.provider = provider;
      this.timed =
          strategy instanceof GraphCacheStrategy.TimedGraphCacheStrategy limited
              ? Optional.of(limited)
              : Optional.empty();
    }

    private synchronized GraphContainer load(Instant now) {
      boolean old =
          timed.isPresent()
              && now.isAfter(loaded.plusSeconds(timed.get().getCacheReloadIntervalInSeconds()));
      if (cached == null || old) {
        GraphContainer fresh = provider.loadGraphContainer();
        GraphCheck.check(provider.getGraphContainerInfo(), fresh);
        cached = fresh;
        loaded = now;
        loads++;
      }
      return cached;
    }

    private synchronized void invalidate() {
      cached = null;
    }

    private synchronized int loads() {
      return loads;
    }
  }

  /** Without graphs. */
  public Graphs(InstantSource clock) {
    this.clock = clock;
  }

  /** A plugin registered a provider; none of its answers may be null. */
  public void bind(GraphContainerProvider provider) {
    TopologyConfiguration topology =
        Objects.requireNonNull(provider.getTopologyConfiguration(), "topology configuration");
    GraphConfiguration graph =
        Objects.requireNonNull(provider.getGraphConfiguration(), "graph configuration");
    Objects.requireNonNull(topology.getLegacyStatusStrategy(), "legacy status strategy");
    Objects.requireNonNull(graph.getGraphStatusStrategy(), "graph status strategy");
    bound.put(id(provider), new Bound(provider, graph.getGraphCacheStrategy()));
  }

  /** A provider is gone. */
  public void unbind(GraphContainerProvider provider) {
    bound.values().removeIf(b -> b.provider == provider);
  }

  /** A plugin registered a status provider. */
  public void bind(StatusProvider provider) {
    statuses.add(provider);
  }

  /** A status provider is gone. */
  public void unbind(StatusProvider provider) {
    statuses.remove(provider);
  }

  @Override
  public void invalidate(String containerId) {
    Optional.ofNullable(bound.get(containerId)).ifPresent(Bound::invalidate);
  }

  /** What there is, by container id; asks each provider for its description. */
  public Map<String, GraphContainerInfo> containers() {
    Map<String, GraphContainerInfo> infos = new TreeMap<>();
    bound.forEach((id, b) -> infos.put(id, b.provider.getGraphContainerInfo()));
    return infos;
  }

  /**
   * A container, from the cache where it is fresh.
   *
   * @throws IllegalStateException when it contradicts its description or itself
   */
  public Optional<GraphContainer> container(String id) {
    return Optional.ofNullable(bound.get(id)).map(b -> b.load(clock.instant()));
  }

  /** How often a container was loaded. */
  public int loads(String id) {
    return Optional.ofNullable(bound.get(id)).map(Bound::loads).orElse(0);
  }

  /** The status that the first suitable provider computes. */
  public Optional<StatusInfo> status(
      String namespace, Function<StatusProvider, StatusInfo> question) {
    return statuses.stream().filter(s -> s.canCalculate(namespace)).findFirst().map(question);
  }

  private static String id(GraphContainerProvider provider) {
    return Objects.requireNonNull(provider.getGraphContainerInfo(), "graph container info")
        .getContainerId();
  }
}
