package org.opennms.plugins.trunkline.inventory;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A store that can be away. */
public final class MemoryStore implements StateStore {
  public final Map<String, String> documents = new ConcurrentSkipListMap<>();
  int writes;
  public volatile boolean away;
  int fewWritesLeft = Integer.MAX_VALUE;

  @Override
  public Map<String, String> all() {
    reach();
    return Map.copyOf(documents);
  }

  @Override
  public void put(String key, String json) {
    reach();
    if (fewWritesLeft-- <= 0) {
      throw new HostAbsentException("the disk is full", null);
    }
    writes++;
    documents.put(key, json);
  }

  @Override
  public void delete(String key) {
    reach();
    writes++;
    documents.remove(key);
  }

  private void reach() {
    if (away) {
      throw new HostAbsentException("the database is away", null);
    }
  }
}
