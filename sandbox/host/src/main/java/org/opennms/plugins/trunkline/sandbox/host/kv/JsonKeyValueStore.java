package org.opennms.plugins.trunkline.sandbox.host.kv;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.opennms.integration.api.v1.distributed.KeyValueStore;
import org.opennms.plugins.trunkline.sandbox.host.faults.Faults;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.StorageException;

/**
 * Horizon's only key-value store for plugins: text that must be JSON, one table, last writer wins.
 * Calls block on the database; text that is not JSON fails there. The content is normalized by the
 * database: what is read equals what was written as JSON, not byte by byte.
 */
public final class JsonKeyValueStore implements KeyValueStore<String> {

  private static final String ENTRY = "WHERE context = ? AND key_name = ?";
  private static final String FRESH = " AND (expires_at IS NULL OR expires_at >= ?)";
  private static final int ATTEMPTS = 3;

  private final Database database;
  private final Faults faults;
  private final Clock clock;
  private final Executor asynchronous;

  /**
   * Makes a store.
   *
   * @param asynchronous runs the {@code ...Async} calls
   */
  public JsonKeyValueStore(Database database, Faults faults, Clock clock, Executor asynchronous) {
    this.database = database;
    this.faults = faults;
    this.clock = clock;
    this.asynchronous = asynchronous;
  }

  @Override
  public long put(String key, String value, String context) {
    return put(key, value, context, null);
  }

  @Override
  public long put(String key, String value, String context, Integer ttlInSeconds) {
    Objects.requireNonNull(key);
    Objects.requireNonNull(value);
    Objects.requireNonNull(context);
    faults.beforeStoreCall();
    Instant now = clock.instant();
    Instant expires = ttlInSeconds == null ? null : now.plusSeconds(ttlInSeconds);
    for (int attempt = 1; ; attempt++) {
      if (update(key, value, context, now, expires) > 0) {
        return now.toEpochMilli();
      }
      try {
        insert(key, value, context, now, expires);
        return now.toEpochMilli();
      } catch (StorageException e) {
        if (!get(key, context).isPresent() || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private int update(String key, String value, String context, Instant now, Instant expires) {
    String json = database.dialect().jsonParameter();
    return database.update(
        "UPDATE kvstore_jsonb SET last_updated = ?, expires_at = ?, content = "
            + json
            + " "
            + ENTRY,
        now,
        expires,
        value,
        context,
        key);
  }

  private void insert(String key, String value, String context, Instant now, Instant expires) {
    database.update(
        "INSERT INTO kvstore_jsonb (context, key_name, last_updated, expires_at, content)"
            + " VALUES (?, ?, ?, ?, "
            + database.dialect().jsonParameter()
            + ")",
        context,
        key,
        now,
        expires,
        value);
  }

  @Override
  public Optional<String> get(String key, String context) {
    Objects.requireNonNull(key);
    Objects.requireNonNull(context);
    faults.beforeStoreCall();
    return database.first(
        "SELECT content FROM kvstore_jsonb " + ENTRY + FRESH,
        row -> row.text("content"),
        context,
        key,
        clock.instant());
  }

  @Override
  public Optional<String> getIfStale(String key, String context, long timestamp) {
    OptionalLong updated = getLastUpdated(key, context);
    boolean stale = updated.isPresent() && timestamp < updated.getAsLong();
    return stale ? get(key, context) : Optional.empty();
  }

  @Override
  public OptionalLong getLastUpdated(String key, String context) {
    Objects.requireNonNull(key);
    Objects.requireNonNull(context);
    faults.beforeStoreCall();
    return database
        .first(
            "SELECT last_updated FROM kvstore_jsonb " + ENTRY + FRESH,
            row -> row.longNumber("last_updated"),
            context,
            key,
            clock.instant())
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  @Override
  public Map<String, String> enumerateContext(String context) {
    Objects.requireNonNull(context);
    faults.beforeStoreCall();
    Map<String, String> entries = new LinkedHashMap<>();
    database
        .query(
            "SELECT key_name, content FROM kvstore_jsonb WHERE context = ?"
                + FRESH
                + " ORDER BY key_name",
            row -> Map.entry(row.text("key_name"), row.text("content")),
            context,
            clock.instant())
        .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
    return entries;
  }

  @Override
  public void delete(String key, String context) {
    Objects.requireNonNull(key);
    Objects.requireNonNull(context);
    faults.beforeStoreCall();
    database.update("DELETE FROM kvstore_jsonb " + ENTRY, context, key);
  }

  @Override
  public void truncateContext(String context) {
    Objects.requireNonNull(context);
    faults.beforeStoreCall();
    database.update("DELETE FROM kvstore_jsonb WHERE context = ?", context);
  }

  @Override
  public String getName() {
    return "Postgres";
  }

  @Override
  public CompletableFuture<Long> putAsync(String key, String value, String context) {
    return async(() -> put(key, value, context));
  }

  @Override
  public CompletableFuture<Long> putAsync(String key, String value, String context, Integer ttl) {
    return async(() -> put(key, value, context, ttl));
  }

  @Override
  public CompletableFuture<Optional<String>> getAsync(String key, String context) {
    return async(() -> get(key, context));
  }

  @Override
  public CompletableFuture<Optional<String>> getIfStaleAsync(
      String key, String context, long timestamp) {
    return async(() -> getIfStale(key, context, timestamp));
  }

  @Override
  public CompletableFuture<OptionalLong> getLastUpdatedAsync(String key, String context) {
    return async(() -> getLastUpdated(key, context));
  }

  @Override
  public CompletableFuture<Map<String, String>> enumerateContextAsync(String context) {
    return async(() -> enumerateContext(context));
  }

  @Override
  public CompletableFuture<Void> deleteAsync(String key, String context) {
    return CompletableFuture.runAsync(() -> delete(key, context), asynchronous);
  }

  @Override
  public CompletableFuture<Void> truncateContextAsync(String context) {
    return CompletableFuture.runAsync(() -> truncateContext(context), asynchronous);
  }

  private <T> CompletableFuture<T> async(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call, asynchronous);
  }
}
