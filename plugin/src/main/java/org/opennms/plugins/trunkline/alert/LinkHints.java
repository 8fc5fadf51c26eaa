package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.KnownInterface;

/**
 * Turns the host's announcements into questions to the devices: soon, but not at once (a port that
 * bounces announces itself many times), each interface once however many announcements there are,
 * and a bounded number in a second. Hints come from any thread; the rest is for one.
 */
final class LinkHints {
  /** Between an announcement and the question. */
  static final Duration WAIT = Duration.ofSeconds(1);

  private static final int QUESTIONS = 100;
  private static final int MOST = 10_000;

  private final Surroundings around;
  private final StatusAsker asker;
  private final Consumer<Reading> answers;
  private final Inbox<LinkHint> hints = new Inbox<>(MOST);
  private final Map<InterfaceKey, Instant> toAsk = new LinkedHashMap<>();

  LinkHints(Surroundings around, StatusAsker asker, Consumer<Reading> answers) {
    this.around = around;
    this.asker = asker;
    this.answers = answers;
  }

  void offer(LinkHint hint) {
    hints.offer(hint);
  }

  long dropped() {
    return hints.dropped();
  }

  void tick(Instant now) {
    for (LinkHint hint : hints.drain()) {
      interfaces(hint).forEach(k -> toAsk.putIfAbsent(k.key(), now));
    }
    Iterator<Map.Entry<InterfaceKey, Instant>> due = toAsk.entrySet().iterator();
    for (int i = 0; i < QUESTIONS && due.hasNext(); i++) {
      Map.Entry<InterfaceKey, Instant> next = due.next();
      if (now.isBefore(next.getValue().plus(WAIT)) && !now.isBefore(next.getValue())) {
        return;
      }
      InterfaceKey key = next.getKey();
      due.remove();
      around.monitored(key).ifPresent(this::ask);
    }
  }

  private void ask(KnownInterface known) {
    asker.ask(known).thenAccept(status -> answers.accept(new Reading.Status(known, status)));
  }

  private List<KnownInterface> interfaces(LinkHint hint) {
    return hint.ifIndex() > 0
        ? around.monitored(hint.nodeId(), hint.ifIndex()).stream().toList()
        : around.monitored(hint.nodeId());
  }
}
