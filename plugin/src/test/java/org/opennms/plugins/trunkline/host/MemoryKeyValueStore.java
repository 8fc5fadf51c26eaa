package org.opennms.plugins.trunkline.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.opennms.integration.api.v1.distributed.KeyValueStore;

/** Behaves as the host's: JSON only, contexts apart, exceptions when the database is away. */
final class MemoryKeyValueStore implements KeyValueStore<String> {
  private static final ObjectMapper JSON = new ObjectMapper();

  final Map<String, Map<String, String>> contexts = new TreeMap<>();
  boolean away;

  @Override
  public long put(String key, String value, String context) {
    reach();
    try {
      JSON.readTree(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("ERROR: invalid input syntax for type json", e);
    }
    contexts.computeIfAbsent(context, c -> new TreeMap<>()).put(key, value);
    return 1;
  }

  @Override
  public long put(String key, String value, String context, Integer ttl) {
    return put(key, value, context);
  }

  @Override
  public Optional<String> get(String key, String context) {
    reach();
    return Optional.ofNullable(enumerateContext(context).get(key));
  }

  @Override
  public Optional<String> getIfStale(String key, String context, long timestamp) {
    return get(key, context);
  }

  @Override
  public OptionalLong getLastUpdated(String key, String context) {
    return OptionalLong.empty();
  }

  @Override
  public Map<String, String> enumerateContext(String context) {
    reach();
    return contexts.getOrDefault(context, Map.of());
  }

  @Override
  public void delete(String key, String context) {
    reach();
    contexts.getOrDefault(context, new TreeMap<>()).remove(key);
  }

  @Override
  public void truncateContext(String context) {
    contexts.remove(context);
  }

  @Override
  public CompletableFuture<Long> putAsync(String key, String value, String context) {
    return CompletableFuture.completedFuture(put(key, value, context));
  }

  @Override
  public CompletableFuture<Long> putAsync(String key, String value, String context, Integer ttl) {
    return putAsync(key, value, context);
  }

  @Override
  public CompletableFuture<Optional<String>> getAsync(String key, String context) {
    return CompletableFuture.completedFuture(get(key, context));
  }

  @Override
  public CompletableFuture<Optional<String>> getIfStaleAsync(
      String key, String context, long timestamp) {
    return getAsync(key, context);
  }

  @Override
  public CompletableFuture<OptionalLong> getLastUpdatedAsync(String key, String context) {
    return CompletableFuture.completedFuture(getLastUpdated(key, context));
  }

  @Override
  public String getName() {
    return "memory";
  }

  @Override
  public CompletableFuture<Map<String, String>> enumerateContextAsync(String context) {
    return CompletableFuture.completedFuture(enumerateContext(context));
  }

  @Override
  public CompletableFuture<Void> deleteAsync(String key, String context) {
    delete(key, context);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> truncateContextAsync(String context) {
    truncateContext(context);
    return CompletableFuture.completedFuture(null);
  }

  private void reach() {
    if (away) {
      throw new IllegalStateException("HikariPool-1 - Connection is not available");
    }
  }
}
