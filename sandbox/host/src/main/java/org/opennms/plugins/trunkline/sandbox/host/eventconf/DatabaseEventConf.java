package org.opennms.plugins.trunkline.sandbox.host.eventconf;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Json;
import org.opennms.plugins.trunkline.sandbox.host.storage.StorageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Horizon 35 and later: definitions are upserted into the database, matched by UEI and mask, and
 * then loaded asynchronously. Nothing is ever deleted when a plugin goes or drops a definition; a
 * disabled row stays disabled; content is written only when it differs. Failures are logged and
 * swallowed: the events then have no definition.
 */
public final class DatabaseEventConf implements EventConf {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseEventConf.class);
  private static final TypeReference<Definition> CONTENT = new TypeReference<>() {};

  private final Database database;
  private final Clock clock;
  private final Executor reloads;
  private final List<Definition> own;
  private volatile DefinitionList current;

  /**
   * Makes a configuration and loads what the database holds.
   *
   * @param reloads runs the loading after a change
   * @param own the host's own definitions, kept in memory
   */
  public DatabaseEventConf(Database database, Clock clock, Executor reloads, List<Definition> own) {
    this.database = database;
    this.clock = clock;
    this.reloads = reloads;
    this.own = List.copyOf(own);
    this.current = load();
  }

  @Override
  public Optional<Definition> find(InMemoryEvent event) {
    return current.find(event);
  }

  @Override
  public void replacePluginDefinitions(List<Definition> definitions) {
    if (definitions.isEmpty()) {
      return;
    }
    try {
      definitions.stream()
          .sorted(Comparator.comparingInt(Definition::priority))
          .forEach(this::upsert);
      reloads.execute(this::reload);
    } catch (StorageException e) {
      LOG.error("Event definitions of plugins could not be stored", e);
    }
  }

  /** Enables or disables the rows of a UEI, as an operator may; returns how many there are. */
  public int setEnabled(String uei, boolean enabled) {
    int rows = database.update("UPDATE eventconf SET enabled = ? WHERE uei = ?", enabled, uei);
    reload();
    return rows;
  }

  private void upsert(Definition definition) {
    String key = Json.write(List.of(definition.uei(), definition.mask(), definition.varbinds()));
    String content = Json.write(definition);
    Optional<Map.Entry<Integer, String>> row =
        database.first(
            "SELECT id, content FROM eventconf WHERE match_key = ?",
            r -> Map.entry(r.number("id"), r.text("content")),
            key);
    if (row.isEmpty()) {
      database.update(
          "INSERT INTO eventconf (match_key, uei, enabled, last_modified, content)"
              + " VALUES (?, ?, TRUE, ?, ?)",
          key,
          definition.uei(),
          clock.instant(),
          content);
    } else if (!row.get().getValue().equals(content)) {
      database.update(
          "UPDATE eventconf SET content = ?, last_modified = ? WHERE id = ?",
          content,
          clock.instant(),
          row.get().getKey());
    }
  }

  private void reload() {
    try {
      current = load();
    } catch (StorageException e) {
      LOG.error("Event definitions could not be loaded", e);
    }
  }

  private DefinitionList load() {
    List<Definition> all = new ArrayList<>(own);
    all.addAll(
        database.query(
            "SELECT content FROM eventconf WHERE enabled ORDER BY id",
            row -> Json.read(row.text("content"), CONTENT)));
    return new DefinitionList(all);
  }
}
