package org.opennms.plugins.trunkline.snmp;

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
  private final Map<Integer, Exchange> byId = new HashMap<>();
  private final SecureRandom random = new SecureRandom();

  /** A fresh id for a packet of this exchange, 1..2^31-1. */
  int register(Exchange exchange) {
    int id;
    do {
      id = random.nextInt() & 0x7fff_ffff;
    } while (id == 0 || byId.containsKey(id));
    byId.put(id, exchange);
    return id;
  }

  Exchange find(int id) {
    return byId.get(id);
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
