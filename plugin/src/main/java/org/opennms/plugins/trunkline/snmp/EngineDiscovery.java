package org.opennms.plugins.trunkline.snmp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds out the engine ids of SNMPv3 agents (RFC 3414 section 4), only so many at once: an agent
 * spends more on it than on a request, and so do we. Loop only.
 */
final class EngineDiscovery {
  /** Computes keys, on another thread when that takes long. */
  interface Localizer {
    /** Hands the keys over on the loop; nothing when they cannot be computed. */
    void localize(
        SnmpSecurity.Usm security, byte[] engineId, Consumer<Optional<UsmKeys.Localized>> then);
  }

  private static final RequestPdu EMPTY = RequestPdu.reading(PduType.GET, new int[0][]);

  private final int limit;
  private final Dispatcher dispatcher;
  private final Localizer localizer;
  private final Deque<Exchange> queued = new ArrayDeque<>();
  private final List<UsmLink> open = new ArrayList<>();
  private int running;
  private int waiting;

  EngineDiscovery(int limit, Dispatcher dispatcher, Localizer localizer) {
    this.limit = limit;
    this.dispatcher = dispatcher;
    this.localizer = localizer;
  }

  /** How many exchanges wait for an engine. */
  int waiting() {
    return waiting;
  }

  /** Lets an exchange wait until its agent's engine is known. */
  void await(Exchange exchange) {
    waiting++;
    UsmLink link = exchange.link();
    if (link.await(exchange)) {
      open.add(link);
      queued.add(new Exchange(exchange.device(), exchange.target(), new Probe(link), null));
      runNext();
    }
  }

  /** A discovery has ended, or its answer is overdue: another one may run. */
  void release(Exchange probe) {
    if (probe.holdsDiscoverySlot()) {
      probe.holdsDiscoverySlot(false);
      running--;
      runNext();
    }
  }

  private void runNext() {
    while (running < limit && !queued.isEmpty()) {
      running++;
      Exchange probe = queued.poll();
      probe.holdsDiscoverySlot(true);
      dispatcher.begin(probe);
    }
  }

  /** An agent told its engine id. */
  void found(Exchange probe, UsmPeer peer, long now) {
    UsmLink link = ((Probe) probe.query()).link;
    SnmpSecurity.Usm security = link.session().security();
    localizer.localize(
        security,
        peer.engineId(),
        keys -> {
          keys.ifPresent(k -> link.session().connect(peer, k, now));
          for (Exchange exchange : release(link)) {
            if (keys.isPresent()) {
              dispatcher.begin(exchange);
            } else {
              exchange.query().failed(new SnmpFailure.Unsendable("no keys, see the log"));
            }
          }
        });
  }

  private List<Exchange> release(UsmLink link) {
    open.remove(link);
    List<Exchange> released = link.discovered();
    waiting -= released.size();
    return released;
  }

  /** Gives up all that wait and returns them. */
  List<Exchange> abandon() {
    List<Exchange> abandoned = new ArrayList<>();
    for (UsmLink link : List.copyOf(open)) {
      abandoned.addAll(release(link));
    }
    queued.clear();
    return abandoned;
  }

  private final class Probe implements Query {
    private final UsmLink link;

    Probe(UsmLink link) {
      this.link = link;
    }

    @Override
    public RequestPdu pdu(int attempt) {
      return EMPTY;
    }

    @Override
    public void answered(AnswerPdu pdu, Answered how) {
      // What matters, the engine's id, stands in the security parameters: see found().
    }

    @Override
    public void failed(SnmpFailure why) {
      for (Exchange exchange : release(link)) {
        exchange.query().failed(why);
      }
    }
  }
}
