package org.opennms.plugins.trunkline.alert;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Alert;

/**
 * An alert as it is kept.
 *
 * @param alert as it was last
 * @param sent whether the host may have an alarm of it
 * @param confirmed whether the host was seen to have it
 * @param respectedUntil until when it is not sent because an operator cleared it
 * @param done whether it is cleared and the host needs nothing more
 */
record AlertRecord(
    Alert alert, boolean sent, boolean confirmed, Optional<Instant> respectedUntil, boolean done) {
  AlertRecord {
    Objects.requireNonNull(alert, "alert");
    Objects.requireNonNull(respectedUntil, "respectedUntil");
  }
}
