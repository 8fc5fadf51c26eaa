package org.opennms.plugins.trunkline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.InterfaceKey;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.NodeKey;
import org.opennms.plugins.trunkline.operations.WorkLists.Change;

class ChangeLogTest {
  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");
  private final ChangeLog log = new ChangeLog();

  @Test
  void the_newest_change_comes_first() {
    add("a", START);
    add("b", START.plusSeconds(1));
    assertThat(log.entries(START.plusSeconds(2)))
        .extracting(e -> e.key().name())
        .containsExactly("b", "a");
  }

  @Test
  void what_is_older_than_a_day_is_gone() {
    add("a", START);
    add("b", START.plusSeconds(1));
    assertThat(log.entries(START.plus(ChangeLog.KEPT))).hasSize(2);
    assertThat(log.entries(START.plus(ChangeLog.KEPT).plusMillis(1))).hasSize(1);
    assertThat(log.entries(START.plus(Duration.ofDays(400)))).isEmpty();
  }

  @Test
  void the_oldest_make_room_and_are_counted_for_a_day() {
    for (int i = 0; i < ChangeLog.MOST + 5; i++) {
      add("p" + i, START.plusSeconds(i));
    }
    Instant now = START.plusSeconds(5000);
    assertThat(log.entries(now)).hasSize(ChangeLog.MOST);
    assertThat(log.entries(now).get(ChangeLog.MOST - 1).key().name()).isEqualTo("p5");
    assertThat(log.forgotten(now)).isEqualTo(5);
    assertThat(log.forgotten(START.plus(Duration.ofDays(2)))).isZero();
  }

  private void add(String name, Instant at) {
    log.add(
        new InterfaceKey(new NodeKey("1"), name),
        new Change(
            at, InterfaceRole.OTHER, InterfaceRole.TRUNK, Optional.empty(), Optional.empty()));
  }
}
