package org.opennms.plugins.trunkline.topology.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkKey;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps which links the host was told to be lost: when one is back after our own restart, its alarm
 * must be cleared. For one thread; blocks as the host's key-value store does.
 */
final class LostLinks {
  private static final Logger LOG = LoggerFactory.getLogger(LostLinks.class);

  private final StateStore store;
  private Map<String, Document> written = new TreeMap<>();

  private record End(String node, String device, String name, int ifIndex, String port) {}

  private record Document(String key, End a, End b, long firstSeen, long lastSeen) {}

  LostLinks(StateStore store) {
    this.store = store;
  }

  /**
   * What was told before the last stop.
   *
   * @throws HostAbsentException when the store cannot be read now
   */
  List<Link> load() {
    List<Link> links = new ArrayList<>();
    written = new TreeMap<>();
    store
        .all()
        .forEach(
            (key, json) -> {
              try {
                Document document = StateCodec.JSON.readValue(json, Document.class);
                links.add(link(document));
                written.put(key, document);
              } catch (JsonProcessingException | RuntimeException e) {
                LOG.warn("Lost link {} cannot be read and is forgotten", key);
              }
            });
    return links;
  }

  /** Writes what is different; what fails is tried again at the next call. */
  void write(List<Link> lost) {
    Map<String, Document> wanted = new TreeMap<>();
    lost.forEach(l -> wanted.put(l.key().id(), document(l)));
    try {
      for (String gone : List.copyOf(written.keySet())) {
        if (!wanted.containsKey(gone)) {
          store.delete(gone);
          written.remove(gone);
        }
      }
      for (Map.Entry<String, Document> each : wanted.entrySet()) {
        if (!each.getValue().equals(written.get(each.getKey()))) {
          store.put(each.getKey(), StateCodec.JSON.writeValueAsString(each.getValue()));
          written.put(each.getKey(), each.getValue());
        }
      }
    } catch (HostAbsentException e) {
      LOG.debug("Lost links are not kept for now", e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always JSON", e);
    }
  }

  private static Document document(Link link) {
    return new Document(
        link.key().text(),
        end(link.a()),
        end(link.b()),
        link.firstSeen().toEpochMilli(),
        link.lastSeen().toEpochMilli());
  }

  private static End end(LinkEnd end) {
    return new End(
        end.node().map(NodeKey::text).orElse(""),
        end.device(),
        end.interfaceKey().map(InterfaceKey::name).orElse(""),
        end.ifIndex(),
        end.port());
  }

  private static Link link(Document d) {
    return new Link(
        new LinkKey(d.key()),
        end(d.a()),
        end(d.b()),
        LinkState.ONE_SIDED,
        0,
        List.of(),
        EnumSet.of(LinkSource.LLDP),
        List.of(),
        Instant.ofEpochMilli(d.firstSeen()),
        Instant.ofEpochMilli(d.lastSeen()));
  }

  private static LinkEnd end(End e) {
    NodeKey node = new NodeKey(e.node());
    return new LinkEnd(
        Optional.of(node),
        e.device(),
        Optional.of(e.name()).filter(n -> !n.isEmpty()).map(n -> new InterfaceKey(node, n)),
        e.ifIndex(),
        e.port(),
        Optional.empty(),
        "");
  }
}
