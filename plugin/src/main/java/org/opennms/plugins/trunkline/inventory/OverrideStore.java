package org.opennms.plugins.trunkline.inventory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.opennms.plugins.trunkline.inventory.OverrideCodec.Stored;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceOverride;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.OverrideDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operators' decisions, written through to the host's key-value store. Thread-safe. Until
 * {@link #load} has succeeded no decision is taken, lest a stored one be lost.
 */
public final class OverrideStore implements OverrideDesk {
  private static final Logger LOG = LoggerFactory.getLogger(OverrideStore.class);

  private final StateStore store;
  private final Map<InterfaceKey, Stored> decisions = new ConcurrentHashMap<>();
  private volatile Runnable onChange = () -> {};
  private volatile boolean loaded;

  /** Over the store's context for overrides. */
  public OverrideStore(StateStore store) {
    this.store = store;
  }

  /** Called after each change, on the caller's thread. */
  public void onChange(Runnable listener) {
    onChange = listener;
  }

  /**
   * Reads all decisions, once; further calls do nothing.
   *
   * @throws HostAbsentException when the store cannot be read; call again later
   */
  public synchronized void load() {
    if (loaded) {
      return;
    }
    List<String> unreadable = new ArrayList<>();
    store
        .all()
        .forEach(
            (key, json) ->
                OverrideCodec.decode(json)
                    .filter(s -> s.key().toString().equals(key))
                    .ifPresentOrElse(s -> decisions.put(s.key(), s), () -> unreadable.add(key)));
    if (!unreadable.isEmpty()) {
      LOG.warn(
          "{} stored overrides cannot be read and are ignored, {} among them; set them anew",
          unreadable.size(),
          unreadable.get(0));
    }
    loaded = true;
    onChange.run();
  }

  /** Whether {@link #load} has succeeded. */
  public boolean isLoaded() {
    return loaded;
  }

  /** The decision for an interface. */
  public Optional<InterfaceOverride> get(InterfaceKey key) {
    return Optional.ofNullable(decisions.get(key)).map(Stored::override);
  }

  @Override
  public synchronized void set(InterfaceKey key, InterfaceOverride override) {
    write(new Stored(key, override, Optional.empty()));
    onChange.run();
  }

  @Override
  public synchronized boolean clear(InterfaceKey key) {
    requireLoaded();
    if (!decisions.containsKey(key)) {
      return false;
    }
    try {
      store.delete(key.toString());
    } catch (HostAbsentException e) {
      throw refusal(e);
    }
    decisions.remove(key);
    onChange.run();
    return true;
  }

  @Override
  public Map<InterfaceKey, InterfaceOverride> all() {
    Map<InterfaceKey, InterfaceOverride> all = new TreeMap<>();
    decisions.forEach((key, stored) -> all.put(key, stored.override()));
    return all;
  }

  /**
   * Removes decisions whose interface has been unknown for longer than the retention, and notes
   * since when the others' is.
   *
   * @return how many were removed
   */
  synchronized int cleanUp(Set<InterfaceKey> known, Duration retention, Instant now) {
    int removed = 0;
    for (Stored stored : Map.copyOf(decisions).values()) {
      if (known.contains(stored.key())) {
        if (stored.unknownSince().isPresent()) {
          write(new Stored(stored.key(), stored.override(), Optional.empty()));
        }
      } else if (stored.unknownSince().isEmpty()) {
        write(new Stored(stored.key(), stored.override(), Optional.of(now)));
      } else if (stored.unknownSince().get().plus(retention).isBefore(now)) {
        clear(stored.key());
        removed++;
      }
    }
    return removed;
  }

  private void write(Stored stored) {
    requireLoaded();
    try {
      store.put(stored.key().toString(), OverrideCodec.encode(stored));
    } catch (HostAbsentException e) {
      throw refusal(e);
    }
    decisions.put(stored.key(), stored);
  }

  private void requireLoaded() {
    if (!loaded) {
      throw new OperationException(
          "The stored overrides have not been read yet",
          "Wait until the host's key-value store answers; the log says why it does not.",
          null);
    }
  }

  private static OperationException refusal(HostAbsentException e) {
    return new OperationException(
        "The host's key-value store did not take it: " + e.getMessage(),
        "Nothing was changed. Check the host's database, then try again.",
        e);
  }
}
