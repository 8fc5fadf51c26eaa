package org.opennms.plugins.trunkline.host;

import java.util.Map;
import org.opennms.integration.api.v1.distributed.KeyValueStore;
import org.opennms.plugins.trunkline.inventory.StateStore;

/** One context of the host's key-value store. Thread-safe; blocks as the host's database does. */
public final class HostStore implements StateStore {
  private static final String SERVICE = "The host's key-value store";

  private final KeyValueStore<String> store;
  private final String context;

  /**
   * A context of our own.
   *
   * @param part the name after {@code trunkline.}
   */
  public HostStore(KeyValueStore<String> store, String part) {
    this.store = store;
    this.context = "trunkline." + part;
  }

  @Override
  public Map<String, String> all() {
    return HostCalls.call(SERVICE, () -> store.enumerateContext(context));
  }

  @Override
  public void put(String key, String json) {
    HostCalls.run(SERVICE, () -> store.put(key, json, context));
  }

  @Override
  public void delete(String key) {
    HostCalls.run(SERVICE, () -> store.delete(key, context));
  }
}
