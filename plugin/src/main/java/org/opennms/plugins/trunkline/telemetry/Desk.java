package org.opennms.plugins.trunkline.telemetry;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opennms.plugins.trunkline.operations.OperationException;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;
import org.opennms.plugins.trunkline.telemetry.delivery.Pump;
import org.opennms.plugins.trunkline.telemetry.delivery.PumpStatus;
import org.opennms.plugins.trunkline.telemetry.keys.Signers;
import org.opennms.plugins.trunkline.telemetry.keys.SigningKeys;
import org.opennms.plugins.trunkline.telemetry.outbox.DeadLetter;
import org.opennms.plugins.trunkline.telemetry.outbox.OutboxStatus;
import org.opennms.plugins.trunkline.telemetry.settings.TelemetrySettings;
import org.opennms.plugins.trunkline.wire.KeyFileException;
import org.opennms.plugins.trunkline.wire.KeyPem;

/** What operators ask of the export. Thread-safe. */
final class Desk implements TelemetryDesk {
  private static final int MOST_LETTERS = 10_000;

  private final Supplier<Optional<Export>> export;
  private final Supplier<Condition> condition;
  private final Supplier<TelemetrySettings> settings;
  private final InstantSource clock;

  /** What is wrong with the part: why it does not run, and what has stalled. */
  record Condition(String problem, List<String> stalled) {}

  Desk(
      Supplier<Optional<Export>> export,
      Supplier<Condition> condition,
      Supplier<TelemetrySettings> settings,
      InstantSource clock) {
    this.export = export;
    this.condition = condition;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Status status() {
    Condition now = condition.get();
    String agent = settings.get().agent();
    Optional<Export> running = export.get();
    if (running.isEmpty()) {
      boolean fine = now.problem().isEmpty();
      String words = fine ? "trunkline/telemetry.yaml names no receiver" : now.problem();
      return new Status(
          fine ? State.OFF : State.DEGRADED,
          words,
          agent,
          Optional.empty(),
          Optional.empty(),
          List.of());
    }
    OutboxStatus outbox = running.get().outbox().status();
    List<Transport> transports =
        running.get().pumps().stream().map(p -> transport(p.status(), outbox)).toList();
    State state = state(now, outbox, transports);
    return new Status(
        state,
        words(now, outbox),
        agent,
        Optional.of(keys(running.get().keys())),
        Optional.of(outbox(outbox)),
        transports);
  }

  @Override
  public List<String> pause(Optional<String> transport) {
    return each(transport, Pump::pause);
  }

  @Override
  public List<String> resume(Optional<String> transport) {
    return each(transport, Pump::resume);
  }

  @Override
  public List<Letter> deadLetters(int limit) {
    return running().outbox().deadLetters(limit).stream().map(Desk::letter).toList();
  }

  @Override
  public int retry(List<Long> ids) {
    Export running = running();
    List<DeadLetter> letters = letters(running, ids);
    Map<String, Pump> pumps = new HashMap<>();
    running.pumps().forEach(p -> pumps.put(p.name(), p));
    List<DeadLetter> deliverable =
        letters.stream().filter(d -> pumps.containsKey(d.transport())).toList();
    deliverable.forEach(d -> pumps.get(d.transport()).retry(List.of(d)));
    return deliverable.size();
  }

  @Override
  public int purge(List<Long> ids) {
    Export running = running();
    List<Long> there = letters(running, ids).stream().map(DeadLetter::id).toList();
    running.outbox().exhume(there);
    return there.size();
  }

  @Override
  public String rotateKey() {
    try {
      return running().rotate(clock.instant()).keyId();
    } catch (KeyFileException e) {
      throw new OperationException(e.getMessage(), "See docs/telemetry.md, Keys.", e);
    }
  }

  @Override
  public Verification verify(String path) {
    return new FileCheck(running().keys(), settings.get().agent()).check(Path.of(path));
  }

  private List<String> each(Optional<String> transport, Consumer<Pump> action) {
    List<Pump> chosen =
        running().pumps().stream()
            .filter(p -> transport.map(t -> t.equals(p.name())).orElse(true))
            .toList();
    if (chosen.isEmpty()) {
      throw new OperationException(
          "There is no transport " + transport.orElse(""),
          "There are: " + String.join(", ", running().pumps().stream().map(Pump::name).toList()),
          null);
    }
    chosen.forEach(action);
    return chosen.stream().map(Pump::name).toList();
  }

  private Export running() {
    return export
        .get()
        .orElseThrow(
            () ->
                new OperationException(
                    "Telemetry is not exported: " + status().detail(),
                    "Name a receiver in etc/trunkline/telemetry.yaml.",
                    null));
  }

  private static List<DeadLetter> letters(Export running, Collection<Long> ids) {
    return running.outbox().deadLetters(MOST_LETTERS).stream()
        .filter(d -> ids.isEmpty() || ids.contains(d.id()))
        .toList();
  }

  private static State state(Condition now, OutboxStatus outbox, List<Transport> transports) {
    if (!now.stalled().isEmpty()) {
      return State.STALLED;
    }
    boolean well =
        now.problem().isEmpty()
            && outbox.condition() == OutboxStatus.Condition.OPEN
            && outbox.deadLetters() == 0
            && transports.stream().allMatch(t -> t.state().equals("running"));
    return well ? State.OK : State.DEGRADED;
  }

  private static String words(Condition now, OutboxStatus outbox) {
    if (!now.stalled().isEmpty()) {
      return "stalled: " + String.join(", ", now.stalled());
    }
    return now.problem().isEmpty() ? outbox.detail() : now.problem();
  }

  private static Keys keys(SigningKeys keys) {
    return new Keys(
        keys.current().verifyingKey().keyId(),
        KeyPem.of(keys.current().verifyingKey()),
        keys.publicFile().map(Path::toString).orElse(""),
        Signers.words(keys.current()),
        keys.next().map(n -> n.key().verifyingKey().keyId()).orElse(""),
        keys.next().map(n -> KeyPem.of(n.key().verifyingKey())).orElse(""),
        keys.next().map(SigningKeys.Next::from));
  }

  private static Outbox outbox(OutboxStatus is) {
    Map<String, Long> lost = new HashMap<>();
    is.lost().forEach((reason, count) -> lost.put(reason.spelling(), count));
    return new Outbox(
        is.condition().name().toLowerCase(Locale.ROOT),
        is.detail(),
        is.waiting(),
        is.bytes(),
        is.fileBytes(),
        is.oldest(),
        is.queued(),
        is.accepted(),
        is.deadLetters(),
        is.quarantined(),
        lost,
        is.head().sequence(),
        is.head().hex());
  }

  private static Transport transport(PumpStatus is, OutboxStatus outbox) {
    return new Transport(
        is.transport(),
        is.state().name().toLowerCase(Locale.ROOT),
        is.detail(),
        outbox.byTransport().getOrDefault(is.transport(), 0L),
        is.inFlight(),
        is.delivered(),
        is.retried(),
        is.refused(),
        is.lastDelivery(),
        is.perSecond());
  }

  private static Letter letter(DeadLetter letter) {
    return new Letter(
        letter.id(),
        letter.transport(),
        letter.at(),
        letter.reason(),
        letter.envelope().sequence(),
        letter.envelope().deviceId(),
        letter.envelope().bytes().length);
  }
}
