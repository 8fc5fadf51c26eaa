package org.opennms.plugins.trunkline.inventory;

import java.time.Instant;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.NetworkInterface;

/**
 * An interface and when it was seen.
 *
 * @param networkInterface as last read
 * @param classification the classifier's, without the override
 * @param firstSeen by a reading
 * @param lastSeen by a reading
 * @param stale whether the device's last reading no longer had it
 */
record Sighting(
    NetworkInterface networkInterface,
    Classification classification,
    Instant firstSeen,
    Instant lastSeen,
    boolean stale) {
  /** No longer found. */
  Sighting vanished() {
    return new Sighting(networkInterface, classification, firstSeen, lastSeen, true);
  }

  /** Seen again, unless it had vanished. */
  Sighting confirmed(Instant now) {
    return stale ? this : new Sighting(networkInterface, classification, firstSeen, now, false);
  }

  /** Classified anew. */
  Sighting with(Classification anew) {
    return new Sighting(networkInterface, anew, firstSeen, lastSeen, stale);
  }
}
