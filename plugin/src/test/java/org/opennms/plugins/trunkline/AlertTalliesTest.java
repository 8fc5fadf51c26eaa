package org.opennms.plugins.trunkline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertSubject;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.OpenAlerts.Level;
import org.opennms.plugins.trunkline.operations.OpenAlerts.Tally;
import org.opennms.plugins.trunkline.operations.SampleAlerts;

class AlertTalliesTest {
  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final InterfaceKey PORT =
      ((AlertSubject.OfInterface) SampleAlerts.DOWN.subject()).is();

  @Test
  void a_node_has_the_alerts_of_its_interfaces() {
    assertThat(tallies(SampleAlerts.DOWN).of(PORT.node())).isEqualTo(new Tally(Level.CRITICAL, 1));
  }

  @Test
  void the_worst_of_several_stands_for_all_and_each_is_counted() {
    Tally tally = tallies(SampleAlerts.OVER, SampleAlerts.DOWN).of(List.of(PORT));

    assertThat(tally).isEqualTo(new Tally(Level.CRITICAL, 2));
  }

  @Test
  void others_have_nothing_of_it() {
    AlertTallies tallies = tallies(SampleAlerts.DOWN, SampleAlerts.STALLED);

    assertThat(tallies.of(new NodeKey("lab:other"))).isEqualTo(Tally.NOTHING);
    assertThat(tallies.of(List.of(new InterfaceKey(PORT.node(), "other"))))
        .isEqualTo(Tally.NOTHING);
    assertThat(tallies().of(List.of(PORT))).isEqualTo(Tally.NOTHING);
  }

  @Test
  void many_questions_in_a_row_look_at_the_alerts_once_a_second() {
    SteppedClock clock = new SteppedClock(START);
    List<Alert> open = new ArrayList<>();
    AtomicInteger looks = new AtomicInteger();
    AlertTallies tallies =
        new AlertTallies(
            () -> {
              looks.incrementAndGet();
              return List.copyOf(open);
            },
            clock);
    assertThat(tallies.of(PORT.node())).isEqualTo(Tally.NOTHING);
    open.add(SampleAlerts.DOWN);

    clock.set(START.plusMillis(900));
    assertThat(tallies.of(List.of(PORT))).isEqualTo(Tally.NOTHING);
    assertThat(looks).hasValue(1);

    clock.set(START.plusMillis(1000));
    assertThat(tallies.of(PORT.node()).count()).isEqualTo(1);
    clock.set(START.minusSeconds(3600));
    assertThat(tallies.of(PORT.node()).count()).isEqualTo(1);
    assertThat(looks).hasValue(3);
  }

  private static AlertTallies tallies(Alert... open) {
    return new AlertTallies(() -> List.of(open), () -> START);
  }
}
