package org.opennms.plugins.trunkline.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.Alert.State;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertPlace;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.AlertSubject;

/** The alert that an operator sends to see whether alerts arrive. Stateless. */
final class TestAlert {
  /** It is cleared after this time. */
  static final Duration LENGTH = Duration.ofSeconds(30);

  private TestAlert() {}

  static Alert open(long id, Instant now) {
    return alert(id, State.OPEN, now, Optional.empty(), "opened by an operator");
  }

  static Alert cleared(Alert open, Instant now) {
    return alert(open.id(), State.CLEARED, open.openedAt(), Optional.of(now), "over");
  }

  private static Alert alert(
      long id, State state, Instant opened, Optional<Instant> cleared, String entry) {
    String text = "TEST: this is how an alert of Trunkline looks; nothing is wrong";
    AlertSubject subject = new AlertSubject.OfGroup("trunkline", "test");
    return new Alert(
        id,
        "test",
        AlertKind.TEST,
        subject,
        List.of(subject),
        AlertPlace.NONE,
        state,
        AlertSeverity.LOW,
        opened,
        opened,
        cleared,
        text,
        Map.of(Problem.WHAT, text),
        List.of("an operator asked for it"),
        false,
        Optional.empty(),
        List.of(new Alert.Entry(cleared.orElse(opened), entry)));
  }
}
