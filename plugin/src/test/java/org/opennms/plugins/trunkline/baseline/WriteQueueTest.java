package org.opennms.plugins.trunkline.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.NodeKey;

/** What is written when. */
class WriteQueueTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final WriteQueue queue = new WriteQueue();

  private static InterfaceKey port(int number) {
    return new InterfaceKey(new NodeKey("7"), "Gi0/" + number);
  }

  @Test
  void what_has_waited_longest_comes_first_and_later_changes_do_not_put_it_off() {
    queue.changed(port(1), NOON);
    queue.changed(port(2), NOON.plusSeconds(60));
    queue.changed(port(1), NOON.plusSeconds(300));
    Instant now = NOON.plus(Duration.ofHours(1));

    assertThat(queue.next(now, NOON.plusSeconds(30))).contains(port(1));
    assertThat(queue.next(now, NOON.plusSeconds(30))).isEmpty();
    assertThat(queue.next(now, NOON.plusSeconds(60))).contains(port(2));
    assertThat(queue.size()).isZero();
  }

  @Test
  void what_is_urgent_goes_before_and_is_written_once() {
    queue.changed(port(1), NOON);
    queue.changed(port(2), NOON);
    queue.urgent(port(2));

    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.next(NOON, NOON.minusSeconds(1))).contains(port(2));
    assertThat(queue.next(NOON, NOON.minusSeconds(1))).isEmpty();
    assertThat(queue.next(NOON, NOON)).contains(port(1));
    assertThat(queue.next(NOON, NOON)).isEmpty();
  }

  @Test
  void after_a_clock_was_set_back_nothing_waits_for_it() {
    queue.changed(port(1), NOON.plus(Duration.ofDays(1)));

    assertThat(queue.next(NOON, NOON.minusSeconds(60))).contains(port(1));
  }
}
