package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.operations.SnmpDesk;
import org.opennms.plugins.trunkline.operations.SnmpDesk.Counts;

/** What the SNMP engine has learned of each device. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "snmp-sessions",
    description = "Shows what the SNMP engine has learned of each device, and its counters")
public final class SnmpSessionsCommand implements Action {
  private static final String LIMIT = "100";
  private static final List<String> COLUMNS =
      List.of(
          "node",
          "device",
          "rttMillis",
          "repetitions",
          "inFlight",
          "breaker",
          "requests",
          "varbinds",
          "retries",
          "timeouts",
          "shrinks",
          "discarded");

  @Option(name = "--limit", description = "At most so many devices; 100 by default")
  String limit = LIMIT;

  @Option(name = "--format", description = "text, json or csv")
  @Completion(FormatCompleter.class)
  String format;

  @Reference Session session;

  @Reference(optional = true)
  SnmpDesk desk;

  @Override
  public Object execute() throws Exception {
    Format chosen = Format.of(format);
    int most = Values.count("--limit", limit);
    SnmpDesk.Sessions sessions = Refusal.unlessPresent(desk, "SNMP engine").sessions();
    List<List<String>> rows =
        sessions.devices().stream().limit(most).map(SnmpSessionsCommand::cells).toList();
    Screen screen = Screen.of(session);
    if (chosen == Format.TEXT) {
      text(screen, rows, sessions);
    } else {
      Records records = new Records(screen, chosen, COLUMNS);
      rows.forEach(records::row);
      records.end();
    }
    return null;
  }

  private static void text(Screen screen, List<List<String>> rows, SnmpDesk.Sessions sessions) {
    if (rows.isEmpty()) {
      screen.line("No device was asked yet.");
      return;
    }
    Table table =
        new Table()
            .flexible("Node")
            .column("Device")
            .number("RTT ms")
            .number("Rep")
            .number("Fly")
            .column("Breaker")
            .number("Requests")
            .number("Varbinds")
            .number("Retries")
            .number("Timeouts")
            .number("Shrinks")
            .flexible("Discarded");
    rows.forEach(row -> table.row(row.toArray()));
    table.print(screen);
    screen.line(rows.size() + " of " + sessions.devices().size() + " devices");
    Counts totals = sessions.totals();
    screen.line(
        String.format(
            Locale.ROOT,
            "Totals: %d requests, %d varbinds, %d retries, %d timeouts, %d shrinks; discarded: %s",
            totals.requests(),
            totals.varbinds(),
            totals.retries(),
            totals.timeouts(),
            totals.shrinks(),
            discarded(totals)));
  }

  private static List<String> cells(SnmpDesk.Session session) {
    Counts counts = session.counts();
    String roundTrip =
        session.roundTripMicros() == 0
            ? "-"
            : String.format(Locale.ROOT, "%.1f", session.roundTripMicros() / 1000.0);
    Stream<String> learned =
        Stream.of(
            Printable.orDash(session.node()),
            session.address(),
            roundTrip,
            String.valueOf(session.repetitions()),
            String.valueOf(session.inFlight()),
            session.breakerOpen() ? "open" : "closed");
    Stream<String> counted =
        Stream.of(
                counts.requests(),
                counts.varbinds(),
                counts.retries(),
                counts.timeouts(),
                counts.shrinks())
            .map(String::valueOf);
    return Stream.of(learned, counted, Stream.of(discarded(counts)))
        .flatMap(cells -> cells)
        .toList();
  }

  private static String discarded(Counts counts) {
    return Printable.orDash(
        counts.discarded().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", ")));
  }
}
