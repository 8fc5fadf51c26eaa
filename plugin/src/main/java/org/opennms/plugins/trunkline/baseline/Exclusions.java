package org.opennms.plugins.trunkline.baseline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.opennms.plugins.trunkline.config.Formats;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;

/** The periods that operators excluded from learning; they outlive a restart. Thread-safe. */
final class Exclusions {
  private static final String PREFIX = "excluded|";
  private static final String HEAD = "{\"v\":1,\"periods\":\"";
  private static final String TAIL = "\"}";
  // More than anyone types; each costs a comparison for each sample of the interface's history.
  private static final int MOST = 100;

  // The host's database writes a document in its own way, so only its values count.
  private static final JsonMapper JSON = Formats.json().build();

  private final Map<InterfaceKey, List<Span>> spans = new ConcurrentHashMap<>();
  private final Set<InterfaceKey> changed = ConcurrentHashMap.newKeySet();

  private record Span(Instant from, Instant to) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }

    @Override
    public String toString() {
      return from + "/" + to;
    }
  }

  /** Excludes a period; the oldest are forgotten beyond a hundred. */
  void add(InterfaceKey of, Instant from, Instant to) {
    List<Span> known = spans.computeIfAbsent(of, k -> new CopyOnWriteArrayList<>());
    known.add(new Span(from, to));
    if (known.size() > MOST) {
      known.remove(0);
    }
    changed.add(of);
  }

  boolean holds(InterfaceKey of, Instant at) {
    List<Span> known = spans.get(of);
    return known != null && known.stream().anyMatch(s -> s.holds(at));
  }

  /** Whether a key of the store is one of ours. */
  static boolean owns(String key) {
    return key.startsWith(PREFIX);
  }

  /** Takes a stored document; false when it cannot be read. */
  boolean restore(String key, String document) {
    int name = key.indexOf('|', PREFIX.length());
    try {
      JsonNode root = JSON.readTree(document);
      if (name < 0 || root.path("v").asInt() != 1) {
        return false;
      }
      String text = root.path("periods").asText();
      NodeKey node = new NodeKey(key.substring(PREFIX.length(), name));
      List<Span> read = Arrays.stream(text.split(" ", -1)).map(Exclusions::span).toList();
      spans.put(new InterfaceKey(node, key.substring(name + 1)), new CopyOnWriteArrayList<>(read));
      return true;
    } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
      // The caller counts it among what is damaged.
      return false;
    }
  }

  private static Span span(String text) {
    String[] ends = text.split("/", 2);
    if (ends.length < 2) {
      throw new IllegalArgumentException("no period: " + text);
    }
    return new Span(Instant.parse(ends[0]), Instant.parse(ends[1]));
  }

  /** Writes what has changed. */
  void write(StateStore store) {
    for (InterfaceKey of : Set.copyOf(changed)) {
      changed.remove(of);
      String text = spans.get(of).stream().map(Span::toString).collect(Collectors.joining(" "));
      try {
        store.put(PREFIX + of.node().text() + "|" + of.name(), HEAD + text + TAIL);
      } catch (HostAbsentException e) {
        changed.add(of);
        throw e;
      }
    }
  }
}
