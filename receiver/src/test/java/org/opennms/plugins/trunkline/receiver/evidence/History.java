package org.opennms.plugins.trunkline.receiver.evidence;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.opennms.plugins.trunkline.receiver.Samples;
import org.opennms.plugins.trunkline.wire.EnvelopeCodec;
import org.opennms.plugins.trunkline.wire.GapNotice;
import org.opennms.plugins.trunkline.wire.KeyRing;
import org.opennms.plugins.trunkline.wire.KeyRotationNotice;
import org.opennms.plugins.trunkline.wire.SealedEnvelope;
import org.opennms.plugins.trunkline.wire.SigningKey;
import org.opennms.plugins.trunkline.wire.VerifyingKey;
import org.opennms.plugins.trunkline.wire.proto.TelemetryEvent;

/**
 * What honest senders sent, in the order of storing: several agents, each with changes of its key,
 * and with runs of envelopes that it lost and declared.
 */
final class History {
  private final Random random;
  private final Map<String, List<VerifyingKey>> keys = new HashMap<>();
  private final List<Item> items = new ArrayList<>();

  /** One envelope: whose, and its place in the sender's chain, lost ones not counted. */
  record Item(String agent, int number, ByteString bytes, ByteString signature) {}

  private History(Random random) {
    this.random = random;
  }

  /**
   * Makes one.
   *
   * @param window how far envelopes come out of the sender's order
   */
  static History of(long seed, int window) {
    History history = new History(new Random(seed));
    List<List<Item>> chains = new ArrayList<>();
    for (int agent = 0; agent <= history.random.nextInt(3); agent++) {
      chains.add(history.outOfOrder(history.chain("agent-" + agent, 10 * agent), window));
    }
    history.interleave(chains);
    return history;
  }

  List<Item> items() {
    return new ArrayList<>(items);
  }

  KeyRing keys() {
    return agent -> keys.getOrDefault(agent, List.of());
  }

  private List<Item> chain(String agent, int firstKey) {
    List<Item> chain = new ArrayList<>();
    SigningKey key = newKey(agent, firstKey + 1);
    ByteString before = ByteString.EMPTY;
    List<TelemetryEvent> notices = new ArrayList<>();
    int length = 10 + random.nextInt(40);
    for (int i = 0; i < length; i++) {
      SigningKey next = i > 0 && random.nextInt(15) == 0 ? newKey(agent, firstKey + 2 + i) : key;
      if (!next.equals(key)) {
        notices.add(new KeyRotationNotice(next.verifyingKey()).toEvent("k" + i, Samples.START));
      }
      SealedEnvelope sealed = seal(agent, i, notices, before, key);
      chain.add(new Item(agent, chain.size(), sealed.bytes(), sealed.signature()));
      notices.clear();
      before = sealed.signature();
      key = next;
      if (i + 1 < length && random.nextInt(12) == 0) {
        before = lose(agent, length * (i + 1), before, key, notices);
      }
    }
    return chain;
  }

  /** A run of envelopes that was signed and then lost, and what the sender says of it. */
  private ByteString lose(
      String agent, int number, ByteString before, SigningKey key, List<TelemetryEvent> notices) {
    int count = 1 + random.nextInt(4);
    ByteString last = before;
    for (int i = 0; i < count; i++) {
      last = seal(agent, 10_000 + number + i, List.of(), last, key).signature();
    }
    notices.add(new GapNotice("overflow", count, before, last, 1, 2).toEvent("g" + number, 1));
    return last;
  }

  private static SealedEnvelope seal(
      String agent, int number, List<TelemetryEvent> notices, ByteString before, SigningKey key) {
    TelemetryEvent[] events = notices.toArray(TelemetryEvent[]::new);
    return EnvelopeCodec.seal(Samples.envelope(agent, number, events), before, key);
  }

  private SigningKey newKey(String agent, int number) {
    SigningKey key = Samples.key(number);
    keys.computeIfAbsent(agent, a -> new ArrayList<>()).add(key.verifyingKey());
    return key;
  }

  private List<Item> outOfOrder(List<Item> chain, int window) {
    for (int i = 0; window > 1 && i < chain.size(); i += window) {
      Collections.shuffle(chain.subList(i, Math.min(i + window, chain.size())), random);
    }
    return chain;
  }

  private void interleave(List<List<Item>> chains) {
    List<List<Item>> rest = new ArrayList<>();
    chains.forEach(c -> rest.add(new ArrayList<>(c)));
    while (!rest.isEmpty()) {
      int which = random.nextInt(rest.size());
      items.add(rest.get(which).remove(0));
      rest.removeIf(List::isEmpty);
    }
  }
}
