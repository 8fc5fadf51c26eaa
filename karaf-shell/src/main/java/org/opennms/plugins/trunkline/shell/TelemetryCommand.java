package org.opennms.plugins.trunkline.shell;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;

/** How the signed export is. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "telemetry",
    description = "Shows how the signed export is: backlog, chain, deliveries")
public final class TelemetryCommand implements Action {
  private static final int MIB = 1 << 20;

  @Reference Session session;

  @Reference(optional = true)
  TelemetryDesk desk;

  @Override
  public Object execute() throws Exception {
    TelemetryDesk.Status status = Refusal.unlessPresent(desk, "telemetry").status();
    Screen screen = Screen.of(session);
    String state = status.state().name().toLowerCase(Locale.ROOT);
    String why = status.detail().isEmpty() ? "" : ": " + Printable.text(status.detail());
    screen.line("Export as " + Printable.text(status.agent()) + " is " + state + why);
    status.keys().ifPresent(k -> screen.line("Signed with key " + k.id() + " by " + k.signer()));
    status.outbox().ifPresent(o -> outbox(screen, o));
    if (!status.transports().isEmpty()) {
      screen.line("");
      transports(status).print(screen);
    }
    return null;
  }

  private static void outbox(Screen screen, TelemetryDesk.Outbox outbox) {
    screen.line(
        String.format(
            Locale.ROOT,
            "Outbox is %s: %d waiting (%.1f MiB, file %.1f MiB), the oldest since %s; %d queued",
            outbox.condition(),
            outbox.waiting(),
            (double) outbox.bytes() / MIB,
            (double) outbox.fileBytes() / MIB,
            Times.text(outbox.oldest(), "-"),
            outbox.queued()));
    screen.line(
        "Accepted since the start: "
            + outbox.accepted()
            + "; dead letters: "
            + outbox.deadLetters()
            + "; damaged files: "
            + outbox.damagedFiles());
    screen.line("Lost: " + lost(outbox.lost()));
    screen.line("Chain ends with envelope " + outbox.sequence() + ", " + orDash(outbox.head()));
  }

  private static String lost(Map<String, Long> lost) {
    StringBuilder words = new StringBuilder();
    new TreeMap<>(lost)
        .forEach(
            (reason, count) -> {
              if (count > 0) {
                words.append(words.isEmpty() ? "" : ", ").append(reason).append(' ').append(count);
              }
            });
    return words.isEmpty() ? "nothing" : words.toString();
  }

  private static Table transports(TelemetryDesk.Status status) {
    Table table =
        new Table()
            .column("Transport")
            .column("State")
            .number("Waiting")
            .number("Under way")
            .number("Delivered")
            .number("Per s")
            .number("Retried")
            .number("Refused")
            .column("Last delivery")
            .flexible("Detail");
    for (TelemetryDesk.Transport each : status.transports()) {
      table.row(
          each.name(),
          each.state(),
          each.waiting(),
          each.inFlight(),
          each.delivered(),
          String.format(Locale.ROOT, "%.1f", each.perSecond()),
          each.retried(),
          each.refused(),
          Times.text(each.lastDelivery(), "never"),
          Printable.orDash(each.detail()));
    }
    return table;
  }

  private static String orDash(String hex) {
    return Printable.orDash(Optional.of(hex).filter(h -> !h.isEmpty()));
  }
}
