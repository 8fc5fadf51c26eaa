package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.alert.rule.AlertRules;
import org.opennms.plugins.trunkline.config.TrunklineConfig;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.inventory.StateStore;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part, put together. {@link #tick}, {@link #deliver} and {@link #write} are to be called about
 * every second, each by a thread of its own: a host that hangs holds the one that calls it, and
 * alerts are judged meanwhile. Nothing is judged before {@link #load} succeeded.
 */
public final class AlertPart implements HostNews {
  private static final Logger LOG = LoggerFactory.getLogger(AlertPart.class);

  private static final Duration WEEK = Duration.ofDays(7);

  private final InstantSource clock;
  private final Supplier<TrunklineConfig.Alerts> config;
  private final Surroundings around;
  private final AlarmSender sender;
  private final AlertStore store;
  private final PartState state;
  private final SeenUp seenUp;
  private final AlertBook book;
  private final LinkHints hints;
  private volatile boolean loaded;
  private boolean waiting;

  /**
   * What the part needs of others.
   *
   * @param around the network around the subjects
   * @param asker asks devices out of turn
   * @param sender tells the host
   * @param alerts the store's context for alerts
   * @param rest the store's context for what else is kept
   */
  public record Needs(
      Surroundings around,
      StatusAsker asker,
      AlarmSender sender,
      StateStore alerts,
      StateStore rest) {}

  /**
   * Puts the part together; nothing runs yet.
   *
   * @param rules in force at first
   * @param config the settings in force
   */
  public AlertPart(
      Needs needs, AlertRules rules, Supplier<TrunklineConfig.Alerts> config, InstantSource clock) {
    this.clock = clock;
    this.config = config;
    around = needs.around();
    sender = needs.sender();
    store = new AlertStore(needs.alerts());
    state = new PartState(needs.rest());
    seenUp = new SeenUp(needs.around()::wasUp);
    Shadow counting = new Shadow(clock.instant(), config.get().counting(), Optional.empty());
    book = new AlertBook(clock, needs.around(), seenUp, rules, counting, store);
    hints = new LinkHints(needs.around(), needs.asker(), book::offer);
  }

  /** What shell and REST ask; also takes readings and the host's alarms. */
  public AlertBook book() {
    return book;
  }

  @Override
  public void link(LinkHint hint) {
    hints.offer(hint);
  }

  @Override
  public void node(int nodeId, boolean down) {
    around
        .device(nodeId)
        .ifPresent(d -> book.offer(new Reading.HostNode(d, clock.instant(), down)));
  }

  /** Whether what was kept has been read. */
  public boolean isLoaded() {
    return loaded;
  }

  /**
   * Reads what was kept before the last stop.
   *
   * @return whether the host's store could be read; call again later if not
   */
  public boolean load() {
    if (loaded) {
      return true;
    }
    try {
      List<AlertRecord> kept = store.load();
      book.shadow(state.load(seenUp, config.get().counting(), clock.instant()));
      book.restore(kept);
      book.assumeUp(around.up());
      loaded = true;
    } catch (HostAbsentException e) {
      if (!waiting) {
        LOG.warn("Alerts cannot be read yet, and none is raised: {}", e.getMessage());
      }
      waiting = true;
    }
    return loaded;
  }

  /** Judges what came in. */
  public void tick() {
    if (loaded) {
      hints.tick(clock.instant());
      book.tick();
    }
  }

  /** Tells the host what it has to hear; may block as long as the host does. */
  public void deliver() {
    if (!loaded) {
      return;
    }
    int perMinute = config.get().eventsPerMinute();
    for (Alert alert : book.due(perMinute)) {
      if (!sender.send(alert)) {
        // It is tried again in a second, and the rest would fail as well.
        return;
      }
      book.sent(alert);
    }
    for (HostAlarm orphan : book.orphans(perMinute)) {
      if (!sender.resolve(orphan)) {
        return;
      }
      book.resolved(orphan);
    }
    book.summary(perMinute).filter(sender::heldBack).ifPresent(book::summarized);
  }

  /** Writes what changed; may block as long as the host's database does. */
  public void write() {
    if (loaded && store.write()) {
      state.write(book);
    }
  }

  /** Puts other rules in force. */
  public void rules(AlertRules rules) {
    book.rules(rules);
  }

  /** To be called when the settings changed. */
  public void settingsChanged() {
    Shadow now = book.shadow();
    book.shadow(new Shadow(now.since(), config.get().counting(), now.ended()));
  }

  /**
   * Which rules and subjects raised most in the last week.
   *
   * @return one line for the schedule
   */
  public String review() {
    return book.noisiest(clock.instant().minus(WEEK));
  }

  /** Forgets nodes that are gone. */
  public void retain(Predicate<NodeKey> known) {
    book.withSeenUp(
        s -> {
          s.retain(known);
          return true;
        });
  }

  /** Announcements and readings that came too fast, since the start. */
  public long lost() {
    return hints.dropped() + book.overview().lost();
  }
}
