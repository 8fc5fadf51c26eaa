package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import org.opennms.plugins.trunkline.model.Judgement;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * An interface and when it was seen.
 *
 * @param networkInterface as last read
 * @param judgement the classifier's, without the override
 * @param firstSeen by a reading
 * @param lastSeen by a reading
 * @param stale whether the device's last reading no longer had it
 */
record Sighting(
    NetworkInterface networkInterface,
    Judgement judgement,
    Instant firstSeen,
    Instant lastSeen,
    boolean stale) {
  /** No longer found. */
  Sighting vanished() {
    return new Sighting(networkInterface, judgement, firstSeen, lastSeen, true);
  }

  /** Seen again, unless it had vanished. */
  Sighting confirmed(Instant now) {
    return stale ? this : new Sighting(networkInterface, judgement, firstSeen, now, false);
  }

  /** Classified anew. */
  Sighting with(Judgement anew) {
    return new Sighting(networkInterface, anew, firstSeen, lastSeen, stale);
  }
}
