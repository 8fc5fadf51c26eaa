package org.opennms.plugins.trunkline.operations;

import java.util.Collection;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;

/** Alerts that are open now. Answers from memory; thread-safe. */
public interface OpenAlerts {
  /** Where no part raises alerts. */
  OpenAlerts NONE = new Nothing();

  /** Those of a node and its interfaces. */
  Tally of(NodeKey node);

  /** Those of some interfaces. */
  Tally of(Collection<InterfaceKey> interfaces);

  /** How bad an alert is, the least first. */
  enum Level {
    /** There is none. */
    NONE,
    /** Worth a look. */
    WARNING,
    /** Something is impaired. */
    MINOR,
    /** Something fails. */
    MAJOR,
    /** Something important fails. */
    CRITICAL
  }

  /**
   * Some alerts, counted.
   *
   * @param worst the worst of them
   * @param count how many
   */
  record Tally(Level worst, long count) {
    /** No alert. */
    public static final Tally NOTHING = new Tally(Level.NONE, 0);
  }

  /** No alerts at all. */
  record Nothing() implements OpenAlerts {
    @Override
    public Tally of(NodeKey node) {
      return Tally.NOTHING;
    }

    @Override
    public Tally of(Collection<InterfaceKey> interfaces) {
      return Tally.NOTHING;
    }
  }
}
