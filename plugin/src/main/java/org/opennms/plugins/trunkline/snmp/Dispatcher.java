package org.opennms.plugins.trunkline.snmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends queries, in turns and within the limits, repeats what is lost, and ends each query exactly
 * once. Loop only, apart from {@link #devices}; {@code now} is in nanoseconds of a monotonic clock.
 */
final class Dispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** The way out. */
  interface Sender {
    void send(byte[] message, InetSocketAddress to) throws IOException;
  }

  private final EngineSettings settings;
  private final Sender sender;
  private final Counters totals;
  private final TimerWheel timers;
  private final EngineDiscovery discovery;
  private final FairQueue queue;
  private final PendingRequests pending = new PendingRequests();
  private final BerWriter writer = new BerWriter();
  private final Map<InetSocketAddress, DeviceSession> devices = new ConcurrentHashMap<>();
  private boolean closed;
  private long now;

  Dispatcher(
      EngineSettings settings,
      Sender sender,
      Counters totals,
      TimerWheel timers,
      EngineDiscovery.Localizer localizer) {
    this.settings = settings;
    this.sender = sender;
    this.totals = totals;
    this.timers = timers;
    this.queue = new FairQueue(settings.inFlight(), settings.inFlightPerDevice());
    this.discovery = new EngineDiscovery(settings.discoveries(), this, localizer);
  }

  Map<InetSocketAddress, DeviceSession> devices() {
    return devices;
  }

  PendingRequests pending() {
    return pending;
  }

  /** The time of what is being done. */
  long now() {
    return now;
  }

  EngineDiscovery discovery() {
    return discovery;
  }

  /** Takes a query up; its answer or failure may come before this returns. */
  void start(SnmpTarget target, Query query, long at) {
    now = at;
    if (closed) {
      query.failed(new SnmpFailure.Stopped());
      return;
    }
    if (queue.waiting() + discovery.waiting() >= settings.waiting()) {
      query.failed(new SnmpFailure.Overloaded());
      return;
    }
    DeviceSession device = device(target.address(), now);
    long refused = device.breaker().refusesFor(now);
    if (refused > 0) {
      query.failed(new SnmpFailure.BreakerOpen(Duration.ofNanos(refused)));
      return;
    }
    UsmLink link = target.security() instanceof SnmpSecurity.Usm usm ? device.link(usm) : null;
    begin(new Exchange(device, target, query, link));
  }

  /** Queues an exchange; one whose SNMPv3 engine is unknown waits for the discovery. */
  void begin(Exchange exchange) {
    if (exchange.link() != null && !exchange.link().session().ready()) {
      discovery.await(exchange);
    } else {
      queue.add(exchange);
    }
  }

  private DeviceSession device(InetSocketAddress address, long now) {
    DeviceSession device = devices.get(address);
    if (device == null) {
      if (devices.size() >= settings.devices()) {
        forgetIdle(now);
      }
      device = new DeviceSession(address, settings.firstRepetitions());
      devices.put(address, device);
    }
    device.touch(now);
    return device;
  }

  private void forgetIdle(long now) {
    // Twice at most: first those idle for an hour, then all that are idle.
    devices.values().removeIf(d -> d.idleSince(now - Duration.ofHours(1).toNanos()));
    if (devices.size() >= settings.devices()) {
      devices.values().removeIf(d -> d.idleSince(now));
    }
  }

  /** Sends what may be sent now. */
  void pump(long at) {
    now = at;
    for (Exchange next = queue.next(); next != null; next = queue.next()) {
      attempt(next, now);
    }
  }

  private void attempt(Exchange exchange, long now) {
    if (exchange.query().cancelled()) {
      fail(exchange, new SnmpFailure.Stopped());
      return;
    }
    exchange.beginAttempt(now);
    if (exchange.attempt() > 0) {
      count(exchange.device(), Counters.Event.RETRY, 1);
    }
    if (transmit(exchange, now)) {
      timers.add(exchange);
    }
  }

  private boolean transmit(Exchange exchange, long now) {
    try {
      sender.send(encode(exchange, now), exchange.device().address());
      return true;
    } catch (IOException e) {
      fail(exchange, new SnmpFailure.Unsendable(e.toString()));
      return false;
    } catch (RuntimeException e) {
      // An algorithm that this JVM does not have, for example: the request must end all the same.
      LOG.error("a request to {} cannot be encoded", exchange.target(), e);
      fail(exchange, new SnmpFailure.Unsendable("it cannot be encoded, see the log"));
      return false;
    }
  }

  private byte[] encode(Exchange exchange, long now) {
    if (exchange.isDiscovery()) {
      int id = pending.register(exchange);
      exchange.packetSent(id);
      return UsmSession.discovery(writer, id, exchange.requestId());
    }
    RequestPdu pdu = exchange.query().pdu(exchange.attempt());
    if (exchange.target().security() instanceof SnmpSecurity.Community community) {
      if (!exchange.hasRequestId()) {
        exchange.packetSent(pending.register(exchange));
      }
      return CommunityMessage.encode(writer, community, pdu, exchange.requestId());
    }
    int id = pending.register(exchange);
    exchange.packetSent(id);
    return exchange.link().session().encode(writer, id, pdu, exchange.requestId(), now);
  }

  /** A deadline has come: an early repetition, the next attempt, or the end. */
  void due(Exchange exchange, long at) {
    now = at;
    queue.overdue(exchange);
    discovery.release(exchange);
    if (exchange.expired(now)) {
      attemptFailed(exchange, now);
    } else {
      if (exchange.mayRepeatEarly()) {
        if (exchange.repeatedEarly(now) > 1) {
          exchange.device().window().lost();
        }
        count(exchange.device(), Counters.Event.RETRY, 1);
        if (!transmit(exchange, now)) {
          return;
        }
      }
      timers.add(exchange);
    }
  }

  /** An attempt brought nothing usable. */
  void attemptFailed(Exchange exchange, long now) {
    exchange.device().window().lost();
    if (exchange.attemptsLeft()) {
      exchange.query().attemptFailed();
      attempt(exchange, now);
    } else {
      fail(exchange, exchange.silence(now));
    }
  }

  /** The SNMPv3 engine turned out to be another one, or to have restarted: send again. */
  void resend(Exchange exchange, SnmpFailure otherwise, long now) {
    if (!exchange.restartForEngine()) {
      fail(exchange, otherwise);
    } else if (exchange.link().session().ready()) {
      attempt(exchange, now);
    } else {
      end(exchange);
      begin(exchange.again());
    }
  }

  /** Hands an answer to its query. */
  void answer(Exchange exchange, AnswerPdu pdu, long at) {
    now = at;
    DeviceSession device = exchange.device();
    Query.Answered how = new Query.Answered(device, exchange.prompt(now));
    if (exchange.sentOnce()) {
      device.roundTrip().sample(exchange.roundTrip(now));
    }
    device.breaker().answered();
    if (how.prompt()) {
      int limit = exchange.inFlight(settings.inFlightPerDevice());
      device.window().answered(device.inFlight(), limit, device.roundTrip().slowing());
    }
    end(exchange);
    count(device, Counters.Event.REQUEST, 1);
    try {
      exchange.query().answered(pdu, how);
    } catch (MalformedMessageException e) {
      discard(device, Discard.MALFORMED, 1);
      exchange.query().failed(new SnmpFailure.Garbage(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("a fault of ours while reading an answer of {}", exchange.target(), e);
      exchange.query().failed(new SnmpFailure.Garbage("internal error, see the log"));
    }
  }

  /** Ends an exchange without an answer. */
  void fail(Exchange exchange, SnmpFailure why) {
    DeviceSession device = exchange.device();
    end(exchange);
    count(device, Counters.Event.REQUEST, 1);
    if (why instanceof SnmpFailure.NoAnswer) {
      count(device, Counters.Event.TIMEOUT, 1);
      device.window().silent();
      device.breaker().silent(now);
    }
    exchange.query().failed(why);
  }

  private void end(Exchange exchange) {
    exchange.finish();
    pending.remove(exchange);
    queue.ended(exchange);
    discovery.release(exchange);
  }

  void count(DeviceSession device, Counters.Event event, long amount) {
    device.counters().add(event, amount);
    totals.add(event, amount);
  }

  void discard(DeviceSession device, Discard reason, long amount) {
    if (device != null) {
      device.counters().add(reason, amount);
    }
    totals.add(reason, amount);
  }

  /** A device left rows out of its answers: from now on it is asked for few at a time. */
  void skipped(SnmpTarget target, long rows) {
    DeviceSession device = devices.get(target.address());
    discard(device, Discard.SKIPPED, rows);
    while (device != null && device.repetitions().failed(device.repetitions().learned())) {
      count(device, Counters.Event.SHRINK, 1);
    }
  }

  /** Fails everything that is under way. */
  void close() {
    closed = true;
    SnmpFailure stopped = new SnmpFailure.Stopped();
    for (Exchange exchange : pending.all()) {
      exchange.finish();
      exchange.query().failed(stopped);
    }
    List<Exchange> waiting = new ArrayList<>(discovery.abandon());
    for (DeviceSession device : devices.values()) {
      waiting.addAll(device.waiting());
      device.waiting().clear();
    }
    waiting.forEach(exchange -> exchange.query().failed(stopped));
  }
}
