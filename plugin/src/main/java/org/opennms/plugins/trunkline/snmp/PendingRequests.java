package org.opennms.plugins.trunkline.snmp;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Exchanges by the ids under which their answers come. Ids are random, so that somebody who does
 * not see the requests cannot answer them. Loop only.
 */
final class PendingRequests {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int FETCHED = 256;

  private final Map<Integer, Exchange> byId = new HashMap<>();
  private final ByteBuffer random = ByteBuffer.allocate(FETCHED * Integer.BYTES).limit(0);

  /** A fresh id for a packet of this exchange, 1..2^31-1. */
  int register(Exchange exchange) {
    int id;
    do {
      id = nextId();
    } while (id == 0 || byId.containsKey(id));
    byId.put(id, exchange);
    return id;
  }

  /** As {@link #randomId}; fetching many at once costs a tenth. */
  private int nextId() {
    if (!random.hasRemaining()) {
      RANDOM.nextBytes(random.clear().array());
    }
    return random.getInt() & 0x7fff_ffff;
  }

  /** 0..2^31-1. */
  static int randomId() {
    return RANDOM.nextInt() & 0x7fff_ffff;
  }

  Exchange find(int id) {
    return byId.get(id);
  }

  boolean isEmpty() {
    return byId.isEmpty();
  }

  void remove(Exchange exchange) {
    for (int id : exchange.ids()) {
      byId.remove(id);
    }
  }

  Set<Exchange> all() {
    return new HashSet<>(byId.values());
  }
}
