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
    boolean stale) {}
