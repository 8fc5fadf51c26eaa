package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayList;
import java.util.List;

/** An SNMPv3 session and the exchanges that wait until its engine is discovered. Loop only. */
final class UsmLink {
  private final UsmSession session;
  private List<Exchange> waiting = new ArrayList<>();
  private boolean discovering;

  UsmLink(UsmSession session) {
    this.session = session;
  }

  UsmSession session() {
    return session;
  }

  /** Lets an exchange wait; true when the caller has to start the discovery. */
  boolean await(Exchange exchange) {
    waiting.add(exchange);
    boolean first = !discovering;
    discovering = true;
    return first;
  }

  /** Ends the discovery and hands out those that waited for it. */
  List<Exchange> discovered() {
    List<Exchange> released = waiting;
    waiting = new ArrayList<>();
    discovering = false;
    return released;
  }

  boolean idle() {
    return !discovering && waiting.isEmpty();
  }
}
