package org.opennms.plugins.trunkline.inventory;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Node documents whose changes wait in memory for the next tick. */
final class PendingDocuments implements NodeDocuments {
  private static final Logger LOG = LoggerFactory.getLogger(PendingDocuments.class);
  // With a tick a second: 5,000 devices in under a minute, and no burst that a database would feel.
  private static final int WRITES_PER_TICK = 100;

  private final String name;
  private final StateStore store;
  private final Function<NodeKey, Optional<String>> documents;
  private final Set<NodeKey> changed = ConcurrentHashMap.newKeySet();
  private boolean failing;

  PendingDocuments(String name, StateStore store, Function<NodeKey, Optional<String>> documents) {
    this.name = name;
    this.store = store;
    this.documents = documents;
  }

  @Override
  public void changed(NodeKey node) {
    changed.add(node);
  }

  @Override
  public int pending() {
    return changed.size();
  }

  @Override
  public void tick() {
    write(WRITES_PER_TICK);
  }

  @Override
  public void flush() {
    write(Integer.MAX_VALUE);
  }

  @Override
  public synchronized void failed(HostAbsentException e) {
    if (!failing) {
      LOG.warn("{} not kept for now, {} devices wait: {}", name, pending(), e.getMessage());
    }
    failing = true;
  }

  private synchronized void write(int atMost) {
    Iterator<NodeKey> nodes = changed.iterator();
    for (int i = 0; i < atMost && nodes.hasNext(); i++) {
      NodeKey node = nodes.next();
      // Taken out first: a change during the write is noted again.
      nodes.remove();
      try {
        writeOne(node);
        failing = false;
      } catch (HostAbsentException e) {
        changed.add(node);
        failed(e);
        return;
      }
    }
  }

  private void writeOne(NodeKey node) {
    Optional<String> document = documents.apply(node);
    if (document.isPresent()) {
      store.put(node.text(), document.get());
    } else {
      store.delete(node.text());
    }
  }
}
