package org.opennms.plugins.trunkline.topology;

import java.util.List;
import java.util.Objects;
import org.opennms.plugins.trunkline.model.Link;

/**
 * What a step made different. Sorted by key, so that events come in the same order everywhere.
 *
 * @param appeared links that were not there
 * @param lost links that are gone, as they were
 * @param changed links that say something else than before
 */
public record TopologyChanges(List<Link> appeared, List<Link> lost, List<Changed> changed) {
  /** Nothing. */
  public static final TopologyChanges NONE = new TopologyChanges(List.of(), List.of(), List.of());

  /**
   * One link, before and after.
   *
   * @param before as it was
   * @param after as it is; the same key
   */
  public record Changed(Link before, Link after) {
    /** Rejects missing parts. */
    public Changed {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /** Copies the lists. */
  public TopologyChanges {
    appeared = List.copyOf(appeared);
    lost = List.copyOf(lost);
    changed = List.copyOf(changed);
  }

  /** Whether nothing is different. */
  public boolean isEmpty() {
    return appeared.isEmpty() && lost.isEmpty() && changed.isEmpty();
  }
}
