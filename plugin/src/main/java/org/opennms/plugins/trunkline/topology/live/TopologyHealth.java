package org.opennms.plugins.trunkline.topology.live;

import java.util.List;
import org.opennms.plugins.trunkline.model.Link;
import org.opennms.plugins.trunkline.operations.TopologyControl.Refresh;
import org.opennms.plugins.trunkline.topology.TopologySnapshot;

/**
 * How the part is.
 *
 * @param snapshot what is known
 * @param runs the last readings, newest first
 * @param unwritten devices that the host's store does not have yet
 * @param dropped announcements of the host that found no room
 * @param silenced subjects that are not told of because they flap
 */
public record TopologyHealth(
    TopologySnapshot snapshot, List<Refresh> runs, int unwritten, long dropped, int silenced) {
  /** Copies the runs. */
  public TopologyHealth {
    runs = List.copyOf(runs);
  }

  /** Whether somebody should look at it. */
  public boolean isDegraded() {
    return dropped > 0;
  }

  /** One line for an operator. */
  public String words() {
    long between = snapshot.links().stream().filter(Link::isBetweenNodes).count();
    StringBuilder words =
        new StringBuilder()
            .append(between)
            .append(" links, ")
            .append(snapshot.orphans().size())
            .append(" orphans");
    runs.stream().findFirst().ifPresent(r -> words.append(last(r)));
    add(words, unwritten, "unwritten");
    add(words, silenced, "silent because they flap");
    add(words, dropped, "announcements of the host dropped");
    return words.toString();
  }

  private static String last(Refresh run) {
    return run.isRunning()
        ? "; a walk has "
            + (run.total() - run.read() - run.failed())
            + " of "
            + run.total()
            + " to go"
        : "; last walk: " + run.failed() + " of " + run.total() + " failed";
  }

  private static void add(StringBuilder words, long count, String what) {
    if (count > 0) {
      words.append("; ").append(count).append(' ').append(what);
    }
  }
}
