package org.opennms.plugins.trunkline.receiver.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which keys were stored, and where. A hash table with open addressing: 24 bytes an entry, at most
 * two thirds full. Keys are known by 128 bits of their SHA-256. Safe for use by many threads.
 */
final class KeyIndex {
  static final long ABSENT = -1;

  private static final int FIRST_CAPACITY = 1 << 12;

  private long[] slots = new long[3 * FIRST_CAPACITY];
  private int capacity = FIRST_CAPACITY;
  private int size;

  /** What a key is known by. */
  record Key(long high, long low) {
    static Key of(String agent, String idempotencyKey) {
      MessageDigest digest = sha256();
      byte[] name = agent.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, name.length));
      digest.update(name);
      ByteBuffer hash =
          ByteBuffer.wrap(digest.digest(idempotencyKey.getBytes(StandardCharsets.UTF_8)));
      return new Key(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }

  synchronized int size() {
    return size;
  }

  /** Where the key's record lies, or {@link #ABSENT}. */
  synchronized long get(Key key) {
    int at = find(slots, capacity, key);
    return slots[at + 2] - 1;
  }

  /** Notes where a key's record lies; the first one stays. */
  synchronized void put(Key key, long place) {
    if (3L * size >= 2L * capacity) {
      grow();
    }
    int at = find(slots, capacity, key);
    if (slots[at + 2] == 0) {
      set(slots, at, key.high(), key.low(), place + 1);
      size++;
    }
  }

  /**
   * The key's slot, or the free one where it belongs. A place is kept plus 1, so that 0 is free.
   */
  private static int find(long[] slots, int capacity, Key key) {
    int slot = (int) (key.high() & (capacity - 1));
    while (true) {
      int at = 3 * slot;
      if (slots[at + 2] == 0 || (slots[at] == key.high() && slots[at + 1] == key.low())) {
        return at;
      }
      slot = (slot + 1) & (capacity - 1);
    }
  }

  private void grow() {
    int larger = Math.multiplyExact(capacity, 2);
    long[] target = new long[Math.multiplyExact(3, larger)];
    for (int at = 0; at < slots.length; at += 3) {
      if (slots[at + 2] != 0) {
        Key key = new Key(slots[at], slots[at + 1]);
        set(target, find(target, larger, key), key.high(), key.low(), slots[at + 2]);
      }
    }
    slots = target;
    capacity = larger;
  }

  private static void set(long[] slots, int at, long high, long low, long value) {
    slots[at] = high;
    slots[at + 1] = low;
    slots[at + 2] = value;
  }
}
