package org.opennms.plugins.trunkline.sandbox.host.topology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.opennms.integration.api.v1.model.TopologyEdge;
import org.opennms.integration.api.v1.model.TopologyProtocol;
import org.opennms.integration.api.v1.topology.TopologyEdgeConsumer;
import org.opennms.plugins.trunkline.sandbox.host.storage.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes the topology from the edges file, again and again: empty before the first {@link #run},
 * and whoever registers gets only later changes. Consumers are called in the updater's thread while
 * a lock is held, and what one throws ends the run for all. The id of a link that went and came
 * back is a new one.
 */
public final class Enlinkd {

  private static final Logger LOG = LoggerFactory.getLogger(Enlinkd.class);

  private final Path file;
  private final EdgeMapper mapper;
  private final Supplier<List<EdgeSpec>> drawn;
  private final AtomicLong linkIds = new AtomicLong();
  private final List<TopologyEdgeConsumer> consumers = new ArrayList<>();
  private volatile Map<EdgeSpec, String> edges = Map.of();

  /**
   * Makes a topology without edges.
   *
   * @param file the edges; need not exist
   * @param drawn links that users and plugins drew
   */
  public Enlinkd(Path file, EdgeMapper mapper, Supplier<List<EdgeSpec>> drawn) {
    this.file = file;
    this.mapper = mapper;
    this.drawn = drawn;
  }

  /** A plugin registered a consumer. */
  public void bind(TopologyEdgeConsumer consumer) {
    synchronized (consumers) {
      consumers.add(consumer);
    }
  }

  /** A consumer is gone. */
  public void unbind(TopologyEdgeConsumer consumer) {
    synchronized (consumers) {
      consumers.remove(consumer);
    }
  }

  /**
   * All edges now.
   *
   * @throws IllegalArgumentException when any edge has a protocol that the API does not know
   */
  Set<TopologyEdge> edges() {
    Set<TopologyEdge> all = new LinkedHashSet<>();
    edges.forEach((spec, id) -> all.add(mapper.toEdge(id, spec)));
    return all;
  }

  /** Computes the topology once, and tells the consumers what is different. */
  public synchronized void run() {
    Map<EdgeSpec, String> before = edges;
    Map<EdgeSpec, String> now = new LinkedHashMap<>();
    List<EdgeSpec> specs = new ArrayList<>(read(before));
    specs.addAll(drawn.get());
    for (EdgeSpec spec : specs) {
      String known = before.get(spec);
      now.put(spec, known != null ? known : nextId());
    }
    edges = now;
    synchronized (consumers) {
      for (TopologyEdgeConsumer consumer : List.copyOf(consumers)) {
        tell(consumer, before, now);
      }
    }
  }

  private void tell(
      TopologyEdgeConsumer consumer, Map<EdgeSpec, String> before, Map<EdgeSpec, String> now) {
    before.forEach(
        (spec, id) -> {
          if (!now.containsKey(spec) && wants(consumer, spec)) {
            consumer.onEdgeDeleted(mapper.toEdge(id, spec));
          }
        });
    now.forEach(
        (spec, id) -> {
          if (!before.containsKey(spec) && wants(consumer, spec)) {
            consumer.onEdgeAddedOrUpdated(mapper.toEdge(id, spec));
          }
        });
  }

  /** The consumer is asked for every message. */
  private static boolean wants(TopologyEdgeConsumer consumer, EdgeSpec spec) {
    Set<TopologyProtocol> protocols = consumer.getProtocols();
    return protocols != null
        && !protocols.isEmpty()
        && (protocols.contains(TopologyProtocol.ALL)
            || protocols.contains(TopologyProtocol.valueOf(spec.protocol())));
  }

  private Collection<EdgeSpec> read(Map<EdgeSpec, String> before) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      Content content = Json.read(file, Content.class);
      return content.edges() == null ? List.of() : List.copyOf(content.edges());
    } catch (IOException | NullPointerException e) {
      LOG.warn("edges.file {} is not usable, the edges stay: {}", file, e.getMessage());
      return before.keySet();
    }
  }

  private String nextId() {
    return linkIds.incrementAndGet() + "|" + linkIds.incrementAndGet();
  }

  private record Content(List<EdgeSpec> edges) {}
}
