package org.opennms.plugins.trunkline.alert;

import java.util.Map;
import java.util.TreeMap;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;

/** A store that can be away. */
final class KeptDocuments implements StateStore {
  final Map<String, String> documents = new TreeMap<>();
  boolean away;

  @Override
  public Map<String, String> all() {
    reach();
    return Map.copyOf(documents);
  }

  @Override
  public void put(String key, String json) {
    reach();
    documents.put(key, json);
  }

  @Override
  public void delete(String key) {
    reach();
    documents.remove(key);
  }

  private void reach() {
    if (away) {
      throw new HostAbsentException("the database is away", null);
    }
  }
}
