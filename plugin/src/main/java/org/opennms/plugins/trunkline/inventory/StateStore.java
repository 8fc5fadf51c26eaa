package org.opennms.plugins.trunkline.inventory;

import java.util.Map;

/**
 * Lasting state of one kind, by key: JSON documents in the host's key-value store. Calls block for
 * as long as the host's database does; thread-safe.
 */
public interface StateStore {
  /**
   * All documents.
   *
   * @throws HostAbsentException when the store cannot be read now
   */
  Map<String, String> all();

  /**
   * Writes a document, in place of an earlier one.
   *
   * @param json a JSON document; the store refuses anything else
   * @throws HostAbsentException when the store did not take it
   */
  void put(String key, String json);

  /**
   * Removes a document, if it is there.
   *
   * @throws HostAbsentException when the store did not take it
   */
  void delete(String key);
}
