package org.opennms.plugins.trunkline.shell;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.opennms.plugins.trunkline.model.Orphan;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;

/** Lists neighbours that are no node. */
@Service
@Command(
    scope = "opennms-trunkline",
    name = "orphans",
    description = "Lists neighbours that are no node of the host")
public final class OrphansCommand implements Action {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "chassis",
          "platform",
          "addresses",
          "seen_from",
          "candidates",
          "first_seen",
          "last_seen");

  @Option(name = "--csv", description = "As CSV")
  boolean csv;

  @Option(name = "--requisition", description = "As CSV to provision from; those with an address")
  boolean requisition;

  @Option(name = "--limit", description = "At most so many; all by default")
  String limit;

  @Reference Session session;

  @Reference(optional = true)
  TopologyDirectory directory;

  @Override
  public Object execute() throws Exception {
    TopologyDirectory topology = Refusal.unlessPresent(directory, "topology");
    Screen screen = Screen.of(session);
    if (requisition) {
      screen.out().print(topology.requisition());
      return null;
    }
    List<Orphan> orphans = topology.topology().orphans();
    int most = limit == null ? Integer.MAX_VALUE : Values.count("--limit", limit);
    List<Orphan> shown = orphans.stream().limit(most).toList();
    if (csv) {
      records(screen, shown);
      return null;
    }
    if (!shown.isEmpty()) {
      table(shown).print(screen);
    }
    screen.line(shown.size() + " of " + orphans.size() + " orphans");
    return null;
  }

  private static Table table(List<Orphan> orphans) {
    Table table =
        new Table()
            .column("Id")
            .flexible("Name")
            .flexible("Chassis")
            .flexible("Address")
            .flexible("Seen from")
            .flexible("Platform");
    for (Orphan orphan : orphans) {
      table.row(
          orphan.id(),
          orphan.label(),
          Printable.orDash(orphan.announced().chassisId()),
          Printable.orDash(orphan.announced().addresses().stream().findFirst()),
          seenFrom(orphan),
          Printable.orDash(orphan.announced().platform()));
    }
    return table;
  }

  private static void records(Screen screen, List<Orphan> orphans) {
    Records records = new Records(screen, Format.CSV, COLUMNS);
    for (Orphan orphan : orphans) {
      records.row(
          List.of(
              orphan.id(),
              orphan.label(),
              orphan.announced().chassisId(),
              orphan.announced().platform(),
              String.join(" ", orphan.announced().addresses()),
              seenFrom(orphan),
              orphan.candidates().stream().map(Object::toString).collect(Collectors.joining(" ")),
              orphan.firstSeen().toString(),
              orphan.lastSeen().toString()));
    }
    records.end();
  }

  private static String seenFrom(Orphan orphan) {
    return orphan.seenFrom().stream()
        .map(s -> LinkText.end(s.local()))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
