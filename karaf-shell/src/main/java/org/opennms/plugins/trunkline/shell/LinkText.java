package org.opennms.plugins.trunkline.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.support.CommandException;
import org.opennms.plugins.trunkline.model.KnownInterface;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.model.LinkEnd;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.operations.TopologyDirectory.Edge;

/** Links in words. */
final class LinkText {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "node_a",
          "port_a",
          "node_b",
          "port_b",
          "state",
          "confidence",
          "sources",
          "role",
          "speed",
          "mismatches",
          "first_seen",
          "last_seen");

  private LinkText() {}

  static Table table(List<Edge> edges) {
    Table table =
        new Table()
            .column("Link")
            .flexible("Node")
            .flexible("Port")
            .flexible("Neighbour")
            .flexible("Its port")
            .column("State")
            .number("Conf.")
            .column("Told by")
            .flexible("Role")
            .number("Speed")
            .flexible("Differs");
    for (Edge edge : edges) {
      Link link = edge.link();
      table.row(
          link.key().id(),
          link.a().device(),
          Printable.orDash(link.a().port()),
          link.b().device(),
          Printable.orDash(link.b().port()),
          link.state().spelling(),
          percent(link.confidence()),
          sources(link),
          role(edge),
          BitRate.format(speed(edge)),
          Printable.orDash(differs(link)));
    }
    return table;
  }

  /** The same for other programs. */
  static void records(Screen screen, Format format, List<Edge> edges) {
    Records records = new Records(screen, format, COLUMNS);
    for (Edge edge : edges) {
      Link link = edge.link();
      records.row(
          List.of(
              link.key().id(),
              link.a().device(),
              link.a().port(),
              link.b().device(),
              link.b().port(),
              link.state().spelling(),
              String.format(Locale.ROOT, "%.2f", link.confidence()),
              sources(link),
              role(edge),
              Long.toString(speed(edge)),
              differs(link),
              link.firstSeen().toString(),
              link.lastSeen().toString()));
    }
    records.end();
  }

  /** Node and port, for example {@code edge1 Gi0/0/1}. */
  static String end(LinkEnd end) {
    return end.port().isEmpty() ? end.device() : end.device() + " " + end.port();
  }

  static String percent(double confidence) {
    return Math.round(confidence * 100) + " %";
  }

  static String sources(Link link) {
    return link.sources().stream().map(LinkSource::spelling).collect(Collectors.joining(" "));
  }

  static String differs(Link link) {
    return link.mismatches().stream().map(m -> differs(m)).collect(Collectors.joining(", "));
  }

  static String differs(LinkMismatch mismatch) {
    return mismatch.kind().spelling() + " " + mismatch.a() + " / " + mismatch.b();
  }

  /** Of the first end that is known. */
  static String role(Edge edge) {
    return Stream.of(edge.a(), edge.b())
        .flatMap(Optional::stream)
        .map(p -> p.classification().role().spelling())
        .findFirst()
        .orElse("-");
  }

  /** A link is as fast as its slower end; 0 where neither is known. */
  static long speed(Edge edge) {
    return Stream.of(edge.a(), edge.b())
        .flatMap(Optional::stream)
        .map(KnownInterface::networkInterface)
        .mapToLong(i -> i.speed())
        .filter(s -> s > 0)
        .min()
        .orElse(0);
  }

  static LinkState state(String text) throws CommandException {
    return Arrays.stream(LinkState.values())
        .filter(s -> s.spelling().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.of(
                    "'" + text + "' is no state of a link.",
                    "Give one of "
                        + Arrays.stream(LinkState.values())
                            .map(LinkState::spelling)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  static CommandException unknownNode(String node) {
    return Refusal.of(
        "Trunkline knows no node '" + node + "'.",
        "Give the node's label, id or FS:FID; opennms-trunkline:discover reads a node that is new.");
  }
}
