package org.opennms.plugins.trunkline.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSeverity;

/** Alerts, as operators see them. Answers come from memory; thread-safe. */
public interface AlertDesk {
  /** Those that are open, the worst first, then the newest. */
  List<Alert> open();

  /** Those whose cause is there but that are not raised, with what explains them. */
  List<Alert> suppressed();

  /** Those that were cleared, the newest first; a bounded number is kept. */
  List<Alert> history(int atMost);

  /** One that is open or was cleared. */
  Optional<Alert> get(long id);

  /** Totals. */
  Overview overview();

  /** Ends the days in which what rests on learned baselines is only counted. */
  void enableLearned();

  /**
   * Sends a marked alert, and its clear half a minute later.
   *
   * @return the alert's id
   */
  long test();

  /**
   * Totals.
   *
   * @param open by severity; every severity, also those without alerts
   * @param suppressed how many are explained by something else
   * @param pending how many causes have not lasted for long enough
   * @param waiting events that wait to be sent, by the bound on events per minute or by a host that
   *     does not take them
   * @param repeated events that the host had lost and that were sent again, since the start
   * @param lost readings and announcements that came too fast and were dropped, since the start
   * @param unwritten alerts that the host's store does not have yet
   * @param countedUntil until when what rests on learned baselines is only counted; empty when it
   *     is raised
   */
  record Overview(
      Map<AlertSeverity, Integer> open,
      int suppressed,
      int pending,
      int waiting,
      long repeated,
      long lost,
      int unwritten,
      Optional<Instant> countedUntil) {
    /** Copies the map. */
    public Overview {
      open = Map.copyOf(open);
      Objects.requireNonNull(countedUntil, "countedUntil");
    }
  }
}
