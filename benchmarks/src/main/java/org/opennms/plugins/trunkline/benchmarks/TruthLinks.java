package org.opennms.plugins.trunkline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opennms.plugins.trunkline.model.Link;

/**
 * The cables between the nodes of a generated network, from its {@code truth.csv}; some of the
 * devices at their ends speak neither LLDP nor CDP, and nobody can see those. Immutable.
 */
final class TruthLinks {
  private final Set<String> nodes = new HashSet<>();
  private final Map<String, Set<String>> cables = new HashMap<>();
  private final Map<String, String> peers = new HashMap<>();

  /**
   * How links found compare with the cables.
   *
   * @param right links that are cables
   * @param reported links found
   * @param truth cables
   * @param wrongNode links whose port has no cable to that node
   */
  record Score(int right, int reported, int truth, long wrongNode) {}

  TruthLinks(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      // Labels and port names of the generator have neither commas nor quotes.
      String[] cells = line.split(",", -1);
      String port = cells[0] + " " + cells[2];
      nodes.add(cells[0]);
      if (!cells[5].isEmpty() && !cells[6].isEmpty()) {
        cables.put(pair(port, cells[5] + " " + cells[6]), Set.of(cells[0], cells[5]));
        peers.put(port, cells[5]);
      }
    }
    cables.values().removeIf(ends -> !nodes.containsAll(ends));
  }

  Score score(List<Link> links) {
    Set<String> found = new HashSet<>();
    links.forEach(l -> found.add(pair(end(l, true), end(l, false))));
    Set<String> right = new HashSet<>(found);
    right.retainAll(cables.keySet());
    long wrong =
        links.stream()
            .filter(
                l ->
                    !l.b().device().equals(peers.get(end(l, true)))
                        && !l.a().device().equals(peers.get(end(l, false))))
            .count();
    return new Score(right.size(), found.size(), cables.size(), wrong);
  }

  private static String end(Link link, boolean first) {
    return first
        ? link.a().device() + " " + link.a().port()
        : link.b().device() + " " + link.b().port();
  }

  private static String pair(String one, String other) {
    return one.compareTo(other) <= 0 ? one + " - " + other : other + " - " + one;
  }
}
