package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whose turn it is: devices with waiting requests take turns, one request each. A request holds one
 * of the engine's slots until it is answered or overdue; so a silent device holds none for long and
 * costs the others nothing. Loop only.
 */
final class FairQueue {
  private final Deque<DeviceSession> ring = new ArrayDeque<>();
  private final int slots;
  private final int perDevice;
  private int held;
  private int waiting;

  FairQueue(int slots, int perDevice) {
    this.slots = slots;
    this.perDevice = perDevice;
  }

  int waiting() {
    return waiting;
  }

  void add(Exchange exchange) {
    waiting++;
    exchange.device().waiting().add(exchange);
    wake(exchange.device());
  }

  /** Takes the next exchange that may be sent; null when there is none. It then holds a slot. */
  Exchange next() {
    while (held < slots && !ring.isEmpty()) {
      DeviceSession device = ring.poll();
      device.inRing(false);
      if (device.maySend(perDevice)) {
        Exchange exchange = device.waiting().poll();
        waiting--;
        held++;
        device.sent();
        exchange.holdsSlot(true);
        wake(device);
        return exchange;
      }
    }
    return null;
  }

  void overdue(Exchange exchange) {
    if (exchange.holdsSlot()) {
      exchange.holdsSlot(false);
      held--;
    }
  }

  void ended(Exchange exchange) {
    overdue(exchange);
    exchange.device().ended();
    wake(exchange.device());
  }

  private void wake(DeviceSession device) {
    if (!device.inRing() && device.maySend(perDevice)) {
      device.inRing(true);
      ring.add(device);
    }
  }
}
