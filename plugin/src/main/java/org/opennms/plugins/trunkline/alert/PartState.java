package org.opennms.plugins.trunkline.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What else is kept: which interfaces were ever up, and when counting began. For one thread; calls
 * block as the host's database does.
 */
final class PartState {
  private static final Logger LOG = LoggerFactory.getLogger(PartState.class);
  private static final ObjectMapper JSON = Formats.json().build();
  private static final String COUNTING = "counting";
  private static final String UP = "up|";
  private static final int WRITES = 100;

  private final StateStore store;
  private Optional<Shadow> written = Optional.empty();

  private record Counting(long since, long ended) {}

  PartState(StateStore store) {
    this.store = store;
  }

  /**
   * Reads what was kept.
   *
   * @return the days of counting, which begin now where nothing is kept
   * @throws HostAbsentException when the store cannot be read now
   */
  Shadow load(SeenUp seenUp, Duration length, Instant now) {
    Map<String, String> documents = store.all();
    documents.forEach((key, json) -> node(seenUp, key, json));
    Shadow shadow =
        Optional.ofNullable(documents.get(COUNTING))
            .flatMap(json -> read(json, new TypeReference<Counting>() {}))
            .map(c -> shadow(c, length))
            .orElse(new Shadow(now, length, Optional.empty()));
    written = documents.containsKey(COUNTING) ? Optional.of(shadow) : Optional.empty();
    return shadow;
  }

  private static Shadow shadow(Counting kept, Duration length) {
    return new Shadow(
        Instant.ofEpochMilli(kept.since()),
        length,
        kept.ended() == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(kept.ended())));
  }

  private static void node(SeenUp seenUp, String key, String json) {
    if (key.startsWith(UP)) {
      read(json, new TypeReference<Set<String>>() {})
          .ifPresent(names -> seenUp.restore(new NodeKey(key.substring(UP.length())), names));
    }
  }

  /** Writes some of what changed; what the store does not take is written later. */
  void write(AlertBook book) {
    try {
      Shadow shadow = book.shadow();
      if (!written.equals(Optional.of(shadow))) {
        long ended = shadow.ended().map(Instant::toEpochMilli).orElse(0L);
        store.put(COUNTING, text(new Counting(shadow.since().toEpochMilli(), ended)));
        written = Optional.of(shadow);
      }
      for (int i = 0; i < WRITES && writeNode(book); i++) {
        // One after another, so that a store that fails is asked only once.
      }
    } catch (HostAbsentException e) {
      LOG.debug("Kept for later", e);
    }
  }

  private boolean writeNode(AlertBook book) {
    Optional<NodeKey> node = book.withSeenUp(s -> Optional.ofNullable(s.takeUnwritten()));
    if (node.isEmpty()) {
      return false;
    }
    Set<String> names = book.withSeenUp(s -> s.of(node.get()));
    try {
      if (names.isEmpty()) {
        store.delete(UP + node.get().text());
      } else {
        store.put(UP + node.get().text(), text(names));
      }
      return true;
    } catch (HostAbsentException e) {
      book.withSeenUp(
          s -> {
            s.unwritten(node.get());
            return true;
          });
      throw e;
    }
  }

  private static <T> Optional<T> read(String json, TypeReference<T> type) {
    try {
      return Optional.of(JSON.readValue(json, type));
    } catch (JsonProcessingException e) {
      LOG.warn("A stored document of the alerts cannot be read and is left out");
      return Optional.empty();
    }
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values are always JSON", e);
    }
  }
}
