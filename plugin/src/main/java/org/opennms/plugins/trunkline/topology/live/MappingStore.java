package org.opennms.plugins.trunkline.topology.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.topology.ManualMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Operators' mappings, kept in the host's key-value store. What cannot be written is refused, so
 * that what an operator was told is kept. Thread-safe; setting blocks as the store does.
 */
final class MappingStore {
  private static final Logger LOG = LoggerFactory.getLogger(MappingStore.class);

  private final StateStore store;
  private final Map<String, Decided> decided = new TreeMap<>();
  private boolean loaded;

  /**
   * A mapping with who made it. The port's node and name are empty for an orphan, and the other way
   * round.
   */
  record Decided(
      String portNode,
      String portName,
      String orphan,
      String node,
      String port,
      String by,
      long at,
      String why) {
    static Decided ofPort(InterfaceKey local, NodeKey node, String port, By by) {
      return new Decided(
          local.node().text(),
          local.name(),
          "",
          node.text(),
          port,
          by.who(),
          by.at().toEpochMilli(),
          by.why());
    }

    static Decided ofOrphan(String orphan, NodeKey node, By by) {
      return new Decided(
          "", "", orphan, node.text(), "", by.who(), by.at().toEpochMilli(), by.why());
    }

    boolean isPort() {
      return orphan.isEmpty();
    }

    String subject() {
      return isPort() ? portNode + "/" + portName : orphan;
    }

    ManualMapping mapping() {
      NodeKey to = new NodeKey(node);
      return isPort()
          ? new ManualMapping.OnPort(new InterfaceKey(new NodeKey(portNode), portName), to, port)
          : new ManualMapping.Identity(orphan, to);
    }
  }

  /** Who decided, when and why. */
  record By(String who, Instant at, String why) {}

  MappingStore(StateStore store) {
    this.store = store;
  }

  /**
   * Reads what was decided before.
   *
   * @throws HostAbsentException when the store cannot be read now
   */
  synchronized void load() {
    if (loaded) {
      return;
    }
    for (Map.Entry<String, String> document : store.all().entrySet()) {
      Optional<Decided> read = decode(document.getValue());
      read.ifPresentOrElse(
          d -> decided.put(d.subject(), d),
          () -> LOG.warn("Mapping {} cannot be read and does not count", document.getKey()));
    }
    loaded = true;
  }

  /** All of them, by subject. */
  synchronized List<Decided> all() {
    return List.copyOf(decided.values());
  }

  /** All of them, for the topology. */
  List<ManualMapping> mappings() {
    return all().stream().map(Decided::mapping).toList();
  }

  synchronized void put(Decided mapping) {
    requireLoaded();
    try {
      store.put(mapping.subject(), StateCodec.JSON.writeValueAsString(mapping));
    } catch (HostAbsentException e) {
      throw refused(e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always JSON", e);
    }
    decided.put(mapping.subject(), mapping);
  }

  synchronized boolean remove(String subject) {
    requireLoaded();
    if (!decided.containsKey(subject)) {
      return false;
    }
    try {
      store.delete(subject);
    } catch (HostAbsentException e) {
      throw refused(e);
    }
    decided.remove(subject);
    return true;
  }

  private void requireLoaded() {
    if (!loaded) {
      throw new OperationException(
          "The mappings that were made before are not read yet",
          "Try again in a few seconds; if this lasts, the host's key-value store does not answer.",
          null);
    }
  }

  private static OperationException refused(HostAbsentException e) {
    return new OperationException(e.getMessage(), "Nothing was changed; try again later.", e);
  }

  private static Optional<Decided> decode(String json) {
    try {
      Decided read = StateCodec.JSON.readValue(json, Decided.class);
      read.mapping();
      return Optional.of(read);
    } catch (JsonProcessingException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
