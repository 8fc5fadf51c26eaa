package org.opennms.plugins.trunkline.snmp;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What the engine knows of one agent: what waits for it, what it has learned, what it counted.
 * Written by the loop only.
 */
final class DeviceSession {
  private static final int MAX_USERS = 16;

  private final InetSocketAddress address;
  private final Counters counters = new Counters();
  private final RoundTrip roundTrip = new RoundTrip();
  private final Window window = new Window();
  private final Repetitions repetitions;
  private final CircuitBreaker breaker = new CircuitBreaker();
  private final TableShapes shapes = new TableShapes();
  private final Trust trust = new Trust();
  private final Deque<Exchange> waiting = new ArrayDeque<>();
  private final Map<SnmpSecurity.Usm, UsmLink> links = new HashMap<>();
  private int inFlight;
  private boolean inRing;
  private String garbage = "";
  private long garbageAt;
  private volatile long lastUsed;

  DeviceSession(InetSocketAddress address, int firstRepetitions) {
    this.address = address;
    this.repetitions = new Repetitions(firstRepetitions);
  }

  InetSocketAddress address() {
    return address;
  }

  Counters counters() {
    return counters;
  }

  RoundTrip roundTrip() {
    return roundTrip;
  }

  Repetitions repetitions() {
    return repetitions;
  }

  /** Thread-safe, unlike the rest. */
  TableShapes shapes() {
    return shapes;
  }

  /** Thread-safe, unlike the rest. */
  Trust trust() {
    return trust;
  }

  CircuitBreaker breaker() {
    return breaker;
  }

  Deque<Exchange> waiting() {
    return waiting;
  }

  /** The SNMPv3 session of a user; contexts share it. */
  UsmLink link(SnmpSecurity.Usm security) {
    UsmLink known = links.get(security);
    if (known != null) {
      return known;
    }
    if (links.size() >= MAX_USERS) {
      links.values().removeIf(UsmLink::idle);
    }
    UsmLink fresh = new UsmLink(new UsmSession(security));
    links.put(security, fresh);
    return fresh;
  }

  Window window() {
    return window;
  }

  /** Whether the request that waits longest may be sent now. */
  boolean maySend(int policy) {
    Exchange next = waiting.peek();
    return next != null && inFlight < window.get(next.inFlight(policy));
  }

  int inFlight() {
    return inFlight;
  }

  void sent() {
    inFlight++;
  }

  void ended() {
    inFlight--;
  }

  boolean inRing() {
    return inRing;
  }

  void inRing(boolean isIn) {
    inRing = isIn;
  }

  /** Remembers what was wrong with an answer, so that its sender is not called silent. */
  void garbage(String why, long now) {
    garbage = why;
    garbageAt = now;
  }

  /** What was wrong with the last unusable answer since then; empty when there was none. */
  String garbageSince(long then) {
    return garbageAt - then >= 0 ? garbage : "";
  }

  void touch(long now) {
    lastUsed = now;
  }

  /** Whether it may be forgotten. */
  boolean idleSince(long before) {
    return inFlight == 0 && waiting.isEmpty() && lastUsed - before < 0;
  }

  SnmpDeviceStatus status() {
    return new SnmpDeviceStatus(
        address,
        roundTrip.nanos() / 1000,
        repetitions.learned(),
        window.learned(),
        breaker.open(),
        counters.snapshot());
  }
}
